import type { Intent, Understanding } from '../../../understanding/types.ts'
import { CONFIDENT } from '../../../understanding/understand.ts'

/** Whether what was heard is surely what was meant. */
export function isCertain({ confidence }: Understanding): boolean {
  return confidence >= CERTAIN
}

/** Whether it was understood as something of its own, and not as a word of answer. */
export function isClear(heard: Understanding): boolean {
  return isHeard(heard) && !UNCLEAR.has(heard.intent)
}

/** Whether it was understood at all. */
export function isHeard({ confidence }: Understanding): boolean {
  return confidence >= CONFIDENT
}

const UNCLEAR: ReadonlySet<Intent> = new Set(['yes', 'no', 'out-of-scope'])

const CERTAIN = 0.85
