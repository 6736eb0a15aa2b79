import { z } from 'zod'
import { PROPOSAL_STATES } from '../../amendments/proposal.ts'
import { CHANGES } from '../../policy/parameters/change.ts'
import { EFFECTS } from '../../policy/moves.ts'
import { PROGRAMME_IDS } from '../../policy/programme.ts'

const whole = z.int()
const instant = z.string().nullable()
const next = z.string().nullable().describe('`after` of the next page; null at the end.')
const counts = z.record(z.string(), whole)
const programme = z.enum(PROGRAMME_IDS)
const effect = z
  .enum(EFFECTS)
  .describe(
    '`gains`, `loses`: qualifies, or does so no more; `opened`, `doubted`: can no longer be told, and was a no, or a yes; `closed`: could not be told, and is a no; `more`, `less`, `altered`: qualifies as before, for another sum or on other terms.',
  )
const because = z
  .array(z.string())
  .describe('The conditions that turned; `benefit` where what is given changes.')
const stands = {
  from: z.string(),
  citation: z.string().describe('The clause, or the decision laid over it.'),
  isAmended: z.boolean(),
}
const counties = z.array(z.object({ county: z.string(), listed: z.boolean().nullable(), ...stands }))

const Proposal = z.object({
  id: z.string(),
  name: z.string(),
  from: z.string(),
  changes: CHANGES,
  citation: z.string(),
  source: z.string(),
  state: z.enum(PROPOSAL_STATES),
  isInForce: z.boolean().describe('Approved, and its day has come.'),
  proposedBy: z.string(),
  proposedAt: z.string(),
  decidedBy: instant,
  decidedAt: instant,
  remark: z.string().nullable().describe('Why it was refused or withdrawn.'),
})

const Moved = z.object({
  household: z.string(),
  county: z.string(),
  person: z.string(),
  programme,
  effect,
  because,
})

/** What the staff API answers of the plan and its changes, by the names under which `/openapi.json` describes it. */
export const POLICY_ANSWERS = {
  PolicyBook: z
    .looseObject({
      day: z.string(),
      plan: z.string(),
      programmes: z.array(
        z.looseObject({
          id: programme,
          rule: z.looseObject({}).nullable().describe('Null where it is not in force.'),
          stands: z.object(stands).nullable().describe('Null before the plan.'),
        }),
      ),
      figures: z.array(
        z.object({
          id: z.string(),
          unit: z.enum(['yuan', 'age', 'year', 'share', 'count']),
          value: z.number(),
          ...stands,
        }),
      ),
      standings: z.object({ standings: z.array(z.string()), ...stands }).nullable(),
      counties: z.object({ plan: counties, tibetanArea: counties, oldRevolutionaryArea: counties }),
    })
    .describe('All that the rules read on a day, each with since when and by what.'),
  PolicyProposal: Proposal.describe('A decision that changes the plan from a day on.'),
  PolicyProposals: z
    .object({ proposals: z.array(Proposal), next })
    .describe('One page of decisions, the newest first.'),
  PolicyEffect: z
    .object({
      progress: z
        .object({
          day: z.string().describe('Of which it tells.'),
          households: whole.describe('Looked at so far.'),
          persons: whole,
          total: whole.describe('Households to look at.'),
          startedAt: z.string(),
          finishedAt: instant.describe('Null while it is under way: ask again.'),
        })
        .describe('How far it is worked out.'),
      totals: z
        .array(z.object({ effect, households: whole, persons: whole }))
        .describe('Each household and person once, however many programmes they are moved in.'),
      lines: z.array(
        z.object({
          programme,
          effect,
          persons: whole,
          because: counts.describe('Persons by what turned, conditions parted by spaces.'),
          counties: counts,
          languages: counts,
        }),
      ),
      sample: z
        .array(Moved.extend({ stage: z.string().nullable(), name: z.string().nullable() }).loose())
        .describe('Ten of them, each with both determinations; a token learns no name.'),
    })
    .describe('Whom a decision moves, over the whole register.'),
  PolicyMoved: z
    .object({ moved: z.array(Moved), next })
    .describe('One page of those whom a decision moves, as far as it is worked out.'),
}
