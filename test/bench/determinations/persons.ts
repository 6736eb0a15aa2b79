import { ageOn } from '../../../src/policy/age.ts'
import {
  inOldRevolutionaryArea,
  inPlanCounties,
  inTibetanArea,
} from '../../../src/policy/parameters/counties.ts'
import {
  COMPLETED,
  type Completed,
  type Day,
  type Facts,
  OCCUPATIONS,
  type Occupation,
  SCHOOL_PLACES,
  type SchoolPlace,
  STAGES,
  type Stage,
} from '../../../src/policy/facts.ts'
import { COUNTIES } from '../../../src/regions/county.ts'
import { type Random, seeded } from '../random.ts'

export const AS_OF: Day = '2017-09-01'

/** The same person as the peers are given it: they know no dates and no dated lists, so age and county are worked out for them. */
export type Situation = {
  readonly registered: boolean | null
  readonly inPlan: boolean | null
  readonly inTibetanArea: boolean | null
  readonly inOldRevolutionaryArea: boolean | null
  readonly rural: boolean | null
  readonly villagePoor: boolean | null
  readonly villagePopulation: number | null
  readonly age: number | null
  readonly stage: Stage | null
  readonly finalYear: boolean | null
  readonly schoolPlace: SchoolPlace | null
  readonly completed: Completed | null
  readonly occupation: Occupation | null
}

const CODES = [...COUNTIES.map((county) => county.code), '610100', '632801']

/** Persons no two of whom are alike: nearly every one differs by birth date and village, and the rest are dropped. */
export function distinctPersons(count: number, seed: number, knownShare: number): Facts[] {
  const random = seeded(seed)
  const byText = new Map<string, Facts>()
  while (byText.size < count) {
    const facts = person(random, knownShare)
    byText.set(JSON.stringify(facts), facts)
  }
  return [...byText.values()]
}

/** Every fact known, and every county one whose categories the lists know. */
export function completePersons(count: number, seed: number): Facts[] {
  const settled = (facts: Facts) => {
    const situation = situationOf(facts)
    return situation.inPlan !== null && situation.inOldRevolutionaryArea !== null
  }
  return distinctPersons(count * 2, seed, 1)
    .filter(settled)
    .slice(0, count)
}

export function situationOf(facts: Facts): Situation {
  const county = facts['household.county'] ?? null
  const birthDate = facts['person.birthDate'] ?? null
  return {
    registered: facts['household.registered'] ?? null,
    inPlan: county === null ? null : inPlanCounties(county, AS_OF),
    inTibetanArea: county === null ? null : inTibetanArea(county, AS_OF),
    inOldRevolutionaryArea: county === null ? null : inOldRevolutionaryArea(county, AS_OF),
    rural: facts['household.rural'] ?? null,
    villagePoor: facts['household.village.poor'] ?? null,
    villagePopulation: facts['household.village.population'] ?? null,
    age: birthDate === null ? null : ageOn(birthDate, AS_OF),
    stage: facts['person.stage'] ?? null,
    finalYear: facts['person.finalYear'] ?? null,
    schoolPlace: facts['person.schoolPlace'] ?? null,
    completed: facts['person.completed'] ?? null,
    occupation: facts['person.occupation'] ?? null,
  }
}

function person(random: Random, knownShare: number): Facts {
  const maybe = <T>(value: T): T | null => (random.chance(knownShare) ? value : null)
  return {
    'household.registered': maybe(random.chance(0.7)),
    'household.county': maybe(random.pick(CODES)),
    'household.rural': maybe(random.chance(0.8)),
    'household.village.poor': maybe(random.chance(0.5)),
    'household.village.population': maybe(random.between(100, 3000)),
    'person.birthDate': maybe(birthDate(random)),
    'person.stage': maybe(random.pick(STAGES)),
    'person.finalYear': maybe(random.chance(0.35)),
    'person.schoolPlace': maybe(random.pick(SCHOOL_PLACES)),
    'person.completed': maybe(random.pick(COMPLETED)),
    'person.occupation': maybe(random.pick(OCCUPATIONS)),
  }
}

// Half of them are children: that is where most rules look.
function birthDate(random: Random): Day {
  const year = random.chance(0.5) ? random.between(1997, 2015) : random.between(1950, 1996)
  return `${year}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
