/** What stands in a kept sentence where something of a person stood. The classifier reads no word in it. */
export const HIDDEN = '***'
