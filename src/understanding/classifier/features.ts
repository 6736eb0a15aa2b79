import type { Reading } from '../reading.ts'
import type { Naming } from './naming.ts'

/** What the classifier sees of a text: features by name, in groups of one weight. */
export type Features<Name> = readonly { readonly names: Iterable<Name>; readonly value: number }[]

/** Tells whether a unit belongs to the vocabulary of the room's business. */
export type Familiar = (unit: string) => boolean

// A text's start and end count as units: 咋办 alone is not 贷款咋办.
const START = '^'
const END = '$'
// Longer messages add nothing a sentence does not hold.
const LIMIT = 200
// Tuned on sentences of a manner that training had not seen: words must not drown in the lexicon's marks, nor these in words.
const GRAMS = 1.6
const MARKS = 0.5
const PAIRS = 0.7
const STRANGE = 0.3
const HOME = ['topic', 'stage', 'school', 'schooling-money', 'child']

/**
 * N-grams of units (`longest` 3 for hanzi, 2 for syllables), n-grams with topics and stages masked, so that what was
 * learnt of one serves all, the lexicon's marks, alone and in pairs, and how many words are strange to the room's business.
 */
export function features<Name>(
  reading: Reading,
  longest: number,
  familiar: Familiar,
  naming: Naming<Name>,
): Features<Name> {
  const { empty, add } = naming
  const units = reading.canonical.slice(0, LIMIT)
  const grams = new Set<Name>()
  addNgrams(grams, [START, ...units, END], 1, longest, empty, naming)
  addNgrams(grams, masked(reading), 2, 3, add(empty, '~'), naming)
  const sorted = [...reading.marks].sort()
  const marks = [...sorted, ...foreign(reading.marks), `size:${size(units.length)}`]
  let strange = 0
  for (const unit of units) if (!familiar(unit)) strange += 1
  const share = Math.ceil((5 * strange) / Math.max(1, units.length))
  const pairs = paired(sorted, naming)
  const mark = add(empty, '#')
  return [
    { names: grams, value: GRAMS / Math.sqrt(Math.max(4, grams.size)) },
    { names: marks.map((name) => add(mark, name)), value: MARKS / Math.sqrt(marks.length / 4) },
    { names: pairs, value: PAIRS / Math.sqrt(Math.max(4, pairs.length)) },
    {
      names: [add(mark, `strange:${Math.min(3, strange)}`), add(mark, `strange:share:${share}`)],
      value: STRANGE,
    },
  ]
}

/** Marks that stand together, in their order: to apply for one's own is not to apply for an insurance. */
function paired<Name>(sorted: readonly string[], { empty, add }: Naming<Name>): Name[] {
  const single = sorted.filter((mark) => mark !== 'topic' && mark !== 'stage')
  const names: Name[] = []
  for (const [at, mark] of single.entries()) {
    const first = add(add(add(empty, '#'), mark), '&')
    for (let other = at + 1; other < single.length; other++) names.push(add(first, single[other] ?? ''))
  }
  return names
}

/** Whether words of other business are there (concepts named `out-…`), and whether they stand alone. */
function foreign(marks: ReadonlySet<string>): string[] {
  if (![...marks].some((mark) => mark.startsWith('out-'))) return []
  return HOME.some((mark) => marks.has(mark)) ? ['out'] : ['out', 'out-alone']
}

function addNgrams<Name>(
  grams: Set<Name>,
  units: readonly string[],
  shortest: number,
  longest: number,
  prefix: Name,
  { add }: Naming<Name>,
): void {
  for (let from = 0; from < units.length; from++) {
    let gram = add(prefix, units[from] ?? '')
    for (let length = 1; length <= longest && from + length <= units.length; length++) {
      if (length > 1) gram = add(add(gram, ' '), units[from + length - 1] ?? '')
      if (length >= shortest) grams.add(gram)
    }
  }
}

function size(units: number): number {
  return [1, 2, 4, 8].find((limit) => units <= limit) ?? 16
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
