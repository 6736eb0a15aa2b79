import type { Fault } from '../../fault.ts'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import { statement } from '../../storage/store.ts'
import type { Broadcast } from '../broadcast.ts'
import { type BroadcastResult, move } from './move.ts'
import { newRun } from '../runs.ts'
import { notReady } from './submit.ts'

const APPROVE = 'update broadcasts set approved_by = ?2, approved_at = ?3 where id = ?1'

/**
 * Lets a broadcast go: at its time, or at once where that is past, and never in quiet hours. Whoever wrote it cannot.
 * Faults: those of `move`, forbidden (a writer of it), invalid (a language of its families is missing).
 */
export function approveBroadcast(
  services: Services,
  actor: Actor,
  id: string,
  version?: number,
): Promise<BroadcastResult> {
  const against = (broadcast: Broadcast) =>
    broadcast.writers.includes(actor.name) ? OWN : notReady(services, actor, broadcast)
  const writes = ({ sendAt }: Broadcast) => {
    const now = services.clock()
    const due = sendAt === null || new Date(sendAt) < now ? now : new Date(sendAt)
    return [
      statement(APPROVE, [id, actor.name, now.toISOString()]),
      newRun(services, { broadcastId: id, number: 1, due }),
    ]
  }
  return move(
    services,
    actor,
    id,
    { verb: 'approve', allowed: ['broadcasts.approve'], against, writes },
    version,
  )
}

const OWN: Fault = {
  code: 'forbidden',
  fields: [
    {
      path: 'approver',
      problem: 'must be another person than who wrote it',
      told: { code: 'another-person' },
    },
  ],
}
