// Common hanzi first: to look a sign up in Unicode's classes takes far longer.
const HANZI_UNIT = /[\u4e00-\u9fff]|[a-z]+|[0-9]+|[\p{L}\p{N}\p{M}+]/gu

/** Chinese text by characters, marks and spaces set aside; a run of Latin letters or digits stays whole. */
export function hanziUnits(text: string): string[] {
  return text.match(HANZI_UNIT) ?? []
}

/** Latin text by words. */
export function latinUnits(text: string): string[] {
  return text.replace(/'/g, '').match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? []
}
