import { dayOf } from '../time/clock.ts'
import type { Services } from '../services.ts'
import { PROPOSAL_COLUMNS, type ProposalRow, toProposal } from './proposal.ts'
import { workOut } from './work-out.ts'

// A step is some four queries: an invocation on Workers may make a thousand.
const MOST_STEPS = 40

// Those still to be decided, and those approved whose day is to come: what is in force is worked out when it is asked for.
const OPEN = `select ${PROPOSAL_COLUMNS} from policy_proposals
  where state = 'proposed' or (state = 'approved' and from_day > ?1) order by id desc limit 5`

/**
 * Keeps worked out whom the decisions that are not yet in force would move, for as long as `budgetMs`: what is left goes on
 * with the next run. True where something is left.
 */
export async function keepEffects(
  services: Pick<Services, 'store' | 'clock'>,
  budgetMs: number,
): Promise<boolean> {
  const until = performance.now() + budgetMs
  const rows = await services.store.rows<ProposalRow>(OPEN, [dayOf(services.clock())])
  let isMore = false
  for (const row of rows) {
    const { finishedAt } = await workOut(services, toProposal(row), { steps: MOST_STEPS, until })
    if (finishedAt === null) isMore = true
  }
  return isMore
}
