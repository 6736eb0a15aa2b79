import { z } from 'zod'
import { AUDIENCE } from '../../audiences/audience.ts'
import { LEDGER_FILTERS } from '../../audiences/ledger-filter.ts'
import { OUTCOMES } from '../../policy/determination.ts'
import { PROGRAMME_IDS } from '../../policy/programme.ts'

/** What `GET /api/v1/ledger` may be asked, as it stands in the address. */
export const LedgerRequest = z
  .strictObject({
    county: AUDIENCE.shape.county,
    township: z.string().min(1, 'must not be empty').max(60, 'must be at most 60 characters').optional(),
    programme: z.enum(PROGRAMME_IDS, `must be one of ${PROGRAMME_IDS.join(', ')}`).optional(),
    state: z.enum(LEDGER_FILTERS, `must be one of ${LEDGER_FILTERS.join(', ')}`).optional(),
    after: z
      .string()
      .regex(/^\d{6}\/\w+\/\w+\/\d+$/, 'must be `next` of the page before')
      .optional(),
    limit: z
      .string()
      .regex(/^([1-9]\d?|[1-4]\d\d|500)$/, 'must be 1 to 500')
      .optional(),
  })
  .refine(({ county, township }) => township === undefined || county.length === 6, {
    path: ['township'],
    message: 'needs the code of a county',
  })

const day = z.iso.date().nullable()
const fen = z.int().nullable().describe('In fen.')

/** What it answers, by the name under which `/openapi.json` describes it. */
export const LEDGER_ANSWERS = {
  StaffLedger: z
    .object({
      day: z.iso.date(),
      lines: z.array(
        z.object({
          county: z.string().describe('GB/T 2260 code.'),
          township: z.string().nullable(),
          household: z.string(),
          person: z.string(),
          programme: z.enum(PROGRAMME_IDS),
          outcome: z.enum(OUTCOMES).describe('By the rules and figures of today.'),
          schoolYear: z.int().describe('The year it began in.'),
          state: z.enum(['none', 'told', 'applied', 'granted', 'paid', 'refused']),
          toldOn: day,
          appliedOn: day,
          grantedOn: day,
          paidOn: day,
          refusedOn: day,
          grantedAmount: fen,
          paidAmount: fen,
        }),
      ),
      next: z.string().nullable().describe('`after` of the next page; null at the end.'),
      notCurrent: z.int().describe('Households whose outcomes could not yet be brought up to date.'),
    })
    .describe(
      'Who qualifies for what, and what came of it in this school year; nothing of it names a person.',
    ),
}
