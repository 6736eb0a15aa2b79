import type { Store } from '../storage/store.ts'
import {
  PROPOSAL_COLUMNS,
  type Proposal,
  type ProposalRow,
  type ProposalState,
  toProposal,
} from './proposal.ts'

/** One proposal; null where there is none. What is proposed for the plan is no secret of an area. */
export async function findProposal(store: Store, id: string): Promise<Proposal | null> {
  const sql = `select ${PROPOSAL_COLUMNS} from policy_proposals where id = ?1`
  const [row] = await store.rows<ProposalRow>(sql, [id])
  return row === undefined ? null : toProposal(row)
}

export type ProposalFilter = {
  readonly state: ProposalState | null
  /** The id of the last proposal of the page before. */
  readonly after: string | null
  /** Proposals a page, at most 100. */
  readonly limit: number
}

/** One page, the newest first. `next` continues it, null at the end. */
type ProposalPage = { readonly proposals: readonly Proposal[]; readonly next: string | null }

const PAGE = `select ${PROPOSAL_COLUMNS} from policy_proposals
  where (?1 is null or id < ?1) and (?2 is null or state = ?2) order by id desc limit ?3`

/** The proposals there are. */
export async function listProposals(
  store: Store,
  { state, after, limit }: ProposalFilter,
): Promise<ProposalPage> {
  const rows = await store.rows<ProposalRow>(PAGE, [after, state, limit + 1])
  const proposals = rows.slice(0, limit).map(toProposal)
  return { proposals, next: rows.length > limit ? (proposals.at(-1)?.id ?? null) : null }
}
