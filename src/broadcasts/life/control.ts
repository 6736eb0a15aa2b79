import type { Fault } from '../../fault.ts'
import {
  broadcastCounts,
  cancelBroadcastWrite,
  pauseBroadcastWrite,
  runBroadcastWrite,
} from '../../outbox/broadcasts.ts'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import { type Query, type Store, statement } from '../../storage/store.ts'
import type { Broadcast } from '../broadcast.ts'
import { type BroadcastResult, move } from './move.ts'
import { type Run, runsOf } from '../runs.ts'

/** Whoever may write one or let one go may hold it. */
const EITHER = ['broadcasts.write', 'broadcasts.approve'] as const

/** Holds a broadcast, under way or not: what is queued of it does not leave. Faults: those of `move`. */
export function pauseBroadcast(
  services: Services,
  actor: Actor,
  id: string,
  version?: number,
): Promise<BroadcastResult> {
  const writes = ofRun(services, ({ id: run }) => [pauseBroadcastWrite(run)])
  return move(services, actor, id, { verb: 'pause', allowed: EITHER, writes }, version)
}

/** Goes on with a paused broadcast where it was. Faults: those of `move`. */
export function resumeBroadcast(
  services: Services,
  actor: Actor,
  id: string,
  version?: number,
): Promise<BroadcastResult> {
  const writes = ofRun(services, ({ id: run, startedAt }) =>
    startedAt === null ? [] : [runBroadcastWrite(run)],
  )
  return move(services, actor, id, { verb: 'resume', allowed: EITHER, writes }, version)
}

/** Ends a broadcast for good; what has left has left. Faults: those of `move`. */
export function cancelBroadcast(
  services: Services,
  actor: Actor,
  id: string,
  version?: number,
): Promise<BroadcastResult> {
  const writes = ofRun(services, ({ id: run }) => [cancelBroadcastWrite(run)])
  return move(services, actor, id, { verb: 'cancel', allowed: EITHER, writes }, version)
}

const AGAIN = `update broadcast_runs set pass = pass + 1, cursor = null, is_through = 0, finished_at = null, size = null, due_at = ?2
  where id = ?1`

/**
 * Sends again to those whom the last run failed to reach, each looked at anew: who no longer belongs to the audience, or
 * said stop, is left out. Faults: those of `move`, conflict (nobody failed).
 */
export function sendAgain(
  services: Services,
  actor: Actor,
  id: string,
  version?: number,
): Promise<BroadcastResult> {
  const against = async () => {
    const run = await lastRun(services.store, id)
    if (run === null || (await broadcastCounts(services, run.id)).failed === 0) return NOBODY_FAILED
    return null
  }
  const writes = ofRun(services, ({ id: run }) => [statement(AGAIN, [run, services.clock().toISOString()])])
  return move(services, actor, id, { verb: 'again', allowed: ['broadcasts.write'], against, writes }, version)
}

const NOBODY_FAILED: Fault = {
  code: 'conflict',
  fields: [
    {
      path: 'counts.failed',
      problem: 'is 0: there is nobody to send it to again',
      told: { code: 'nobody-failed' },
    },
  ],
}

function ofRun({ store }: Services, writesFor: (run: Run) => readonly Query[]) {
  return async ({ id }: Broadcast): Promise<readonly Query[]> => {
    const run = await lastRun(store, id)
    return run === null ? [] : writesFor(run)
  }
}

async function lastRun(store: Store, id: string): Promise<Run | null> {
  return (await runsOf(store, id)).at(-1) ?? null
}
