/** An ISO calendar date, `YYYY-MM-DD`, in Asia/Shanghai. */
export type Day = string

export const STAGES = [
  'preschool',
  'primary',
  'junior',
  'senior',
  'secondary-vocational',
  'higher-vocational',
  'undergraduate',
  'postgraduate',
  'not-in-school',
] as const
export type Stage = (typeof STAGES)[number]

export const SCHOOL_PLACES = ['home-county', 'in-province', 'out-of-province'] as const
export type SchoolPlace = (typeof SCHOOL_PLACES)[number]

export const COMPLETED = ['none', 'primary', 'junior', 'senior', 'secondary-vocational', 'higher'] as const
export type Completed = (typeof COMPLETED)[number]

export const OCCUPATIONS = ['village-doctor', 'rural-teacher', 'retired-teacher', 'other'] as const
export type Occupation = (typeof OCCUPATIONS)[number]

/** How a household stands on the poverty register (建档立卡) on a day. */
export type Standing = 'registered' | 'lifted' | 'monitored' | 'ordinary' | 'removed'

/** What each fact is when it is known. */
type FactValues = {
  readonly 'household.registered': boolean
  /** GB/T 2260, six digits. */
  readonly 'household.county': string
  readonly 'household.rural': boolean
  readonly 'household.village.poor': boolean
  readonly 'household.village.population': number
  readonly 'person.birthDate': Day
  readonly 'person.stage': Stage
  readonly 'person.finalYear': boolean
  readonly 'person.schoolPlace': SchoolPlace
  readonly 'person.completed': Completed
  readonly 'person.occupation': Occupation
}

export type FactName = keyof FactValues

export const FACT_NAMES = [
  'household.registered',
  'household.county',
  'household.rural',
  'household.village.poor',
  'household.village.population',
  'person.birthDate',
  'person.stage',
  'person.finalYear',
  'person.schoolPlace',
  'person.completed',
  'person.occupation',
] as const satisfies readonly FactName[]

/** What is known of a person and the household: an absent key and `null` both mean unknown, and unknown is never "no". */
export type Facts = { readonly [Name in FactName]?: FactValues[Name] | null | undefined }

/** What only the county office can say, where the plan's lists could not be sourced. */
export const OFFICE_KNOWLEDGE = ['office.plan-county', 'office.old-revolutionary-county'] as const
export type OfficeKnowledge = (typeof OFFICE_KNOWLEDGE)[number]

export type Missing = FactName | OfficeKnowledge
