/** Who speaks in a case. */
export type Author = 'family' | 'office'

/** What a case message's sealed text is bound to. */
export function placeOfCaseMessage(id: string): string {
  return `case_messages/${id}`
}
