import type { Features } from './features.ts'
import { digested } from './naming.ts'

/** A trained softmax regression as stored: one row of signed bytes a feature, one column a class, base64; first row the bias. */
export type StoredModel = {
  readonly classes: readonly string[]
  /** Names of the rows after the bias, joined by line feeds. */
  readonly features: string
  /** What one step of a byte is worth, calibration included. */
  readonly scale: number
  readonly weights: string
}

/** The probabilities of each model's classes, models and classes in the order they were given. */
export type Regressions = (features: Features<number>) => readonly (readonly number[])[]

/** Unpacks models over the same features: their rows stand side by side, so that a feature is looked up once for all. */
export function loadModels(models: readonly StoredModel[]): Regressions {
  const width = models.reduce((sum, { classes }) => sum + classes.length, 0)
  const rows = new Map(namesIn(models).map((name, at) => [digested(null, name), at * width]))
  const bias = digested(null, BIAS)
  const weights = sideBySide(models, width, rows)
  return (features) => {
    const scores = new Float64Array(width)
    addRow(scores, weights, rows.get(bias) ?? 0, 1)
    for (const [name, value] of features) {
      const row = rows.get(name)
      if (row !== undefined) addRow(scores, weights, row, value)
    }
    let column = 0
    return models.map(({ classes, scale }) => {
      const own = scores.subarray(column, column + classes.length)
      column += classes.length
      return softmax(Array.from(own, (score) => score * scale))
    })
  }
}

/** The name of the bias, which no feature has. */
const BIAS = ''

function namesIn(models: readonly StoredModel[]): string[] {
  return [...new Set(models.flatMap(rowsOf))]
}

function rowsOf({ features }: StoredModel): string[] {
  return [BIAS, ...features.split('\n')]
}

function sideBySide(
  models: readonly StoredModel[],
  width: number,
  rows: ReadonlyMap<number, number>,
): Int8Array {
  const weights = new Int8Array(rows.size * width)
  let column = 0
  for (const model of models) {
    const own = Int8Array.from(atob(model.weights), (byte) => byte.charCodeAt(0))
    const size = model.classes.length
    for (const [at, name] of rowsOf(model).entries()) {
      const row = rows.get(digested(null, name)) ?? 0
      weights.set(own.subarray(at * size, (at + 1) * size), row + column)
    }
    column += size
  }
  return weights
}

function addRow(scores: Float64Array, weights: Int8Array, row: number, value: number): void {
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) + (weights[row + at] ?? 0) * value
}

/** Scores as probabilities. */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - highest))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
