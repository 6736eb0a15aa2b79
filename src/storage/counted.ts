import type { Store } from './store.ts'

/** A store that counts the statements given to it, each of a batch as one: so D1 counts what an invocation may make. */
export function counted(store: Store): { readonly store: Store; readonly spent: () => number } {
  let count = 0
  return {
    spent: () => count,
    store: {
      ...store,
      rows: (sql, params) => {
        count += 1
        return store.rows(sql, params)
      },
      atomically: (writes) => {
        count += writes.length
        return store.atomically(writes)
      },
    },
  }
}
