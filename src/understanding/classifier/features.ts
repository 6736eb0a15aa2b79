import type { Reading } from '../reading.ts'

/** What the classifier sees of a text: named features with their weights. */
export type Features = readonly (readonly [name: string, value: number])[]

// A text's start and end count as units: 咋办 alone is not 贷款咋办.
const START = '^'
const END = '$'
// Longer messages add nothing a sentence does not hold.
const LIMIT = 200

/**
 * N-grams of units (`longest` 3 for hanzi, 2 for syllables), n-grams with what the lexicon found masked, so that what
 * was learnt of one topic serves all, and the lexicon's marks, alone and in pairs.
 */
export function features(reading: Reading, longest: number): Features {
  const plain = [START, ...reading.canonical.slice(0, LIMIT), END]
  const grams = new Set(ngrams(plain, 1, longest))
  for (const gram of ngrams(masked(reading), 2, 3)) grams.add(`~${gram}`)
  const marks = [...reading.marks].sort()
  const size = reading.canonical.length
  const lexical = [...marks, ...pairs(marks), `size:${size <= 2 ? size : size <= 4 ? 4 : size <= 8 ? 8 : 16}`]
  const gramValue = 1.6 / Math.sqrt(Math.max(4, grams.size))
  const markValue = 1.2 / Math.sqrt(Math.max(3, lexical.length))
  return [
    ...[...grams].map((gram) => [gram, gramValue] as const),
    ...lexical.map((mark) => [`#${mark}`, markValue] as const),
  ]
}

function ngrams(units: readonly string[], shortest: number, longest: number): string[] {
  const grams: string[] = []
  for (let size = shortest; size <= longest; size++) {
    for (let from = 0; from + size <= units.length; from++) grams.push(units.slice(from, from + size).join(' '))
  }
  return grams
}

function pairs(marks: readonly string[]): string[] {
  const main = marks.filter((mark) => !mark.includes(':')).slice(0, 12)
  return main.flatMap((one, at) => main.slice(at + 1).map((other) => `${one}&${other}`))
}

/** Topics and stages as one unit each. */
function masked({ canonical, topics, stages }: Reading): string[] {
  const units: string[] = [START]
  const found = [...topics.map((f) => ({ ...f, mask: 'T' })), ...stages.map((f) => ({ ...f, mask: 'S' }))]
  found.sort((a, b) => a.from - b.from || b.length - a.length)
  let from = 0
  for (const { mask, from: at, length } of found) {
    if (at < from) continue
    units.push(...canonical.slice(from, at), mask)
    from = at + length
  }
  return [...units, ...canonical.slice(from, LIMIT), END]
}
