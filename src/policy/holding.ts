import { inCategory } from './parameters/counties.ts'
import { type Day, FACT_NAMES } from './facts.ts'
import { atomsOf, COUNTY_CATEGORIES, type CountyCategory, type Test } from './logic/logic.ts'
import { figureOn, PLAN, type PolicyBook, standingsThatCount } from './parameters/parameters.ts'
import { periodOn } from './period.ts'
import { PROGRAMME_IDS } from './programme.ts'
import { entryOn } from './parameters/dated.ts'

/** Days through which something stays as it is: from `since`, included, until `until`, excluded. */
export type Holding = { readonly since: Day; readonly until: Day }

/** Before and after every day. */
const ALWAYS: Holding = { since: '', until: '9999-12-31' }

const BIRTH_DATE = FACT_NAMES.indexOf('person.birthDate')

/**
 * The days around `asOf` through which a person's age keeps the rules' answer: from the last birthday that a rule in
 * force counts to the next one.
 */
export function ageHolds(birthDate: Day | null, asOf: Day, book: PolicyBook = PLAN): Holding {
  if (birthDate === null) return ALWAYS
  const birthdays = agesThatCount(asOf, book).map((age) => birthday(birthDate, age))
  return around(birthdays, asOf)
}

/** The stretch between two of these days that holds `asOf`. */
export function around(days: readonly Day[], asOf: Day): Holding {
  let { since, until } = ALWAYS
  for (const day of days) {
    if (day <= asOf && day > since) since = day
    if (day > asOf && day < until) until = day
  }
  return { since, until }
}

/** The days through which both hold. */
export function overlap(one: Holding, other: Holding): Holding {
  return { since: [one.since, other.since].sort()[1] ?? '', until: [one.until, other.until].sort()[0] ?? '' }
}

// The first class stands for unknown, the second for all below the first bound.
function agesThatCount(asOf: Day, book: PolicyBook): readonly number[] {
  return (periodOn(asOf, book).classes[BIRTH_DATE]?.representatives ?? []).slice(2).map(Number)
}

// In a common year a 29 February is no day, but stands in the right place among those that are.
function birthday(birthDate: Day, age: number): Day {
  return `${String(Number(birthDate.slice(0, 4)) + age).padStart(4, '0')}${birthDate.slice(4)}`
}

/**
 * All that decides outcomes on a day beside a person's facts, as one text: two days of the same text give the same
 * person the same outcomes but for age and standing. Figures that only benefits name are no part of it.
 */
export function rulesInForce(asOf: Day, book: PolicyBook = PLAN): string {
  const conditions = PROGRAMME_IDS.map((id) => entryOn(book.programmes[id], asOf)?.value?.conditions ?? null)
  const tests = conditions.flatMap((one) => (one === null ? [] : atomsOf(one).map(({ test }) => test)))
  const figures = new Set(tests.flatMap(figuresOf))
  return JSON.stringify({
    programmes: PROGRAMME_IDS.map((id, at) => [id, conditions[at]]),
    figures: [...figures].sort().map((id) => [id, figureOn(id, asOf, book).value]),
    counties: COUNTY_CATEGORIES.map((category) => countiesOn(category, asOf, book)),
    standings: standingsThatCount(asOf, book).toSorted(),
  })
}

function figuresOf(test: Test) {
  if ('atLeast' in test) return [test.atLeast]
  if ('ageFrom' in test) return test.ageTo === undefined ? [test.ageFrom] : [test.ageFrom, test.ageTo]
  return []
}

function countiesOn(category: CountyCategory, asOf: Day, book: PolicyBook) {
  const codes = new Set(book.counties[category].flatMap(({ value }) => Object.keys(value)))
  return [...codes].sort().map((code) => [code, inCategory(category, code, asOf, book)])
}
