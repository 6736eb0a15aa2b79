import { z } from 'zod'
import { STAFF_OUTCOMES } from '../../cases/outcomes.ts'
import { CASE_KINDS, CASE_OUTCOMES, CASE_STATES } from '../../conversation/case.ts'
import { isCodeOfGansu } from '../../regions/county.ts'

const words = z
  .string('must be a text')
  .trim()
  .min(1, 'must not be empty')
  .max(1000, 'must be at most 1000 characters')

const StaffText = z
  .strictObject(
    { 'zh-CN': words.optional(), bo: words.optional() },
    'must be an object of texts by language: zh-CN, bo',
  )
  .refine(
    (text) => text['zh-CN'] !== undefined || text.bo !== undefined,
    'must hold a text in zh-CN, in bo or in both',
  )
  .describe('What the family reads, in each language. The language of every telephone that asked is needed.')
  // A language that was not written is absent, not undefined.
  .transform(({ 'zh-CN': zh, bo }) => ({
    ...(zh === undefined ? {} : { 'zh-CN': zh }),
    ...(bo === undefined ? {} : { bo }),
  }))

export const CaseReply = z
  .strictObject({ text: StaffText }, 'must be an object')
  .describe('An answer to the family of an open case.')

export const CaseResolution = z
  .strictObject(
    {
      outcome: z
        .enum(STAFF_OUTCOMES, `must be one of ${STAFF_OUTCOMES.join(', ')}`)
        .describe("How it was settled; the family is told it in the outcome's own words."),
      text: StaffText.optional(),
    },
    'must be an object',
  )
  .describe('The end of a case.')

/** What `GET /api/v1/cases` may be asked, as it stands in the address. */
export const CaseQuery = z.strictObject({
  state: z.enum(CASE_STATES, `must be one of ${CASE_STATES.join(', ')}`).optional(),
  kind: z.enum(CASE_KINDS, `must be one of ${CASE_KINDS.join(', ')}`).optional(),
  county: z
    .string()
    .regex(/^\d{6}$/, { error: 'must be a GB/T 2260 code of six digits', abort: true })
    // A stranger of another province may have a case, too.
    .refine((code) => !code.startsWith('62') || isCodeOfGansu(code), 'must be the code of a county')
    .optional(),
  overdue: z.enum(['true', 'false'], 'must be true or false').optional(),
  after: z
    .string()
    .regex(/^[0-9A-Z]{26}$/, 'must be `next` of the page before')
    .optional(),
  limit: z
    .string()
    .regex(/^([1-9]\d?|100)$/, 'must be 1 to 100')
    .optional(),
})

const Case = z
  .object({
    id: z.string(),
    reference: z.string().describe("The number that the family has; a report's is longer."),
    kind: z.enum(CASE_KINDS),
    state: z.enum(CASE_STATES),
    county: z.string().nullable().describe('GB/T 2260 code.'),
    household: z
      .string()
      .nullable()
      .describe("The register's household; null for a stranger and for every report."),
    openedAt: z.string(),
    dueOn: z.string().nullable().describe('The day by which the family should hear.'),
    isOverdue: z.boolean(),
    closedAt: z.string().nullable(),
    closedBy: z.string().nullable().describe('Who settled it: a staff member, a token, or `family`.'),
    outcome: z.enum(CASE_OUTCOMES).nullable(),
    reach: z
      .enum(['reachable', 'stopped', 'nobody'])
      .describe('Whether the family hears of it: `stopped` wants no messages, `nobody` left no telephone.'),
    joined: z.array(z.string()).describe("The same household's other telephones that asked the same."),
  })
  .describe('A case, as a list has it: nothing of it names a person.')

/** What the staff API answers, by the names under which `/openapi.json` describes it. */
export const CASE_ANSWERS = {
  StaffCase: Case,
  StaffCases: z
    .object({
      cases: z.array(Case),
      next: z.string().nullable().describe('`after` of the next page; null at the end.'),
    })
    .describe('One page of cases, the oldest first.'),
  StaffCaseRead: Case.extend({
    messages: z.array(
      z.object({
        author: z.enum(['family', 'office']),
        by: z.string().nullable(),
        at: z.string(),
        text: z.string(),
        reference: z.string(),
      }),
    ),
  }).describe('A case with what was said, oldest first; ID numbers are masked.'),
  StaffTold: z
    .object({
      told: z.object({
        queued: z.int().describe('Telephones that are sent the answer.'),
        stopped: z.int().describe('Telephones that are not, as they want no messages.'),
        nobody: z.boolean().describe('Nobody left a telephone.'),
      }),
    })
    .describe('To whom the answer goes.'),
}
