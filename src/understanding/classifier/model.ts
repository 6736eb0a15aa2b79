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
  const { cells, begins } = sparse(unpack(weights), width)
  const [bias = 0, ...others] = begins
  const placeOf = placesOf(
    features.split('\n').map((name) => digested.add(digested.empty, name)),
    others,
  )
  return (seen) => {
    const scores = new Float64Array(width)
    const steps = new Int32Array(width)
    addRow(steps, cells, bias, cells[bias] ?? 0)
    addSteps(scores, steps, 1)
    for (const { names, value } of seen) {
      // All are looked up before any is added: so the machine waits for memory but once, and not for each in turn.
      const rows: number[] = []
      for (const name of names) {
        const begin = placeOf(name)
        rows.push(begin, cells[begin] ?? 0)
      }
      for (let at = 0; at < rows.length; at += 2) addRow(steps, cells, rows[at] ?? 0, rows[at + 1] ?? 0)
      addSteps(scores, steps, value)
    }
    let column = 0
    return models.map(({ classes, scale }) => {
      const own = scores.subarray(column, column + classes.length)
      column += classes.length
      return softmax(own.map((score) => score * scale))
    })
  }
}

/**
 * The weights that are not nought, row after row: how many a row has, then each with its column before it. Most weights are
 * nought, and what is read together lies together. At 0 there is the row of what has none.
 */
type Rows = { readonly cells: Int8Array; readonly begins: readonly number[] }

function sparse(dense: Int8Array, width: number): Rows {
  const cells = [0]
  const begins: number[] = []
  for (let from = 0; from < dense.length; from += width) {
    const begin = cells.push(0) - 1
    begins.push(begin)
    for (let column = 0; column < width; column++) {
      const weight = dense[from + column] ?? 0
      if (weight !== 0) cells.push(column, weight)
    }
    cells[begin] = (cells.length - begin - 1) / 2
  }
  return { cells: Int8Array.from(cells), begins }
}

function addRow(steps: Int32Array, cells: Int8Array, begin: number, length: number): void {
  const end = begin + 1 + 2 * length
  for (let at = begin + 1; at < end; at += 2) {
    const column = cells[at] ?? 0
    steps[column] = (steps[column] ?? 0) + (cells[at + 1] ?? 0)
  }
}

/** Adds whole steps, each worth `value`, and begins to count anew. */
function addSteps(scores: Float64Array, steps: Int32Array, value: number): void {
  for (let column = 0; column < steps.length; column++) {
    scores[column] = (scores[column] ?? 0) + (steps[column] ?? 0) * value
    steps[column] = 0
  }
}

/** Scores as probabilities. */
export function softmax(scores: ArrayLike<number>): number[] {
  let highest = -Infinity
  for (let at = 0; at < scores.length; at++) highest = Math.max(highest, scores[at] ?? 0)
  const powers: number[] = []
  let sum = 0
  for (let at = 0; at < scores.length; at++) {
    const power = Math.exp((scores[at] ?? 0) - highest)
    sum += power
    powers.push(power)
  }
  return powers.map((power) => power / sum)
}
