import { z } from 'zod'
import { PROPOSAL_STATES } from '../../amendments/proposal.ts'
import { EFFECTS } from '../../policy/moves.ts'
import { PROGRAMME_IDS } from '../../policy/programme.ts'

const limit = (most: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,2}$/, `must be 1 to ${most}`)
    .refine((value) => Number(value) <= most, `must be 1 to ${most}`)
    .optional()

/** What `GET /api/v1/policy` may be asked. */
export const BookQuery = z.strictObject({ day: z.iso.date('must be a day such as 2027-09-01').optional() })

/** What `GET /api/v1/policy/proposals` may be asked. */
export const ProposalQuery = z.strictObject({
  state: z.enum(PROPOSAL_STATES, `must be one of ${PROPOSAL_STATES.join(', ')}`).optional(),
  after: z
    .string()
    .regex(/^[0-9A-Z]{26}$/, 'must be `next` of the page before')
    .optional(),
  limit: limit(100),
})

/** What `GET /api/v1/policy/proposals/:id/effect` may be asked: of whom the sample is. */
export const EffectQuery = z.strictObject({
  programme: z.enum(PROGRAMME_IDS, `must be one of ${PROGRAMME_IDS.join(', ')}`).optional(),
  effect: z.enum(EFFECTS, `must be one of ${EFFECTS.join(', ')}`).optional(),
})

/** What `GET /api/v1/policy/proposals/:id/moved` may be asked. */
export const MovedQuery = EffectQuery.extend({
  after: z
    .string()
    .regex(/^\w{1,40}\/\w{1,40}\/[a-z0-9-]{1,60}$/, 'must be `next` of the page before')
    .optional(),
  limit: limit(500),
})
