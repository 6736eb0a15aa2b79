import type { SqlValue } from '../storage/store.ts'

/** Gathers a statement's values as its conditions are written: `bind` gives the place that a value has. */
export type Binder = { readonly params: readonly SqlValue[]; readonly bind: (value: SqlValue) => string }

export function binder(): Binder {
  const params: SqlValue[] = []
  return { params, bind: (value) => `?${params.push(value)}` }
}
