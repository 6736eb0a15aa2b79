import type { Day } from '../../policy/facts.ts'
import { hasLostDigits } from './cell.ts'
import { hasDay } from './day.ts'

export type IdNumber =
  | {
      readonly ok: true
      readonly number: string
      readonly sex: 'male' | 'female'
      readonly birthDate: Day | null
    }
  | {
      readonly ok: false
      readonly reason: 'id-number-digits-lost' | 'id-number-length' | 'id-number-checksum'
    }

/** GB 11643: the weights of the first seventeen digits, and the check characters by remainder of 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECKS = '10X98765432'

const PLAIN = /^\d{17}[\dX]$/
const LENGTH = 18
const DISABILITY_CARD_LENGTH = 20

/** Reads an ID number, or a disability card's twenty characters, whose first eighteen are one. */
export function readIdNumber(text: string): IdNumber {
  const bare = PLAIN.test(text) ? text : text.replace(/[\s'’`-]/g, '').toUpperCase()
  if (hasLostDigits(bare)) return { ok: false, reason: 'id-number-digits-lost' }
  if (bare.length !== LENGTH && bare.length !== DISABILITY_CARD_LENGTH)
    return { ok: false, reason: 'id-number-length' }
  const number = bare.slice(0, LENGTH)
  if (checkCharacter(number) !== number[LENGTH - 1]) return { ok: false, reason: 'id-number-checksum' }
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)]
  return {
    ok: true,
    number,
    sex: Number(number[16]) % 2 === 1 ? 'male' : 'female',
    birthDate: hasDay(Number(year), Number(month), Number(day)) ? `${year}-${month}-${day}` : null,
  }
}

/** The check character of an ID number's first seventeen digits; null where they are no digits. */
export function checkCharacter(number: string): string | null {
  let sum = 0
  for (let at = 0; at < WEIGHTS.length; at++) {
    const digit = number.charCodeAt(at) - 48
    if (!(digit >= 0 && digit <= 9)) return null
    sum += digit * (WEIGHTS[at] ?? 0)
  }
  return CHECKS[sum % 11] ?? null
}
