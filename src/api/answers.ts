import { z } from 'zod'
import { PROBLEM_TYPES } from '../http/problem.ts'
import { LANGUAGES } from '../i18n/texts.ts'
import { OUTCOMES } from '../policy/determination.ts'
import { FACT_NAMES, OFFICE_KNOWLEDGE } from '../policy/facts.ts'
import { CONDITION_IDS } from '../policy/logic/logic.ts'
import { KINDS, PROGRAMME_IDS } from '../policy/programme.ts'
import { INTENTS, STAGES, TOPICS } from '../understanding/types.ts'

const language = z.enum(LANGUAGES)
const asOf = z.iso.date().describe('The day answered for.')
const plan = z.literal('gansu-2015')
const programme = z.enum(PROGRAMME_IDS)
const kind = z.enum(KINDS)
const citations = z.array(z.string()).describe('Clauses of the plan, as section·item.')

const Benefit = z
  .object({
    amount: z.number().nullable().optional().describe('Yuan; null where the plan names no amount.'),
    upTo: z.number().optional().describe('Yuan at most.'),
    currency: z.literal('CNY').optional(),
    per: z.enum(['school-year', 'year']).optional(),
    covers: z.array(z.enum(['care-and-education', 'tuition', 'textbooks'])).optional(),
    shares: z
      .object({ province: z.number(), county: z.number() })
      .optional()
      .describe('Who pays which part of 1.'),
    interest: z.literal('government').optional(),
    years: z.int().optional().describe('Years of schooling.'),
    places: z.int().optional(),
    placesAtLeast: z.int().optional(),
    shareAtLeast: z.number().optional().describe('The least part of all places.'),
    universities: z.array(z.enum(['lanzhou-university', 'gansu-university-of-chinese-medicine'])).optional(),
    preference: z.array(z.enum(['titles', 'training', 'awards'])).optional(),
    dueYear: z
      .int()
      .nullable()
      .optional()
      .describe('The village has its kindergarten by the end of this year; null while unknown.'),
    classStaff: z.object({ teachers: z.int(), carers: z.int() }).optional(),
    schoolStandardBy: z.int().optional(),
    broadbandBy: z.int().optional(),
  })
  .describe("What it comes to, in that day's figures; a field is there where the plan has such a figure.")

const Reason = z
  .object({
    condition: z.enum(CONDITION_IDS),
    value: z.boolean().nullable().describe('Null for unknown.'),
    facts: z.array(z.enum(FACT_NAMES)).describe('The facts it read.'),
    citation: z.string(),
  })
  .describe('One condition, what came of it and where the plan says it.')

const Determination = z
  .object({
    programme,
    kind,
    outcome: z.enum(OUTCOMES),
    benefit: Benefit.nullable(),
    reasons: z.array(Reason),
    missing: z
      .array(z.enum([...FACT_NAMES, ...OFFICE_KNOWLEDGE]))
      .describe(
        'For `unknown` only: the facts that could still change it; `office.…` is what only the county office can say.',
      ),
    citations,
    priority: z
      .boolean()
      .nullable()
      .optional()
      .describe('Admissions only: whether a poor family comes first.'),
  })
  .describe('Whether the person qualifies for one programme, and why.')

const Determinations = z
  .object({ asOf, plan, determinations: z.array(Determination) })
  .describe('Every programme of the plan, in its order.')

const DeterminationsOfMany = z.object({ results: z.array(Determinations) })

const Understanding = z
  .object({
    language: language.nullable().describe('Null for neither.'),
    intent: z.enum(INTENTS).describe('What is meant.'),
    topic: z.enum(TOPICS).nullable().describe('What it is about.'),
    stage: z.enum(STAGES).nullable().describe('Where the person spoken of studies.'),
    county: z.string().nullable().describe('GB/T 2260 code.'),
    confidence: z.number().min(0).max(1).describe('The probability that intent and topic are right.'),
    value: language.optional().describe('The language asked for; with `set-language` only.'),
  })
  .describe('What a message says.')

const UnderstandingOfMany = z.object({ results: z.array(Understanding) })

const Programmes = z
  .object({
    asOf,
    plan,
    language,
    programmes: z.array(
      z.object({
        id: programme,
        kind,
        topics: z.array(z.enum(TOPICS)),
        name: z.string(),
        summary: z.string(),
        benefit: Benefit.nullable(),
        citations,
      }),
    ),
  })
  .describe('Every programme of the plan, in its order, with the figures of today.')

const Problem = z
  .object({
    type: z.enum(PROBLEM_TYPES.map((code) => `urn:huixue:problem:${code}` as const)),
    title: z.string(),
    status: z.int(),
    errors: z.array(z.object({ path: z.string(), problem: z.string() })).optional(),
  })
  .describe(
    'A fault (RFC 9457); `errors` names every invalid field, by path such as cases.3.person.stage, or where `(body)` stops being JSON.',
  )

/** What the API answers, by the names under which `/openapi.json` describes it. */
export const ANSWERS = {
  Benefit,
  Reason,
  Determination,
  Determinations,
  DeterminationsOfMany,
  Understanding,
  UnderstandingOfMany,
  Programmes,
  Problem,
}
