import {
  COMPLETED,
  type Day,
  OCCUPATIONS,
  SCHOOL_PLACES,
  STAGES,
  type Standing,
} from '../../../src/policy/facts.ts'
import type { Person } from '../../../src/register/household.ts'
import { placeOfHousehold, sealedText } from '../../../src/register/sealed.ts'
import type { Services } from '../../../src/services.ts'
import { type Query, statement } from '../../../src/storage/store.ts'
import { fc } from '../../property.ts'

/** A made-up household as a test tells it; what a test does not care for is left to `fc`. */
export type MadeHousehold = {
  readonly county: string
  readonly township: string | null
  readonly village: string
  readonly rural: boolean | null
  readonly language: 'zh-CN' | 'bo' | null
  readonly standings: readonly { readonly from: Day; readonly standing: Standing }[]
  readonly telephones: readonly string[]
  readonly persons: readonly MadePerson[]
}
export type MadePerson = Omit<Person, 'id' | 'name' | 'sex' | 'relation'>

export const COUNTIES = ['621223', '623025', '620902', '620802', '621002', '110101'] as const
export const TOWNSHIPS = ['城关镇', '哈达铺镇'] as const
export const VILLAGES = ['甲', '乙', '丙'] as const

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 4 })

export const aDay = (from: string, to: string): fc.Arbitrary<Day> =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

const BIRTHDAYS = ['2023-11-18', '2023-11-19', '2019-11-18', '2019-11-19', '2010-11-19', '2020-02-29']

const STANDINGS: readonly Standing[] = ['registered', 'lifted', 'monitored', 'ordinary', 'removed']

export const aPerson: fc.Arbitrary<MadePerson> = fc.record({
  birthDate: maybe(fc.oneof(fc.constantFrom(...BIRTHDAYS), aDay('1950-01-01', '2026-11-01'))),
  stage: maybe(fc.constantFrom(...STAGES)),
  finalYear: maybe(fc.boolean()),
  schoolPlace: maybe(fc.constantFrom(...SCHOOL_PLACES)),
  completed: maybe(fc.constantFrom(...COMPLETED)),
  occupation: maybe(fc.constantFrom(...OCCUPATIONS)),
  takenOn: fc.constantFrom('2025-11-30', '2026-08-31', '2026-09-01', '2026-10-01'),
})

export const aStanding = fc.record({
  from: fc.oneof(fc.constantFrom('2014-12-31', '2026-11-18', '2026-11-19'), aDay('2014-01-01', '2027-12-31')),
  standing: fc.constantFrom(...STANDINGS),
})

export const aHousehold: fc.Arbitrary<MadeHousehold> = fc.record({
  county: fc.constantFrom(...COUNTIES),
  township: maybe(fc.constantFrom(...TOWNSHIPS)),
  village: fc.constantFrom(...VILLAGES),
  rural: maybe(fc.boolean()),
  language: maybe(fc.constantFrom('zh-CN', 'bo')),
  standings: fc.uniqueArray(aStanding, { maxLength: 3, selector: ({ from }) => from }),
  telephones: fc.uniqueArray(
    fc.integer({ min: 1, max: 12 }).map((number) => `+86129000000${String(number).padStart(2, '0')}`),
    { maxLength: 3 },
  ),
  persons: fc.array(aPerson, { maxLength: 4 }),
})

export const aRegister = fc.array(aHousehold, { maxLength: 12 })

export const aVillage = fc.record({
  county: fc.constantFrom(...COUNTIES),
  village: fc.constantFrom(...VILLAGES),
  poor: maybe(fc.boolean()),
  population: maybe(fc.constantFrom(0, 999, 1000, 5000)),
})

/** Empties what a property's run before left. */
export function emptied(): Query[] {
  return ['ledger', 'contacts', 'households', 'villages', 'imports', 'job_progress'].map((table) =>
    statement(`delete from ${table}`),
  )
}

/** The writes that put households in the register as an import does; the persons' ids by household. */
export async function written(
  { vault, ids }: Pick<Services, 'vault' | 'ids'>,
  households: readonly MadeHousehold[],
) {
  const made = households.map((household) => ({
    ...household,
    id: ids(),
    persons: household.persons.map((person, at) => ({ ...person, id: ids(), name: `人${at}` })),
  }))
  const writes = await Promise.all(made.map((household) => writesOf(vault, household)))
  return { made, writes: writes.flat() }
}

export type Made = Omit<MadeHousehold, 'persons'> & {
  readonly id: string
  readonly persons: readonly (MadePerson & { readonly id: string; readonly name: string })[]
}

async function writesOf(vault: Services['vault'], household: Made): Promise<Query[]> {
  const { id, county, township, village, rural, language, standings, telephones, persons } = household
  const sealed = await vault.seal(
    sealedText({
      number: id,
      telephones,
      saidIndex: '',
      persons: new Map(persons.map((one) => [one.id, { number: one.id, name: one.name, idNumber: null }])),
    }),
    placeOfHousehold(id),
  )
  const isRural = rural === null ? null : Number(rural)
  const row = [id, id, sealed, county, township, village, keyOf(household), isRural, language]
  return [
    statement(
      `insert into households (id, number_index, sealed, county, township, village, village_key, rural, language, taken_on,
        import_id, line, content_index) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, '2026-10-01', 'i', 1, '')`,
      row,
    ),
    ...persons.map((person) => personWrite(id, person)),
    ...standings.map(({ from, standing }) => standingWrite(id, from, standing)),
    ...telephones.map((telephone) =>
      statement(
        'insert into household_telephones (household_id, address_index, import_id) values (?1, ?2, ?3)',
        [id, vault.index('address', telephone), 'i'],
      ),
    ),
  ]
}

export function keyOf({ county, village }: Pick<MadeHousehold, 'county' | 'village'>): string {
  return `${county}||${village}`
}

export function personWrite(household: string, person: MadePerson & { readonly id: string }): Query {
  const { id, birthDate, stage, finalYear, schoolPlace, completed, occupation, takenOn } = person
  const isFinal = finalYear === null ? null : Number(finalYear)
  return statement(
    `insert into persons (id, household_id, number_index, birth_date, stage, final_year, school_place, completed, occupation,
      taken_on) values (?1, ?2, ?1, ?3, ?4, ?5, ?6, ?7, ?8, ?9)`,
    [id, household, birthDate, stage, isFinal, schoolPlace, completed, occupation, takenOn],
  )
}

export function standingWrite(household: string, from: Day, standing: Standing): Query {
  return statement(
    `insert into standings (household_id, from_day, standing, import_id) values (?1, ?2, ?3, 'i')
      on conflict (household_id, from_day) do update set standing = excluded.standing`,
    [household, from, standing],
  )
}
