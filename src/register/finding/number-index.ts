import type { Vault } from '../../privacy/vault.ts'

type Kind = keyof typeof OWN_DIGITS

export type NumberIndex = (kind: Kind, number: string) => string

/** The digits at a number's end that tell it from others of its village. */
const OWN_DIGITS = { household: 4, person: 6 } as const
const START_LETTERS = 8

/**
 * Blind indexes of household and person numbers, under the current key. Their first letters are an index of the number's
 * beginning, so that a household's members, and a village's households, stand together in the database's index: an
 * import touches a few of its pages for some thousand rows, not all of them.
 */
export function numberIndex(vault: Vault): NumberIndex {
  let last = { start: '', index: vault.index('number-start', '') }
  return (kind, number) => {
    const start = number.slice(0, -OWN_DIGITS[kind])
    if (start !== last.start) last = { start, index: vault.index('number-start', start) }
    return joined(last.index, vault.index(kind, number))
  }
}

/** The same under every key at hand, current first. */
export function numberIndexes(vault: Vault, kind: Kind, number: string): readonly string[] {
  const starts = vault.indexes('number-start', number.slice(0, -OWN_DIGITS[kind]))
  return vault.indexes(kind, number).map((own, at) => joined(starts[at] ?? '', own))
}

function joined(start: string, own: string): string {
  return start.slice(0, START_LETTERS) + own.slice(START_LETTERS)
}
