import { withPlainDigits } from '../proof/last-six.ts'
import { normalise } from '../script.ts'
import { simplify } from '../traditional.ts'
import { HIDDEN } from './hidden.ts'
import { withoutLongNumbers } from './numbers.ts'
import { withoutPersons } from './persons.ts'
import { withoutPlaces } from './places.ts'

// A question is no longer; a whole story tells of one family only.
const LENGTH = 200

/**
 * A text as it may be kept for staff to read: without names (`ofRecord`: those of the writer's household, in every form),
 * numbers, accounts, and where somebody lives. In simplified hanzi and plain digits; pinyin and Wylie as what they spell.
 * Null where nothing is left to read.
 */
export function anonymous(text: string, ofRecord: readonly string[]): string | null {
  const plain = plainOf(text)
  const names = plainNames(ofRecord).filter((name) => name.length > 1)
  const kept = withoutPlaces(withoutPersons(withoutLongNumbers(plain), names))
  const short = kept.replace(REPEATED, HIDDEN).replace(/\s+/gu, ' ').slice(0, LENGTH).trim()
  return READABLE.test(short) ? short : null
}

const REPEATED = /\*{3}(?:[\s·•・་]*\*{3})+/gu
const READABLE = /\p{Script=Han}{2}|[\u0f40-\u0fbc]{2}/u

function plainOf(text: string): string {
  return spelt(folded(text))
}

// Folded together: a household's names are dozens, and one by one they would cost more than all else. No sign joins over a break.
function plainNames(names: readonly string[]): readonly string[] {
  return folded(names.join(BREAK)).split(BREAK).map(spelt)
}

const BREAK = '\n'

function folded(text: string): string {
  const plain = withPlainDigits(text)
    .toLowerCase()
    .replace(/\u20e3/g, '')
  return simplify(plain)
}

function spelt(plain: string): string {
  if (/\p{Script=Han}/u.test(plain)) return plain
  return /[\u0f40-\u0fbc]/.test(plain) ? plain.replace(/་{2,}/gu, '་') : normalise(plain)
}
