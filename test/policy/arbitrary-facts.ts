import { COMPLETED, type Facts, OCCUPATIONS, SCHOOL_PLACES, STAGES } from '../../src/policy/facts.ts'
import { fc } from '../property.ts'
import { FIFTY_EIGHT, SIGHTED_OF_SEVENTEEN, UNSETTLED } from './independent/counties.ts'

// Codes outside Gansu, and Gansu codes that no list has: Huating's of before 2018, the province itself.
const ODD_CODES = ['110101', '610102', '620824', '620000']

/** Days where the rules turn: the plan's first and the day before, birthdays, the end of February. */
export const anyDay = fc.oneof(
  fc.constantFrom(
    '2015-08-31',
    '2015-09-01',
    '2016-02-29',
    '2017-02-28',
    '2017-03-01',
    '2017-09-01',
    '2020-02-29',
  ),
  fc
    .date({ min: new Date('2015-09-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
)

const birthDate = fc.oneof(
  fc.constantFrom(
    '2012-02-29',
    '2014-09-01',
    '2014-09-02',
    '2010-09-01',
    '2010-09-02',
    '2001-09-01',
    '2001-09-02',
    '2004-02-29',
  ),
  fc
    .date({ min: new Date('1950-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
)

const code = fc.oneof(
  { arbitrary: fc.constantFrom(...FIFTY_EIGHT, ...SIGHTED_OF_SEVENTEEN), weight: 5 },
  { arbitrary: fc.constantFrom(...UNSETTLED), weight: 2 },
  { arbitrary: fc.constantFrom(...ODD_CODES), weight: 1 },
)

/** A person of whom some facts are known, some null and some not there at all. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record(
  {
    'household.registered': maybe(fc.boolean()),
    'household.county': maybe(code),
    'household.rural': maybe(fc.boolean()),
    'household.village.poor': maybe(fc.boolean()),
    'household.village.population': maybe(fc.constantFrom(0, 1, 999, 1000, 1001, 5000)),
    'person.birthDate': maybe(birthDate),
    'person.stage': maybe(fc.constantFrom(...STAGES)),
    'person.finalYear': maybe(fc.boolean()),
    'person.schoolPlace': maybe(fc.constantFrom(...SCHOOL_PLACES)),
    'person.completed': maybe(fc.constantFrom(...COMPLETED)),
    'person.occupation': maybe(fc.constantFrom(...OCCUPATIONS)),
  },
  { requiredKeys: [] },
)

function maybe<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.option(value, { freq: 4 })
}
