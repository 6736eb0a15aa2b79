import { type CostlySign, costlySigns, unicodeSigns } from '../texts/sms-length.ts'
import type { Longest, Tallied } from './tally.ts'

/** What a broadcast's messages in one language come to, and what could be spared. */
export type LanguageEstimate = {
  readonly messages: number
  /** Families who read this language, for whom nothing was written in it. */
  readonly withoutText: number
  /** SMS segments of all of them. */
  readonly segments: number
  /** How many SMS take how many segments. */
  readonly bySegments: Readonly<Record<string, number>>
  readonly longest: Longest | null
  /** So many signs fewer, and so many of the messages take one segment less; null where a few would not do. */
  readonly shorten: { readonly signs: number; readonly messages: number } | null
  readonly costlySigns: readonly CostlySign[]
  /** Signs for which alone a text in Latin letters costs as much as one in Chinese. */
  readonly unicodeSigns: readonly string[]
}

/** A few signs can be left out of most texts; more is another text. */
const FEW = 10

/** What the messages of one language come to. `text`: as it was written, with its placeholders. */
export function languageEstimate(
  { messages, bySegments, over, skipped, longest }: Tallied,
  text: string,
): LanguageEstimate {
  const bySize = [...bySegments].toSorted(([one], [other]) => one - other)
  return {
    messages,
    withoutText: skipped.get('no-text') ?? 0,
    segments: bySize.reduce((sum, [segments, count]) => sum + segments * count, 0),
    bySegments: Object.fromEntries(bySize),
    longest,
    shorten: shortenBy(over),
    costlySigns: costlySigns(text),
    unicodeSigns: unicodeSigns(text),
  }
}

function shortenBy(over: Tallied['over']): LanguageEstimate['shorten'] {
  const near = [...over].filter(([units]) => units <= FEW)
  if (near.length === 0) return null
  return {
    signs: Math.max(...near.map(([units]) => units)),
    messages: near.reduce((sum, [, count]) => sum + count, 0),
  }
}
