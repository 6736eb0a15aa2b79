import type { Services } from '../../services.ts'
import { BROADCAST_COLUMNS, type Broadcast, type BroadcastRow, toBroadcast } from '../broadcast.ts'
import { RUN_COLUMNS, type Run, type RunRow, toRun } from '../runs.ts'
import type { State } from '../life/states.ts'

/** A broadcast with the run that it is in, or that it waits for. */
export type Active = { readonly broadcast: Broadcast; readonly run: Run }

const BROADCASTS = `select ${BROADCAST_COLUMNS} from broadcasts b where b.state = ?1 order by b.id`
const RUNS = `select ${RUN_COLUMNS} from broadcasts b
  join broadcast_runs r on r.broadcast_id = b.id and r.finished_at is null where b.state = ?1`

/** The broadcasts in a state, each with its run: few, however many there ever were. */
export async function activeIn(
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  state: Extract<State, 'scheduled' | 'sending'>,
): Promise<readonly Active[]> {
  const rows = await store.rows<BroadcastRow>(BROADCASTS, [state])
  if (rows.length === 0) return []
  const runs = new Map(
    (await store.rows<RunRow>(RUNS, [state])).map((row) => [row.broadcastId, toRun(row)] as const),
  )
  const active = await Promise.all(
    rows.map(async (row) => {
      const run = runs.get(row.id)
      return run === undefined ? [] : [{ broadcast: await toBroadcast(vault, row), run }]
    }),
  )
  return active.flat()
}
