import type { Vault } from '../privacy/vault.ts'

type Kind = keyof typeof OWN_DIGITS

/** The digits at a number's end that tell it from others of its village. */
const OWN_DIGITS = { household: 4, person: 6 } as const
const PLACE_LETTERS = 8

/**
 * Blind indexes of household and person numbers, under the current key. They begin with letters of the number's
 * beginning, so that what is numbered alike (a village) stands together in the database's index, and an import fills
 * its pages one after the other instead of touching all of them again for every few rows.
 */
export function numberIndex(vault: Vault): (kind: Kind, number: string) => string {
  const last = { household: { start: '', index: '' }, person: { start: '', index: '' } }
  return (kind, number) => {
    const start = number.slice(0, -OWN_DIGITS[kind])
    if (last[kind].start !== start) last[kind] = { start, index: vault.index(kind, start) }
    return together(last[kind].index, vault.index(kind, number))
  }
}

/** The same under every key at hand, current first. */
export function numberIndexes(vault: Vault, kind: Kind, number: string): readonly string[] {
  const starts = vault.indexes(kind, number.slice(0, -OWN_DIGITS[kind]))
  return vault.indexes(kind, number).map((own, at) => together(starts[at] ?? '', own))
}

function together(start: string, own: string): string {
  return start.slice(0, PLACE_LETTERS) + own.slice(PLACE_LETTERS)
}
