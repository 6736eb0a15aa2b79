import type { Amendment } from '../policy/parameters/amend.ts'
import type { Change } from '../policy/parameters/change.ts'
import type { Day } from '../policy/facts.ts'
import type { Result } from '../fault.ts'

export const PROPOSAL_STATES = ['proposed', 'approved', 'refused', 'withdrawn'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** A decision as its author writes it. */
export type Draft = Omit<Amendment, 'id'> & {
  /** For staff; no family sees it. */
  readonly name: string
  /** The decision's own words, or where they are found: for staff. */
  readonly source: string
}

/** A decision as it is kept. */
export type Proposal = Draft & {
  readonly id: string
  readonly state: ProposalState
  readonly proposedBy: string
  readonly proposedAt: string
  /** Who approved, refused or withdrew it. */
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  /** Why it was refused or withdrawn. */
  readonly remark: string | null
}

/** What came of a verb. */
export type ProposalResult = Result<Proposal>

export type ProposalRow = Omit<Proposal, 'changes'> & {
  /** JSON. */
  readonly changes: string
}

/** The columns of a ProposalRow. */
export const PROPOSAL_COLUMNS = `id, name, from_day as "from", changes, citation, source, state, proposed_by as proposedBy,
  proposed_at as proposedAt, decided_by as decidedBy, decided_at as decidedAt, remark`

/** A row as the proposal it is. */
export function toProposal(row: ProposalRow): Proposal {
  return { ...row, changes: JSON.parse(row.changes) as readonly Change[] }
}

/** Whether it is part of the plan on a day. */
export function isInForce({ state, from }: Pick<Proposal, 'state' | 'from'>, today: Day): boolean {
  return state === 'approved' && from <= today
}
