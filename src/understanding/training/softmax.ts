import type { Features } from '../classifier/features.ts'
import { softmax } from '../classifier/model.ts'

export type Sample = {
  readonly features: Features<string>
  readonly label: string
  readonly later?: true
}
export type Weights = { readonly classes: string[]; readonly rows: Map<string, Float64Array> }
export type Options = {
  readonly epochs: number
  readonly rate: number
  readonly decay: number
  /** The share of a sample's features that is left out each time it is learnt, so that none is leaned on alone. */
  readonly dropout: number
  readonly atLeast: (feature: string) => number
}

/** The row of the bias. */
export const BIAS = ''

/** Fits a multinomial logistic regression by AdaGrad; the same samples give the same weights. */
export function fitSoftmax(
  samples: readonly Sample[],
  { epochs, rate, decay, dropout, atLeast }: Options,
): Weights {
  const classes = [...new Set(samples.map((sample) => sample.label))].sort()
  const names = [BIAS, ...frequent(samples, atLeast)]
  const places = new Map(names.map((name, at) => [name, at * classes.length]))
  const encoded = samples.map((sample) => ({
    ...encode(sample, places, classes),
    isLater: sample.later === true,
  }))
  const weights = new Float64Array(names.length * classes.length)
  const squares = new Float64Array(weights.length).fill(1e-3)
  const random = generator(20150901)
  // Of their own, so that the others are shuffled as they are without them: what a few labels change is theirs.
  const randomLater = generator(20260901)
  const randomOf = ({ isLater }: { readonly isLater: boolean }) => (isLater ? randomLater : random)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const sample of shuffle(encoded, (one) => randomOf(one)())) {
      const { rows, label } = sample
      const values = thinned(sample.values, dropout, randomOf(sample))
      const wrong = probabilities(weights, rows, values, classes.length)
      wrong[label] = (wrong[label] ?? 0) - 1
      for (let at = 0; at < rows.length; at++) {
        step(weights, squares, rows[at] ?? 0, wrong, values[at] ?? 0, rate, decay)
      }
    }
  }
  const row = (at: number) => weights.subarray(at * classes.length, (at + 1) * classes.length)
  return { classes, rows: new Map(names.map((name, at) => [name, row(at)])) }
}

/** Class probabilities of unquantised weights, sharpened by `temperature`. */
export function score({ classes, rows }: Weights, features: Features<string>, temperature = 1): number[] {
  const scores = new Array<number>(classes.length).fill(0)
  for (const { names, value } of [{ names: [BIAS], value: 1 }, ...features]) {
    for (const name of names) {
      rows.get(name)?.forEach((weight, at) => {
        scores[at] = (scores[at] ?? 0) + weight * value
      })
    }
  }
  return softmax(scores.map((one) => one / temperature))
}

/** A sample as places of its rows in the weights, the bias first, and what each counts. */
type Encoded = { readonly rows: Int32Array; readonly values: Float64Array; readonly label: number }

function encode(
  { features, label }: Sample,
  places: ReadonlyMap<string, number>,
  classes: string[],
): Encoded {
  const rows = [0]
  const values = [1]
  for (const { names, value } of features) {
    for (const name of names) {
      const place = places.get(name)
      if (place === undefined) continue
      rows.push(place)
      values.push(value)
    }
  }
  return { rows: Int32Array.from(rows), values: Float64Array.from(values), label: classes.indexOf(label) }
}

/** Values of which a share is nought, but for the bias; the rest count the more. */
function thinned(values: Float64Array, dropout: number, random: () => number): Float64Array {
  return values.map((value, at) => (at === 0 ? value : random() < dropout ? 0 : value / (1 - dropout)))
}

function probabilities(
  weights: Float64Array,
  rows: Int32Array,
  values: Float64Array,
  width: number,
): number[] {
  const scores = new Array<number>(width).fill(0)
  for (let at = 0; at < rows.length; at++) {
    const from = rows[at] ?? 0
    const value = values[at] ?? 0
    for (let column = 0; column < width; column++) {
      scores[column] = (scores[column] ?? 0) + (weights[from + column] ?? 0) * value
    }
  }
  return softmax(scores)
}

function step(
  weights: Float64Array,
  squares: Float64Array,
  from: number,
  wrong: readonly number[],
  value: number,
  rate: number,
  decay: number,
): void {
  for (let column = 0; column < wrong.length; column++) {
    const at = from + column
    const weight = weights[at] ?? 0
    const gradient = (wrong[column] ?? 0) * value + decay * weight
    const square = (squares[at] ?? 0) + gradient * gradient
    squares[at] = square
    weights[at] = weight - (rate * gradient) / Math.sqrt(square)
  }
}

function frequent(samples: readonly Sample[], atLeast: (feature: string) => number): string[] {
  const counts = new Map<string, number>()
  for (const { features } of samples)
    for (const { names } of features) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .filter(([name, count]) => count >= atLeast(name))
    .map(([name]) => name)
    .sort()
}

function shuffle<T>(items: readonly T[], keyOf: (item: T) => number): T[] {
  const order = items.map((item) => ({ item, key: keyOf(item) }))
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
