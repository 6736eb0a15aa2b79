import { auditWrite } from '../audit/entry.ts'
import { BOOK_VERSION, bookInForce } from '../book/in-force.ts'
import type { Fault } from '../fault.ts'
import { changeFaults } from '../policy/parameters/change-faults.ts'
import { dayOf } from '../time/clock.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import type { Action } from '../staff/permissions.ts'
import { mustHaveChangedOne, statement } from '../storage/store.ts'
import { findProposal } from './find.ts'
import type { Proposal, ProposalResult, ProposalState } from './proposal.ts'
import { mayInProvince } from './propose.ts'

type OfProposals = Pick<Services, 'store' | 'clock' | 'ids' | 'log'>

/**
 * Makes a proposal part of the plan from its day on. Whoever proposed it cannot. Faults: forbidden, not-found, conflict (it
 * is decided already), invalid (what was approved since leaves it nothing to change, or at odds with it).
 */
export function approve(services: OfProposals, actor: Actor, id: string): Promise<ProposalResult> {
  return decide(services, actor, id, {
    to: 'approved',
    remark: null,
    allowed: (proposal) =>
      mayInProvince(actor, 'policy.approve') ? ownFault(actor, proposal) : { code: 'forbidden' },
    against: async (proposal) => {
      const fields = changeFaults(await bookInForce(services.store), proposal, dayOf(services.clock()))
      return fields.length === 0 ? null : { code: 'invalid', fields }
    },
  })
}

/** Says no to a proposal, and why. Faults: forbidden, not-found, conflict (it is decided already). */
export function refuse(
  services: OfProposals,
  actor: Actor,
  id: string,
  remark: string,
): Promise<ProposalResult> {
  return decide(services, actor, id, {
    to: 'refused',
    remark,
    allowed: (proposal) =>
      mayInProvince(actor, 'policy.approve') ? ownFault(actor, proposal) : { code: 'forbidden' },
  })
}

/**
 * Takes a proposal back: by whoever may propose while it is undecided, by whoever may approve until its day has come. Once
 * it is in force only another decision changes it. Faults: forbidden, not-found, conflict.
 */
export function withdraw(
  services: OfProposals,
  actor: Actor,
  id: string,
  remark: string,
): Promise<ProposalResult> {
  return decide(services, actor, id, {
    to: 'withdrawn',
    remark,
    allowed: ({ state }) => {
      const action: Action = state === 'approved' ? 'policy.approve' : 'policy.propose'
      return mayInProvince(actor, action) ? null : { code: 'forbidden' }
    },
  })
}

type Decision = {
  readonly to: Exclude<ProposalState, 'proposed'>
  readonly remark: string | null
  readonly allowed: (proposal: Proposal) => Fault | null
  readonly against?: (proposal: Proposal) => Promise<Fault | null>
}

// Every change of what is approved is a new version of the book.
const DECIDE = `update policy_proposals set state = ?3, decided_by = ?4, decided_at = ?5, remark = ?6,
    book_version = case when ?7 then coalesce(${BOOK_VERSION}, 0) + 1 else book_version end
  where id = ?1 and state = ?2`

async function decide(
  services: OfProposals,
  actor: Actor,
  id: string,
  { to, remark, allowed, against }: Decision,
): Promise<ProposalResult> {
  const { store, clock, log } = services
  const found = await findProposal(store, id)
  if (found === null) return refused({ code: 'not-found' })
  const now = clock()
  const denied = allowed(found)
  if (denied !== null) return refused(denied)
  // The same again by the same person does nothing, and is answered alike.
  if (found.state === to && found.decidedBy === actor.name) return { ok: true, value: found }
  const fault = stateFault(found, to, dayOf(now)) ?? (await against?.(found)) ?? null
  if (fault !== null) return refused(fault)
  const isOfBook = to === 'approved' || found.state === 'approved'
  const commit = await store.atomically([
    statement(DECIDE, [id, found.state, to, actor.name, now.toISOString(), remark, Number(isOfBook)]),
    mustHaveChangedOne(),
    auditWrite(services, actor, {
      action: `policy.${VERB[to]}`,
      subject: id,
      detail: { state: found.state, from: found.from },
    }),
  ])
  if (commit === 'conflict') return refused({ code: 'conflict' })
  log.info('policy change decided', { state: to, by: actor.name })
  return {
    ok: true,
    value: { ...found, state: to, decidedBy: actor.name, decidedAt: now.toISOString(), remark },
  }
}

const VERB = { approved: 'approve', refused: 'refuse', withdrawn: 'withdraw' } as const

function ownFault({ name }: Actor, { proposedBy }: Proposal): Fault | null {
  if (name !== proposedBy) return null
  const fields = [
    {
      path: 'approver',
      problem: 'must be another person than who proposed it',
      told: { code: 'another-person' },
    } as const,
  ]
  return { code: 'forbidden', fields }
}

function stateFault({ state, from }: Proposal, to: Decision['to'], today: string): Fault | null {
  if (state === 'proposed') return null
  if (to !== 'withdrawn' || state !== 'approved') return conflict(`is ${state}`, 'moved-on')
  return from > today ? null : conflict('is in force: another decision can change it', 'in-force')
}

function conflict(problem: string, code: 'moved-on' | 'in-force'): Fault {
  return { code: 'conflict', fields: [{ path: 'state', problem, told: { code } }] }
}

function refused(fault: Fault): ProposalResult {
  return { ok: false, fault }
}
