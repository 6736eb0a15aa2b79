/** What one text message holds in UCS-2, in UTF-16 units: alone, and as a part of several. */
const UCS2_ALONE = 70
export const UCS2_PART = 67

// What is never split between two segments: a base with its marks (a Tibetan stack), or a surrogate pair.
const CLUSTER = /\P{M}?\p{M}+|\P{M}/gsu

/** How many SMS segments a text in Chinese or Tibetan takes. Reference: sms-segments-calculator, compared in the tests. */
export function segmentsOf(text: string): number {
  if (text.length <= UCS2_ALONE) return text === '' ? 0 : 1
  let segments = 1
  let used = 0
  for (const [cluster] of text.matchAll(CLUSTER)) {
    if (used + cluster.length > UCS2_PART) {
      segments += 1
      used = 0
    }
    used += cluster.length
  }
  return segments
}

/** The longest head of `text` that takes at most `limit` UTF-16 units, ended where a reader would pause, and the rest. */
export function splitAtPause(text: string, limit: number): { head: string; rest: string } {
  if (text.length <= limit) return { head: text, rest: '' }
  const window = text.slice(0, limit + 1)
  const at =
    PAUSES.map(([pause, least]) => [lastEnd(window, pause, limit), limit * least] as const).find(
      ([end, least]) => end > 0 && end >= least,
    )?.[0] ?? lastClusterEnd(window, limit)
  const end = withoutHeading(text.slice(0, at))
  return { head: text.slice(0, end).trimEnd(), rest: text.slice(end).trimStart() }
}

// A line's end, a sentence's, a clause's, a syllable's: the better the pause, the more room may be left for it (parts of
// the limit). A Tibetan sentence ends in a space after its shad, and keeps its citation.
const PAUSES: readonly (readonly [RegExp, number])[] = [
  [/\n/g, 0.8],
  [/[。！？]|[།གཀ)] (?!\()/gu, 0.5],
  [/\n/g, 0.3],
  [/[，；、]| (?!\()/g, 0.5],
  [/་(?!།)/g, 0],
]

// A heading stays with what it is the heading of.
function withoutHeading(head: string): number {
  const orphan = /\n[^\n]*(?:：|ནི།)\s*$/u.exec(head)
  return orphan === null ? head.length : orphan.index
}

function lastEnd(window: string, pause: RegExp, limit: number): number {
  let end = 0
  for (const match of window.matchAll(pause)) {
    const at = match.index + match[0].length
    if (at <= limit) end = at
  }
  return end
}

function lastClusterEnd(window: string, limit: number): number {
  let end = 0
  for (const match of window.matchAll(CLUSTER)) {
    if (match.index + match[0].length <= limit) end = match.index + match[0].length
  }
  return end
}
