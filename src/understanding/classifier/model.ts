import type { Features } from './features.ts'

/** A trained softmax regression as stored: one row of signed bytes a feature, one column a class, base64; first row the bias. */
export type StoredModel = {
  readonly classes: readonly string[]
  /** Names of the rows after the bias, joined by line feeds. */
  readonly features: string
  /** What one step of a byte is worth, calibration included. */
  readonly scale: number
  readonly weights: string
}

/** A model ready to use. */
export type Model = {
  readonly classes: readonly string[]
  /** Class probabilities, in the order of `classes`. */
  readonly probabilities: (features: Features) => number[]
}

/** Unpacks a stored model. */
export function loadModel(stored: StoredModel): Model {
  const weights = Int8Array.from(atob(stored.weights), (byte) => byte.charCodeAt(0))
  const rows = new Map(
    stored.features.split('\n').map((name, at) => [name, (at + 1) * stored.classes.length]),
  )
  const size = stored.classes.length
  return {
    classes: stored.classes,
    probabilities: (features) => {
      const scores = new Float64Array(size)
      addRow(scores, weights, 0, 1)
      for (const [name, value] of features) {
        const row = rows.get(name)
        if (row !== undefined) addRow(scores, weights, row, value)
      }
      return softmax(Array.from(scores, (score) => score * stored.scale))
    },
  }
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
