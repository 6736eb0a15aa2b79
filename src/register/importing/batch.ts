import type { Query, Store } from '../../storage/store.ts'
import { mustStillRun } from './progress.ts'
import { ImportStopped } from './report.ts'

/**
 * Gathers the writes of whole households and commits them together, at least `rowsAtOnce` rows at a time. Throws where
 * a later import has taken over.
 */
export function batch(store: Store, importId: string, rowsAtOnce: number) {
  let waiting: Query[] = []
  let rows = 0
  const commit = async () => {
    if (waiting.length === 0) return
    const written = await store.atomically([...mustStillRun(importId), ...waiting])
    if (written !== 'committed') throw new ImportStopped('taken-over')
    waiting = []
    rows = 0
  }
  return {
    add: async (writes: readonly Query[], count: number) => {
      waiting.push(...writes)
      rows += count
      if (rows >= rowsAtOnce) await commit()
    },
    /** Commits what is left. */
    end: commit,
  }
}
