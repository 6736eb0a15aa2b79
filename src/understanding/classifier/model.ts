import type { Features } from './features.ts'
import { digested } from './naming.ts'
import { unpack } from './packing.ts'
import { placesOf } from './places.ts'

/**
 * Softmax regressions over the same features, as stored: a row of small whole numbers for each feature, the models' columns
 * side by side, one a class, packed; the first row is the bias. So a feature is named, and looked up, once for all.
 */
export type StoredRegressions = {
  readonly models: readonly {
    readonly classes: readonly string[]
    /** What one step of a weight is worth, calibration included. */
    readonly scale: number
  }[]
  /** Names of the rows after the bias, joined by line feeds. */
  readonly features: string
  readonly weights: string
}

/** The probabilities of each model's classes, models and classes in the order they are stored. */
export type Regressions = (features: Features<number>) => readonly (readonly number[])[]

/** Unpacks stored models. */
export function loadRegressions({ models, features, weights }: StoredRegressions): Regressions {
  const width = models.reduce((sum, { classes }) => sum + classes.length, 0)
  const rows = sparse(unpack(weights), width)
  const placeOf = placesOf(features.split('\n').map((name) => digested(null, name)))
  return (seen) => {
    const scores = new Float64Array(width)
    addRow(scores, rows, 0, 1)
    for (const { names, value } of seen) {
      for (const name of names) {
        const place = placeOf(name)
        if (place !== 0) addRow(scores, rows, place, value)
      }
    }
    let column = 0
    return models.map(({ classes, scale }) => {
      const own = scores.subarray(column, column + classes.length)
      column += classes.length
      return softmax(Array.from(own, (score) => score * scale))
    })
  }
}

/** The weights that are not nought, row after row, each with its column; `ends` are where the rows end. Most are nought. */
type Rows = { readonly ends: Uint32Array; readonly columns: Uint8Array; readonly weights: Int8Array }

function sparse(dense: Int8Array, width: number): Rows {
  const ends = new Uint32Array(dense.length / width)
  const columns: number[] = []
  const weights: number[] = []
  for (const [at, weight] of dense.entries()) {
    if (weight !== 0) {
      columns.push(at % width)
      weights.push(weight)
    }
    if (at % width === width - 1) ends[(at + 1) / width - 1] = weights.length
  }
  return { ends, columns: Uint8Array.from(columns), weights: Int8Array.from(weights) }
}

function addRow(scores: Float64Array, { ends, columns, weights }: Rows, row: number, value: number): void {
  const end = ends[row] ?? 0
  for (let at = row === 0 ? 0 : (ends[row - 1] ?? 0); at < end; at++) {
    const column = columns[at] ?? 0
    scores[column] = (scores[column] ?? 0) + (weights[at] ?? 0) * value
  }
}

/** Scores as probabilities. */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - highest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
