import { auditWrite } from '../audit/entry.ts'
import { bookInForce } from '../book/in-force.ts'
import { changeFaults } from '../policy/parameters/change-faults.ts'
import { dayOf } from '../time/clock.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { PROVINCE } from '../staff/area.ts'
import { type Action, may } from '../staff/permissions.ts'
import { statement } from '../storage/store.ts'
import { findProposal } from './find.ts'
import type { Draft, ProposalResult } from './proposal.ts'

const PROPOSE = `insert into policy_proposals (id, name, from_day, changes, citation, source, state, proposed_by, proposed_at)
  values (?1, ?2, ?3, ?4, ?5, ?6, 'proposed', ?7, ?8)`

const SAME = `select id from policy_proposals where state = 'proposed' and from_day = ?1 and changes = ?2 limit 1`

/**
 * Proposes a decision; nothing changes until another person approves it. Faults: forbidden (the province alone decides of
 * the plan), invalid (every change that is wrong; the same stands proposed already).
 */
export async function propose(
  services: Pick<Services, 'store' | 'clock' | 'ids' | 'log'>,
  actor: Actor,
  draft: Draft,
): Promise<ProposalResult> {
  if (!mayInProvince(actor, 'policy.propose')) return { ok: false, fault: { code: 'forbidden' } }
  const { store, clock, log } = services
  const now = clock()
  const fields = changeFaults(await bookInForce(store), draft, dayOf(now))
  if (fields.length > 0) return { ok: false, fault: { code: 'invalid', fields } }
  const { name, from, citation, source } = draft
  const changes = JSON.stringify(draft.changes)
  const [same] = await store.rows<{ id: string }>(SAME, [from, changes])
  if (same !== undefined) {
    const problem = `stands proposed already, as ${same.id}`
    return {
      ok: false,
      fault: { code: 'invalid', fields: [{ path: 'changes', problem, told: { code: 'proposed-already' } }] },
    }
  }
  const id = services.ids()
  await store.atomically([
    statement(PROPOSE, [id, name, from, changes, citation, source, actor.name, now.toISOString()]),
    auditWrite(services, actor, {
      action: 'policy.propose',
      subject: id,
      detail: { from, changes: draft.changes.length },
    }),
  ])
  log.info('policy change proposed', { by: actor.name })
  const proposal = await findProposal(store, id)
  return proposal === null ? { ok: false, fault: { code: 'not-found' } } : { ok: true, value: proposal }
}

/** Whether the actor may do this for the whole province: of the plan nobody else decides. */
export function mayInProvince(actor: Actor, action: Action): boolean {
  return may(actor, action) && actor.area.code === PROVINCE.code
}
