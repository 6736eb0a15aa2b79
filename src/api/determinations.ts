import { z } from 'zod'
import type { By } from '../determinations/refresh.ts'
import { type Determination, determine } from '../policy/determine.ts'
import { COMPLETED, type Facts, OCCUPATIONS, SCHOOL_PLACES, STAGES } from '../policy/facts.ts'
import type { Day } from '../policy/facts.ts'
import { answerOneOrMany, BATCH_LIMIT } from './batch.ts'
import type { Result } from '../fault.ts'

type Answer = {
  readonly asOf: Day
  readonly plan: 'gansu-2015'
  readonly determinations: readonly Determination[]
}

const flag = z.boolean('must be true, false or null').nullish()
const NO_COUNT = `must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}, or null`
const day = z.iso.date('must be a date of the calendar such as 2012-03-01, or null').nullish()

const Village = z.strictObject(
  {
    poor: flag.describe('The village is a poor village (贫困村).'),
    population: z.int(NO_COUNT).min(0, NO_COUNT).nullish().describe('People in the administrative village.'),
  },
  'must be an object or null',
)

const Household = z.strictObject(
  {
    registered: flag.describe('The household counts as poor on `asOf` (建档立卡).'),
    county: z
      .string('must be six digits, or null')
      .regex(/^[0-9]{6}$/, 'must be six digits, or null')
      .nullish()
      .describe('GB/T 2260 code of the household registration (户籍).'),
    rural: flag.describe('Rural household registration (农村户籍).'),
    village: Village.nullish(),
  },
  'must be an object or null',
)

const Person = z.strictObject(
  {
    birthDate: day,
    stage: oneOf(STAGES).describe('Where the person studies now, or has been admitted to.'),
    finalYear: flag.describe('In the last year of that stage (应届).'),
    schoolPlace: oneOf(SCHOOL_PLACES).describe('Where that school is; `home-county` is in the province too.'),
    completed: oneOf(COMPLETED).describe('Highest schooling finished.'),
    occupation: oneOf(OCCUPATIONS),
  },
  'must be an object or null',
)

/** A person and the household, as far as known. */
export const Case = z
  .strictObject(
    {
      asOf: day.describe('The day to answer for; today in Asia/Shanghai where it is not given.'),
      household: Household.nullish(),
      person: Person.nullish(),
    },
    'must be an object',
  )
  .describe(
    'A person and the household, as far as known. A field left out or null is unknown, which is never no.',
  )

export const Cases = z
  .strictObject({ cases: z.array(Case, 'must be a list').max(BATCH_LIMIT) })
  .describe('Many cases, answered in their order.')

/** Determinations of every programme for the case or the cases in `body`. */
export function answerDeterminations(
  body: unknown,
  { day: today, book }: By,
): Result<Answer | { readonly results: readonly Answer[] }> {
  const answer = (one: z.output<typeof Case>): Answer => {
    const asOf = one.asOf ?? today
    return { asOf, plan: 'gansu-2015', determinations: determine(factsOf(one), asOf, book) }
  }
  return answerOneOrMany(body, {
    key: 'cases',
    one: Case,
    many: Cases,
    answerOne: answer,
    answerItem: answer,
  })
}

function factsOf({ household, person }: z.output<typeof Case>): Facts {
  return {
    'household.registered': household?.registered ?? null,
    'household.county': household?.county ?? null,
    'household.rural': household?.rural ?? null,
    'household.village.poor': household?.village?.poor ?? null,
    'household.village.population': household?.village?.population ?? null,
    'person.birthDate': person?.birthDate ?? null,
    'person.stage': person?.stage ?? null,
    'person.finalYear': person?.finalYear ?? null,
    'person.schoolPlace': person?.schoolPlace ?? null,
    'person.completed': person?.completed ?? null,
    'person.occupation': person?.occupation ?? null,
  }
}

function oneOf<const T extends readonly string[]>(values: T) {
  return z.enum(values, `must be one of ${values.join(', ')}, or null`).nullish()
}
