import { REFERENCE_LENGTH, REFERENCE_LETTERS } from '../conversation/hearing/references.ts'
import type { Services } from '../services.ts'

/**
 * A fresh number, of which a case takes as much as its kind needs. Two cases may draw the same: the database refuses the
 * second, and its turn is decided anew with another.
 */
export function newReference({ ids }: Pick<Services, 'ids'>): string {
  let letters = ''
  while (letters.length < REFERENCE_LENGTH.anonymous || !isMixed(letters)) {
    // An identifier's first ten letters are its time, the others are random.
    letters = (letters + Array.from(ids().slice(10)).filter(isLetter).join('')).slice(
      -REFERENCE_LENGTH.anonymous,
    )
  }
  return letters
}

function isLetter(letter: string): boolean {
  return REFERENCE_LETTERS.includes(letter)
}

// Digits and capitals both, so that no word and no sum reads as a reference.
function isMixed(letters: string): boolean {
  const own = letters.slice(0, REFERENCE_LENGTH.own)
  return /\d/.test(own) && /[A-Z]/.test(own)
}
