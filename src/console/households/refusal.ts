import type { TextKey } from '../../i18n/texts.ts'

const COMMON = [
  ['why', 'console:correct.why-missing'],
  ['nothing-changed', 'console:correct.nothing-changed'],
] as const

/** Why a correction was not taken, in one sentence; `own` are the fields that only its page has. */
export function refusalOf(
  faults: readonly string[],
  own: readonly (readonly [field: string, words: TextKey])[],
): TextKey {
  const [, words] = [...COMMON, ...own].find(([field]) => faults.includes(field)) ?? []
  return words ?? 'console:correct.refused'
}
