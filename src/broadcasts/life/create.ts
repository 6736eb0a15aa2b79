import { auditWrite } from '../../audit/entry.ts'
import { audienceBy } from '../../audiences/by.ts'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import { may } from '../../staff/permissions.ts'
import { type Query, statement } from '../../storage/store.ts'
import { sealedBody } from '../broadcast.ts'
import { type Estimate, estimateOf } from '../estimate/estimate.ts'
import type { BroadcastResult } from './move.ts'
import { knownAnswer, type Once, onceWrite } from './once.ts'
import { type Plan, planFaults } from '../plan.ts'

/** A fresh draft. */
export type Created = {
  readonly id: string
  readonly state: 'draft'
  readonly version: 1
  readonly estimate: Estimate
}

const DRAFT = `insert into broadcasts (id, name, state, version, writers, county, township, audience, sealed, send_at, repeat,
    rest_days, estimate, created_at, verb, verb_by, verb_at)
  values (?1, ?2, 'draft', 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 'create', ?13, ?12)`

/**
 * Keeps a broadcast as a draft, and tells what it would come to. `once`: the same request again gives the first's answer.
 * Faults: forbidden, invalid (every field that is wrong; a key that was used for another request).
 */
export async function createBroadcast(
  services: Services,
  actor: Actor,
  plan: Plan,
  once?: Once,
): Promise<BroadcastResult<Created>> {
  if (!may(actor, 'broadcasts.write')) return { ok: false, fault: { code: 'forbidden' } }
  const known = await knownAnswer<Created>(services, actor, once)
  if (known !== null) return known
  const fields = planFaults(actor, plan, services.clock(), await audienceBy(services, plan.audience))
  if (fields.length > 0) return { ok: false, fault: { code: 'invalid', fields } }
  const id = services.ids()
  const estimated = await estimateOf(services, actor, plan, id)
  if (!estimated.ok) return estimated
  const created: Created = { id, state: 'draft', version: 1, estimate: estimated.estimate }
  const commit = await services.store.atomically(await writesOf(services, actor, plan, created, once))
  if (commit === 'committed') {
    services.log.info('broadcast drafted', { size: created.estimate.size, by: actor.name })
    return { ok: true, value: created }
  }
  // Of two requests with one key at once, the other was quicker.
  return (await knownAnswer<Created>(services, actor, once)) ?? { ok: false, fault: { code: 'conflict' } }
}

async function writesOf(
  services: Services,
  actor: Actor,
  { name, audience, body, sendAt, repeat, restDays }: Plan,
  created: Created,
  once: Once | undefined,
): Promise<readonly Query[]> {
  const { id, estimate } = created
  const { county, township = null } = audience
  const now = services.clock().toISOString()
  return [
    statement(DRAFT, [
      id,
      name,
      JSON.stringify([actor.name]),
      county,
      township,
      JSON.stringify(audience),
      await sealedBody(services.vault, id, body),
      sendAt,
      repeat === null ? null : JSON.stringify(repeat),
      restDays,
      JSON.stringify(estimate),
      now,
      actor.name,
    ]),
    auditWrite(services, actor, {
      action: 'broadcast.create',
      subject: id,
      place: { county, township },
      detail: { size: estimate.size, messages: estimate.messages },
    }),
    ...(once === undefined ? [] : [onceWrite(services, actor, once, created)]),
  ]
}
