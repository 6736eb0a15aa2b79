import type { Example } from '../../../src/understanding/training/examples.ts'
import { seeded } from '../random.ts'
import { labelOf } from './sets.ts'

const EPOCHS = 20
const RATE = 0.3
const LONGEST = 3

/** The plain reference: a softmax regression on a sentence's runs of one to three characters, by AdaGrad. */
export function trainRegression(examples: readonly Example[]): (text: string) => string {
  const labels = [...new Set(examples.map(labelOf))]
  const places = new Map<string, number>()
  for (const { text } of examples)
    for (const run of runsOf(text)) if (!places.has(run)) places.set(run, places.size)
  const rows = Array.from({ length: places.size }, () => new Float64Array(labels.length))
  const squares = rows.map(() => new Float64Array(labels.length).fill(1e-8))
  const samples = examples.map((example) => ({
    at: known(example.text),
    label: labels.indexOf(labelOf(example)),
  }))
  const random = seeded(1)

  for (let step = 0; step < EPOCHS * samples.length; step++) {
    const { at, label } = random.pick(samples)
    const wrong = softmax(score(at))
    wrong[label] = (wrong[label] ?? 0) - 1
    for (const place of at) descend(rows[place], squares[place], wrong, 1 / Math.sqrt(at.length))
  }
  return (text) => labels[largest(score(known(text)))] ?? ''

  function known(text: string): number[] {
    return runsOf(text).flatMap((run) => places.get(run) ?? [])
  }

  function score(at: readonly number[]): Float64Array {
    const scores = new Float64Array(labels.length)
    for (const place of at) {
      const row = rows[place]
      if (row !== undefined)
        for (let each = 0; each < scores.length; each++)
          scores[each] = (scores[each] ?? 0) + (row[each] ?? 0) / Math.sqrt(at.length)
    }
    return scores
  }
}

function descend(
  row: Float64Array | undefined,
  square: Float64Array | undefined,
  wrong: Float64Array,
  value: number,
): void {
  if (row === undefined || square === undefined) return
  for (let at = 0; at < row.length; at++) {
    const gradient = (wrong[at] ?? 0) * value
    square[at] = (square[at] ?? 0) + gradient * gradient
    row[at] = (row[at] ?? 0) - (RATE * gradient) / Math.sqrt(square[at] ?? 1)
  }
}

function softmax(scores: Float64Array): Float64Array {
  const top = Math.max(...scores)
  const raised = scores.map((score) => Math.exp(score - top))
  const sum = raised.reduce((total, one) => total + one, 0)
  return raised.map((one) => one / sum)
}

function largest(scores: Float64Array): number {
  return scores.reduce(
    (best, score, at) => (score > (scores[best] ?? Number.NEGATIVE_INFINITY) ? at : best),
    0,
  )
}

function runsOf(text: string): string[] {
  const letters = [...`^${text.normalize('NFKC').toLowerCase()}$`]
  return letters.flatMap((_, at) =>
    Array.from({ length: Math.min(LONGEST, letters.length - at) }, (_unused, more) =>
      letters.slice(at, at + more + 1).join(''),
    ),
  )
}
