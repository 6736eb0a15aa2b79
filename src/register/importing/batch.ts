import { gather } from '../../storage/gathering.ts'
import type { Gathering, Query, Store } from '../../storage/store.ts'
import { mustStillRun } from './progress.ts'
import { ImportStopped } from './report.ts'

/**
 * Gathers the writes of whole households and commits them together, some `rowsAtOnce` rows of the file at a time. While
 * one batch is committed the next is gathered: no household and no person stands in two of them. Throws where a later
 * import has taken over.
 */
export function batch(store: Store, importId: string, rowsAtOnce: number) {
  let gathering: Gathering | null = null
  let rows = 0
  let underWay: Promise<unknown> = Promise.resolve()
  const begun = async () => {
    const fresh = gather(store)
    await fresh.add(mustStillRun(importId))
    return fresh
  }
  const commit = async () => {
    rows = 0
    await underWay
    if (gathering === null) return
    const committed = written(gathering)
    gathering = null
    // Whoever awaits `underWay` next hears of a failure; until then it is nobody's unhandled rejection.
    committed.catch(() => undefined)
    underWay = committed
  }
  return {
    add: async (writes: readonly Query[], count: number) => {
      rows += count
      if (writes.length > 0) {
        gathering ??= await begun()
        await gathering.add(writes)
      }
      if (rows >= rowsAtOnce) await commit()
    },
    /** Commits what is left, and waits until all is written. */
    end: async () => {
      await commit()
      await underWay
    },
  }
}

async function written(gathering: Gathering): Promise<void> {
  if ((await gathering.commit()) !== 'committed') throw new ImportStopped('taken-over')
}
