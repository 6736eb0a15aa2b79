import type { StoredRegressions } from '../classifier/model.ts'
import { pack } from '../classifier/packing.ts'
import { BIAS, type Weights } from './softmax.ts'

// More steps than these gain nothing measurable, and pack worse; nor does a weight of a single step, or of two where an n-gram
// is long or masked: its parts say nearly the same.
const STEPS = 24
const leastOf = (name: string): number => (name.startsWith('~') || name.split(' ').length > 2 ? 3 : 2)

/** A fitted model, and how much to cool it: a `temperature` above 1 makes it less sure. */
export type Fitted = { readonly weights: Weights; readonly temperature: number }

/** Weights as whole steps, the models side by side; rows that all round to nought are left out. */
export function store(fitted: readonly Fitted[]): StoredRegressions {
  const steps = fitted.map(({ weights }) => largestOf(weights) / STEPS)
  const names = [...new Set(fitted.flatMap(({ weights }) => [...weights.rows.keys()]))].sort()
  const rows = names
    .map((name) => ({
      name,
      row: fitted.flatMap(({ weights }, at) => stepsOf(weights, name, steps[at] ?? 1)),
    }))
    .filter(({ name, row }) => name === BIAS || row.some((weight) => weight !== 0))
  return {
    models: fitted.map(({ weights, temperature }, at) => ({
      classes: weights.classes,
      scale: (steps[at] ?? 1) / temperature,
    })),
    features: rows
      .slice(1)
      .map(({ name }) => name)
      .join('\n'),
    weights: pack(rows.flatMap(({ row }) => row)),
  }
}

function largestOf({ rows }: Weights): number {
  let largest = 1e-9
  for (const row of rows.values()) for (const weight of row) largest = Math.max(largest, Math.abs(weight))
  return largest
}

function stepsOf({ classes, rows }: Weights, name: string, step: number): number[] {
  const row = rows.get(name) ?? new Float64Array(classes.length)
  const least = name === BIAS ? 0 : leastOf(name)
  return Array.from(row, (weight) => {
    const steps = Math.round(weight / step)
    // Never -0, which would not be nought.
    return Math.abs(steps) < least ? 0 : steps + 0
  })
}
