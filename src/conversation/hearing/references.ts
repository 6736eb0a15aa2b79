import type { CaseKind } from '../case.ts'

/** Digits and capitals that no eye or ear takes for another: no 0 O, 1 I L, 5 S, 8 B, 2 Z pairs, no U beside V. */
export const REFERENCE_LETTERS = '23456789ACDEFGHJKMNPQRTVWXY'

/** Six letters are told over a counter; a report that belongs to nobody answers whoever holds its number, so it has ten. */
export const REFERENCE_LENGTH = { own: 6, anonymous: 10 } as const

/** The part of a fresh number that a case of this kind takes. */
export function referenceFor(kind: CaseKind, fresh: string): string {
  return fresh.slice(0, kind === 'misuse' ? REFERENCE_LENGTH.anonymous : REFERENCE_LENGTH.own)
}

/** A reference as it is written for people: a long one in two parts. */
export function shownReference(reference: string): string {
  return reference.length > REFERENCE_LENGTH.own
    ? `${reference.slice(0, 5)}-${reference.slice(5)}`
    : reference
}

/** What stands in a message that names a reference. `rest`: what else it says, empty for the number alone. */
export type Named = { readonly reference: string; readonly rest: string }

/** The first reference that a message names, however it is spaced or cased; null for none. */
export function referenceIn(text: string): Named | null {
  if (NO_FIGURE.test(text)) return null
  const plain = text.slice(0, 2000).normalize('NFKC')
  // Most messages hold no digit of one.
  if (!/[2-9]/.test(plain)) return null
  for (const match of plain.matchAll(NAMED)) {
    const reference = match[0].replace(/[\s-]/g, '').toUpperCase()
    // Always of both: no word and no number is taken for one.
    if (!/\d/.test(reference) || !/[A-Z]/.test(reference)) continue
    const around = `${plain.slice(0, match.index)} ${plain.slice(match.index + match[0].length)}`
    return { reference, rest: around.replace(CALLED, ' ').trim() }
  }
  return null
}

// Common hanzi, Tibetan without its digits, and stops: most messages hold nothing else.
const NO_FIGURE = /^[\u4e00-\u9fff\u0f40-\u0fbc\u0f0b\u0f0d\s,.?!，。、？！]*$/u

const LETTER = `[${REFERENCE_LETTERS}]`
const NAMED = new RegExp(
  `(?<![A-Za-z0-9-])(?:${LETTER}{5}[ -]?${LETTER}{5}|${LETTER}{6})(?![A-Za-z0-9-])`,
  'gi',
)

// What people write around a number that they send alone.
const CALLED = /编号|查询|查一?下?|号码|ཨང་གྲངས|[\p{P}\s་།]+/gu
