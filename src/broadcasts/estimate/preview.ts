import type { Preview } from '../../audiences/preview.ts'
import { auditWrite } from '../../audit/entry.ts'
import { audienceBy } from '../../audiences/by.ts'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import { type Estimate, estimateOf } from './estimate.ts'
import { findBroadcast } from '../find.ts'
import type { BroadcastResult } from '../life/move.ts'
import { type Plan, planFaults } from '../plan.ts'

/** What a broadcast would come to, and who is in its audience. */
export type BroadcastPreview = { readonly estimate: Estimate; readonly audience: Preview }

/** What a plan would come to today; nothing of it is kept. Faults: invalid. */
export async function previewPlan(
  services: Services,
  actor: Actor,
  plan: Plan,
  broadcastId = '',
): Promise<BroadcastResult<BroadcastPreview>> {
  const fields = planFaults(actor, plan, services.clock(), await audienceBy(services, plan.audience))
  if (fields.length > 0) return { ok: false, fault: { code: 'invalid', fields } }
  const estimated = await estimateOf(services, actor, plan, broadcastId)
  if (!estimated.ok) return estimated
  const { county, township = null } = plan.audience
  const subject = broadcastId === '' ? null : broadcastId
  await services.store.atomically([
    auditWrite(services, actor, { action: 'broadcast.preview', subject, place: { county, township } }),
  ])
  const { estimate, preview } = estimated
  return { ok: true, value: { estimate, audience: preview } }
}

/** What a broadcast would come to today. Faults: not-found (or beyond the actor's area), invalid. */
export async function previewBroadcast(
  services: Services,
  actor: Actor,
  id: string,
): Promise<BroadcastResult<BroadcastPreview>> {
  const broadcast = await findBroadcast(services, actor, id)
  return broadcast === null
    ? { ok: false, fault: { code: 'not-found' } }
    : previewPlan(services, actor, broadcast, id)
}
