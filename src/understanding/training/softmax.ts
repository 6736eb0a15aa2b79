import type { Features } from '../classifier/features.ts'
import { softmax } from '../classifier/model.ts'

export type Sample = { readonly features: Features<string>; readonly label: string }
export type Weights = { readonly classes: string[]; readonly rows: Map<string, Float64Array> }
export type Options = {
  readonly epochs: number
  readonly rate: number
  readonly decay: number
  readonly atLeast: (feature: string) => number
}

/** The row of the bias. */
export const BIAS = ''

/** Fits a multinomial logistic regression by AdaGrad; the same samples give the same weights. */
export function fitSoftmax(samples: readonly Sample[], { epochs, rate, decay, atLeast }: Options): Weights {
  const classes = [...new Set(samples.map((sample) => sample.label))].sort()
  const rows = new Map<string, Float64Array>([[BIAS, new Float64Array(classes.length)]])
  for (const name of frequent(samples, atLeast)) rows.set(name, new Float64Array(classes.length))
  const squares = new Map([...rows.keys()].map((name) => [name, new Float64Array(classes.length).fill(1e-3)]))
  const weights: Weights = { classes, rows }
  const random = generator(20150901)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const sample of shuffle(samples, random)) {
      const wrong = score(weights, sample.features)
      const label = classes.indexOf(sample.label)
      wrong[label] = (wrong[label] ?? 0) - 1
      for (const [name, value] of [[BIAS, 1] as const, ...sample.features]) {
        const row = rows.get(name)
        const square = squares.get(name)
        if (row !== undefined && square !== undefined) step(row, square, wrong, value, rate, decay)
      }
    }
  }
  return weights
}

/** Class probabilities of unquantised weights, sharpened by `temperature`. */
export function score({ classes, rows }: Weights, features: Features<string>, temperature = 1): number[] {
  const scores = new Array<number>(classes.length).fill(0)
  for (const [name, value] of [[BIAS, 1] as const, ...features]) {
    rows.get(name)?.forEach((weight, at) => {
      scores[at] = (scores[at] ?? 0) + weight * value
    })
  }
  return softmax(scores.map((one) => one / temperature))
}

function step(
  row: Float64Array,
  square: Float64Array,
  wrong: readonly number[],
  value: number,
  rate: number,
  decay: number,
): void {
  for (let at = 0; at < row.length; at++) {
    const gradient = (wrong[at] ?? 0) * value + decay * (row[at] ?? 0)
    square[at] = (square[at] ?? 0) + gradient * gradient
    row[at] = (row[at] ?? 0) - (rate * gradient) / Math.sqrt(square[at] ?? 1)
  }
}

function frequent(samples: readonly Sample[], atLeast: (feature: string) => number): string[] {
  const counts = new Map<string, number>()
  for (const { features } of samples)
    for (const [name] of features) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .filter(([name, count]) => count >= atLeast(name))
    .map(([name]) => name)
    .sort()
}

function shuffle<T>(items: readonly T[], random: () => number): T[] {
  const order = items.map((item) => ({ item, key: random() }))
  return order.sort((a, b) => a.key - b.key).map(({ item }) => item)
}

/** Mulberry32: a small seeded generator, so that training repeats. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
