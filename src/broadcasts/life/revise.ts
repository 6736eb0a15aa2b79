import { audienceBy } from '../../audiences/by.ts'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import { may } from '../../staff/permissions.ts'
import { statement } from '../../storage/store.ts'
import { type Broadcast, sealedBody } from '../broadcast.ts'
import { estimateOf } from '../estimate/estimate.ts'
import { type BroadcastResult, move } from './move.ts'
import { type Plan, planFaults } from '../plan.ts'

const REVISE = `update broadcasts set name = ?2, writers = ?3, county = ?4, township = ?5, audience = ?6, sealed = ?7,
    send_at = ?8, repeat = ?9, rest_days = ?10, estimate = ?11
  where id = ?1`

/**
 * Puts a draft in other words, or for another audience. Who revises it has written it too, and cannot approve it.
 * `version`: the one that was revised, so that nobody's work is written over. Faults: those of `move`, invalid.
 */
export async function reviseBroadcast(
  services: Services,
  actor: Actor,
  id: string,
  plan: Plan,
  version?: number,
): Promise<BroadcastResult> {
  if (!may(actor, 'broadcasts.write')) return { ok: false, fault: { code: 'forbidden' } }
  const fields = planFaults(actor, plan, services.clock(), await audienceBy(services, plan.audience))
  if (fields.length > 0) return { ok: false, fault: { code: 'invalid', fields } }
  const estimated = await estimateOf(services, actor, plan, id)
  if (!estimated.ok) return estimated
  const estimate = JSON.stringify(estimated.estimate)
  const sealed = await sealedBody(services.vault, id, plan.body)
  const { name, audience, sendAt, repeat, restDays } = plan
  const writes = ({ writers }: Broadcast) => [
    statement(REVISE, [
      id,
      name,
      JSON.stringify([...new Set([...writers, actor.name])]),
      audience.county,
      audience.township ?? null,
      JSON.stringify(audience),
      sealed,
      sendAt,
      repeat === null ? null : JSON.stringify(repeat),
      restDays,
      estimate,
    ]),
  ]
  return move(services, actor, id, { verb: 'revise', allowed: ['broadcasts.write'], writes }, version)
}
