import { gather } from '../../storage/gathering.ts'
import type { Gathering, Query, Store } from '../../storage/store.ts'
import { mustStillRun } from './progress.ts'
import { ImportStopped } from './report.ts'

const FIRST_BATCH = 1_000
const SMALL_FILE_BATCH = 2_000
const LEAST_BATCHES = 8

/**
 * Gathers the writes of whole households and commits them together: at first few, so that the writing begins early, then
 * up to `rowsAtOnce` rows or an eighth of the file's `rows`, and half of what is left towards the end, since nobody reads
 * while the last batch is written. While one is written the next is gathered: no household and no person stands in two
 * of them. Throws where a later import has taken over.
 */
export function batch(store: Store, importId: string, rowsAtOnce: number, ofRows: number) {
  const most = Math.min(rowsAtOnce, Math.max(SMALL_FILE_BATCH, Math.ceil(ofRows / LEAST_BATCHES)))
  let enough = Math.min(FIRST_BATCH, most)
  let left = ofRows
  let gathering: Gathering | null = null
  let rows = 0
  let underWay: Promise<unknown> = Promise.resolve()
  const begun = async () => {
    const fresh = gather(store)
    await fresh.add(mustStillRun(importId))
    return fresh
  }
  const commit = async () => {
    left -= rows
    rows = 0
    enough = Math.min(enough * 2, most, Math.max(FIRST_BATCH, Math.ceil(left / 2)))
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
      if (rows >= enough) await commit()
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
