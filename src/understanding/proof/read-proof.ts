import { simplify } from '../traditional.ts'
import { lastSixIn, withPlainDigits } from './last-six.ts'
import { nameIn } from './name.ts'

/** What shows that somebody belongs to a household: an adult's name, and the last six signs of the ID number. */
export type Proof = {
  /** As written, and in simplified characters where those differ: a register has one or the other. */
  readonly names: readonly string[]
  /** Five digits, and a digit or X. */
  readonly lastSix: string
}

/** Longer texts tell of something else. */
const LONGEST = 160

/**
 * The proof that a text gives, however it is written: full width, Tibetan or spoken digits, spaced, the name before or
 * after, a whole ID number in place of its end. `name` is one that was told before, for a text with but the digits. Null
 * where it says more than that, or less.
 */
export function readProof(text: string, name: string | null = null): Proof | null {
  if (text.length > LONGEST) return null
  const plain = withPlainDigits(text)
  const lastSix = lastSixIn(plain)
  if (lastSix === null) return null
  const around = `${plain.slice(0, lastSix.from)}\n${plain.slice(lastSix.to)}`
  const written = nameIn(around, name)
  if (written === null) return null
  return { names: [...new Set([written, simplify(written)])], lastSix: lastSix.signs }
}

/** The name alone, of a text that gives no number yet; null where it is no name. */
export function readName(text: string): string | null {
  const plain = withPlainDigits(text)
  return text.length > LONGEST || /\d/.test(plain) ? null : nameIn(plain)
}
