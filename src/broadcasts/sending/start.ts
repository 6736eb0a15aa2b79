import { runBroadcastWrite } from '../../outbox/broadcasts.ts'
import type { Services } from '../../services.ts'
import { statement } from '../../storage/store.ts'
import { activeIn } from './active.ts'
import { moveByClock } from '../life/clock-moves.ts'

const START = 'update broadcast_runs set started_at = coalesce(started_at, ?2) where id = ?1'

/** Begins, or goes on with, every run whose time has come. */
export async function startDue(services: Services): Promise<void> {
  const now = services.clock().toISOString()
  for (const { broadcast, run } of await activeIn(services, 'scheduled')) {
    if (run.dueAt > now) continue
    await moveByClock(services, broadcast, 'start', [
      statement(START, [run.id, now]),
      runBroadcastWrite(run.id),
    ])
  }
}
