import type { Gathering, Query, Store } from './store.ts'

/** Begins to gather: in memory, where a store knows no better. */
export function gather(store: Store): Gathering {
  return store.gather?.() ?? gatherInMemory(store.atomically)
}

export function gatherInMemory(atomically: Store['atomically']): Gathering {
  const waiting: Query[] = []
  return {
    add: async (writes) => {
      waiting.push(...writes)
    },
    commit: () => atomically(waiting),
  }
}
