import { endBroadcastWrite } from '../../outbox/broadcasts.ts'
import type { Services } from '../../services.ts'
import { statement } from '../../storage/store.ts'
import { type Active, activeIn } from './active.ts'
import { moveByClock } from '../life/clock-moves.ts'
import { nextTime } from '../life/recurrence.ts'
import { newRun, runsOf } from '../runs.ts'

const FINISH = 'update broadcast_runs set finished_at = ?2 where id = ?1'
const ON_ITS_WAY = `select 1 as one from outbox where broadcast_id = ?1 and state in ('queued', 'sending') limit 1`

/** Ends every run of which nothing is left to leave; a broadcast that is repeated then waits for its next. */
export async function finishRuns(services: Services): Promise<void> {
  for (const active of await activeIn(services, 'sending')) {
    if (active.run.isThrough && !(await isOnItsWay(services, active))) await finish(services, active)
  }
}

async function isOnItsWay({ store }: Services, { run }: Active): Promise<boolean> {
  return (await store.rows(ON_ITS_WAY, [run.id])).length > 0
}

async function finish(services: Services, { broadcast, run }: Active): Promise<void> {
  const now = services.clock()
  const ended = [statement(FINISH, [run.id, now.toISOString()]), endBroadcastWrite(run.id)]
  const due = await nextDue(services, { broadcast, run }, now)
  if (due === null) await moveByClock(services, broadcast, 'finish', ended)
  else {
    const next = newRun(services, { broadcastId: broadcast.id, number: run.number + 1, due })
    await moveByClock(services, broadcast, 'recur', [...ended, next])
  }
}

async function nextDue({ store }: Services, { broadcast, run }: Active, now: Date): Promise<Date | null> {
  if (broadcast.repeat === null) return null
  const [first = run] = await runsOf(store, broadcast.id)
  return nextTime(new Date(first.dueAt), broadcast.repeat, now)
}
