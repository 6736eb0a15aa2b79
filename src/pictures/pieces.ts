/**
 * The pieces that words are drawn and set in: a Tibetan syllable with its tsheg, whose letters stack, and any other sign by
 * itself.
 */
export function piecesOf(text: string): readonly string[] {
  return text.normalize('NFC').match(PIECE) ?? []
}

const PIECE = /[\u0f40-\u0fbc]+\u0f0b?|./gsu

/** Whether a line may end between two pieces. */
export function mayBreak(before: string, after: string): boolean {
  if (NEVER_FIRST.test(after) || NEVER_LAST.test(before)) return false
  // A Tibetan word goes on until its tsheg.
  return !ENDS_IN_LETTER.test(before)
}

// Closing marks stay with what they close, opening ones with what they open; a figure with what is counted.
const NEVER_FIRST = /^[。，；：、！？）()”」།༎་ +–·%\d]/u
const NEVER_LAST = /[（(“「+–·\d]$/u
const ENDS_IN_LETTER = /[\u0f40-\u0fbc]$/u
