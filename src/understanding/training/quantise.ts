import type { StoredModel } from '../classifier/model.ts'
import { BIAS, type Weights } from './softmax.ts'

// More steps than these gain nothing measurable, and pack worse.
const STEPS = 32

/** Weights as signed bytes; rows that all round to nought are left out. `temperature` above 1 makes the model less sure. */
export function store({ classes, rows }: Weights, temperature = 1): StoredModel {
  let largest = 1e-9
  for (const row of rows.values()) for (const weight of row) largest = Math.max(largest, Math.abs(weight))
  const scale = largest / STEPS
  const bytes = (row: Float64Array | undefined) =>
    Array.from(row ?? new Float64Array(classes.length), (w) => Math.round(w / scale))
  const kept = [...rows]
    .map(([name, row]) => ({ name, row: bytes(row) }))
    .filter(({ name, row }) => name !== BIAS && row.some((byte) => Math.abs(byte) > 0))
  const all = Int8Array.from([...bytes(rows.get(BIAS)), ...kept.flatMap(({ row }) => row)])
  return {
    classes,
    features: kept.map(({ name }) => name).join('\n'),
    scale: scale / temperature,
    weights: Buffer.from(all.buffer).toString('base64'),
  }
}
