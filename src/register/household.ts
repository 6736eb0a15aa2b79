import { schoolYearOf } from '../policy/school-year.ts'
import type { Completed, Day, Facts, Occupation, SchoolPlace, Stage, Standing } from '../policy/facts.ts'
import type { LedgerEntry } from './ledger-entry.ts'
import { countsAsPoor, type PolicyBook } from '../policy/parameters/parameters.ts'

/** How a person stands to the head of the household, as far as answers need it. */
export type Relation =
  | 'head'
  | 'spouse'
  | 'child'
  | 'child-in-law'
  | 'grandchild'
  | 'parent'
  | 'grandparent'
  | 'sibling'
  | 'other'

export type Sex = 'male' | 'female'

export type Person = {
  readonly id: string
  readonly name: string
  readonly sex: Sex | null
  readonly relation: Relation | null
  readonly birthDate: Day | null
  readonly stage: Stage | null
  readonly finalYear: boolean | null
  readonly schoolPlace: SchoolPlace | null
  readonly completed: Completed | null
  readonly occupation: Occupation | null
  /** The day the register's school facts were taken. */
  readonly takenOn: Day
}

export type DatedStanding = { readonly standing: Standing; readonly from: Day }

export type Household = {
  readonly id: string
  readonly county: string
  readonly township: string | null
  readonly village: {
    readonly name: string | null
    readonly poor: boolean | null
    readonly population: number | null
  }
  readonly rural: boolean | null
  readonly language: 'zh-CN' | 'bo' | null
  /** Oldest first. */
  readonly standings: readonly DatedStanding[]
  readonly persons: readonly Person[]
  readonly takenOn: Day
  /** What is known to have come of its programmes; all school years, in no order. */
  readonly ledger: readonly LedgerEntry[]
}

/** What the rules read of a household and of a person. */
export type HouseholdFacts = Pick<Household, 'county' | 'rural' | 'standings'> & {
  readonly village: Pick<Household['village'], 'poor' | 'population'>
}
export type PersonFacts = Pick<
  Person,
  'birthDate' | 'stage' | 'finalYear' | 'schoolPlace' | 'completed' | 'occupation'
>

/** The standing in force on a day: the latest that began on or before it; null before the first. */
export function standingOn(household: Pick<Household, 'standings'>, day: Day): DatedStanding | null {
  return household.standings.findLast((entry) => entry.from <= day) ?? null
}

/** School facts taken in an earlier school year than the one asked about are stale: last known, to be confirmed. */
export function isStale(person: Pick<Person, 'takenOn'>, today: Day): boolean {
  return schoolYearOf(person.takenOn) < schoolYearOf(today)
}

/** What the record says of one person, as the rules read it. What it does not say is unknown. */
export function factsOf(
  household: HouseholdFacts,
  person: PersonFacts,
  today: Day,
  book?: PolicyBook,
): Facts {
  const standing = standingOn(household, today)
  return {
    'household.registered': standing === null ? false : countsAsPoor(standing.standing, today, book),
    'household.county': household.county,
    'household.rural': household.rural,
    'household.village.poor': household.village.poor,
    'household.village.population': household.village.population,
    'person.birthDate': person.birthDate,
    'person.stage': person.stage,
    'person.finalYear': person.finalYear,
    'person.schoolPlace': person.schoolPlace,
    'person.completed': person.completed,
    'person.occupation': person.occupation,
  }
}
