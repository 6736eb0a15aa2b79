import type { Vault } from '../../privacy/vault.ts'
import { type Query, type SqlValue, statement } from '../../storage/store.ts'
import { placeOfHousehold, sealedText } from '../sealed.ts'
import { keepBefore, keepDays } from './before.ts'
import { saidBy } from './json-rows.ts'
import type { Spared } from './first-reading.ts'
import { linkIndex, nameIndex } from '../finding/link-key.ts'
import type { HouseholdRecord } from './records.ts'

export type WriteContext = {
  readonly vault: Vault
  readonly importId: string
  readonly takenOn: string
  /** Persons that rejected rows name. */
  readonly spared: Spared
  /** Whether what is changed is kept as it stood. */
  readonly isUndoable: boolean
  /** The shelf in the index of names for so many new persons. */
  readonly shelfFor: (persons: number) => number
  readonly newId: () => string
}

/** The writes of whole households, to be made together. */
export async function writesOf(
  records: readonly HouseholdRecord[],
  context: WriteContext,
): Promise<readonly Query[]> {
  if (records.length === 0) return []
  const { vault, importId, takenOn } = context
  const sealed = await Promise.all(
    records.map(async (record) => vault.seal(sealedText(record.sealed), placeOfHousehold(record.id))),
  )
  const existing = records.filter((record) => !record.isNew)
  const existingIds = existing.map(({ id }) => id)
  return [
    ...(context.isUndoable ? keepBefore(records, context) : []),
    bulk(
      HOUSEHOLDS,
      records.map((record, at) => householdRow(record, sealed[at] ?? '')),
      [takenOn, importId],
    ),
    bulk(
      PERSONS,
      records.flatMap((record) => personRows(record, vault)),
      [takenOn, context.shelfFor(newPersons(records))],
    ),
    ...when(existing, () =>
      bulk(
        MISSING,
        existing.map((record) => namedIn(record, context)),
        [takenOn],
      ),
    ),
    ...when(existing, () => bulk(FORGET_TELEPHONES, existingIds)),
    bulk(
      TELEPHONES,
      records.flatMap((record) => telephoneRows(record, vault)),
      [importId],
    ),
    ...when(
      existing.flatMap((record) => shownRows(record, vault)),
      (rows) => bulk(SHOWN, rows),
    ),
    bulk(
      STANDINGS,
      records.flatMap(({ id, standings }) => standings.map((entry) => [id, entry.from, entry.standing])),
      [importId],
    ),
    ...when(villageRows(records), (rows) => bulk(VILLAGES, rows, [importId])),
    ...when(
      records.flatMap(({ overtaken }) => overtaken.map(({ personId, field }) => [personId, field])),
      (rows) => bulk(OVERTAKEN, rows),
    ),
    ...when(
      records.filter(({ isStandingOvertaken }) => isStandingOvertaken).map(({ id }) => id),
      (ids) => bulk(OVERTAKEN_STANDINGS, ids),
    ),
  ]
}

/** Moves the day of households that a newer file says the same of. */
export function freshen(ids: readonly string[], context: WriteContext): readonly Query[] {
  if (ids.length === 0) return []
  const { takenOn } = context
  return [
    ...(context.isUndoable ? keepDays(ids, context) : []),
    bulk(FRESHEN_HOUSEHOLDS, ids, [takenOn]),
    bulk(FRESHEN_PERSONS, ids, [takenOn]),
  ]
}

function bulk(sql: string, rows: readonly unknown[], rest: readonly SqlValue[] = []): Query {
  return statement(sql, [JSON.stringify(rows), ...rest])
}

function when<T>(rows: readonly T[], write: (rows: readonly T[]) => Query): readonly Query[] {
  return rows.length === 0 ? [] : [write(rows)]
}

function householdRow(record: HouseholdRecord, sealed: string) {
  const { id, said, township, village, villageKey, rural, language } = record
  const { county } = said.household
  return [
    id,
    said.householdIndex,
    sealed,
    county,
    township,
    village,
    villageKey,
    Number(rural),
    language,
    said.line,
    said.contentIndex,
  ]
}

function personRows({ id: householdId, persons, sealed }: HouseholdRecord, vault: Vault) {
  return persons.map(({ id, member, stands }) => {
    // By the name that stands, corrected or not.
    const { name = '', idNumber = null } = sealed.persons.get(id) ?? {}
    return [
      id,
      householdId,
      member.personIndex,
      nameIndex(vault, name),
      linkIndex(vault, name, idNumber),
      stands.sex,
      stands.relation,
      stands.birthDate,
      stands.stage,
      stands.finalYear === null ? null : Number(stands.finalYear),
      stands.schoolPlace,
      stands.completed,
      stands.occupation,
    ]
  })
}

function newPersons(records: readonly HouseholdRecord[]): number {
  return records.reduce((sum, { persons }) => sum + persons.filter(({ before }) => before === null).length, 0)
}

function telephoneRows({ id, telephones }: HouseholdRecord, vault: Vault) {
  return telephones.map((telephone) => [id, vault.index('address', telephone)])
}

// A link shown by a telephone under the key before is shown by it under the current one: none ends because keys rotate.
function shownRows({ id, telephones }: HouseholdRecord, vault: Vault) {
  return telephones.flatMap((telephone) => {
    const [now, ...before] = vault.indexes('address', telephone)
    return before.map((was) => [id, was, now])
  })
}

/** A household with the persons whom a file names of it, by their indexes. */
export function namedIn(
  { id, said, persons }: HouseholdRecord,
  { spared }: Pick<WriteContext, 'spared'>,
): readonly [household: string, named: readonly string[]] {
  return [
    id,
    [...persons.map(({ member }) => member.personIndex), ...(spared.get(said.householdIndex) ?? [])],
  ]
}

function villageRows(records: readonly HouseholdRecord[]) {
  const rows = records.flatMap(({ villageKey, township, village, said: { household } }) => {
    const { villagePoor, villagePopulation, county } = household
    if (village === null || (villagePoor === null && villagePopulation === null)) return []
    const poor = villagePoor === null ? null : Number(villagePoor)
    return [[villageKey, [villageKey, county, township, village, poor, villagePopulation]] as const]
  })
  return [...new Map(rows).values()]
}

const HOUSEHOLDS = `${saidBy(1)} insert into households
    (id, number_index, sealed, county, township, village, village_key, rural, language, line, content_index, taken_on, import_id)
  select item ->> 0, item ->> 1, item ->> 2, item ->> 3, item ->> 4, item ->> 5, item ->> 6, item ->> 7, item ->> 8,
    item ->> 9, item ->> 10, ?2, ?3 from said where true
  on conflict (id) do update set number_index = excluded.number_index, sealed = excluded.sealed, county = excluded.county,
    township = excluded.township, village = excluded.village, village_key = excluded.village_key, rural = excluded.rural,
    language = excluded.language, line = excluded.line, content_index = excluded.content_index,
    taken_on = excluded.taken_on, import_id = excluded.import_id`

const PERSONS = `${saidBy(1)} insert into persons
    (id, household_id, number_index, name_index, link_index, sex, relation, birth_date, stage, final_year, school_place,
      completed, occupation, taken_on, shelf)
  select item ->> 0, item ->> 1, item ->> 2, item ->> 3, item ->> 4, item ->> 5, item ->> 6, item ->> 7, item ->> 8,
    item ->> 9, item ->> 10, item ->> 11, item ->> 12, ?2, ?3 from said where true
  on conflict (id) do update set household_id = excluded.household_id, number_index = excluded.number_index,
    name_index = excluded.name_index, link_index = excluded.link_index, sex = excluded.sex, relation = excluded.relation, birth_date = excluded.birth_date, stage = excluded.stage,
    final_year = excluded.final_year, school_place = excluded.school_place, completed = excluded.completed,
    occupation = excluded.occupation, taken_on = excluded.taken_on, missing_since = null`

const MISSING = `update persons set missing_since = ?2
  from (select value ->> 0 as household, value -> 1 as named from json_each(?1)) as said
  where persons.household_id = said.household and persons.missing_since is null
    and persons.number_index not in (select value from json_each(said.named))`

// Numbers that a family linked by writing itself were not said by any register, and stay.
const FORGET_TELEPHONES = `delete from household_telephones
  where household_id in (select value from json_each(?1)) and import_id in (select id from imports)`

const TELEPHONES = `${saidBy(1)} insert into household_telephones (household_id, address_index, import_id)
  select item ->> 0, item ->> 1, ?2 from said where true
  on conflict (household_id, address_index) do nothing`

const SHOWN = `${saidBy(1)} update contact_households set shown = item ->> 2 from said
  where contact_households.household_id = item ->> 0 and contact_households.shown = item ->> 1`

const STANDINGS = `${saidBy(1)} insert into standings (household_id, from_day, standing, import_id)
  select item ->> 0, item ->> 1, item ->> 2, ?2 from said where true
  on conflict (household_id, from_day) do update set standing = excluded.standing, import_id = excluded.import_id`

const VILLAGES = `${saidBy(1)} insert into villages (key, county, township, name, poor, population, import_id)
  select item ->> 0, item ->> 1, item ->> 2, item ->> 3, item ->> 4, item ->> 5, ?2 from said where true
  on conflict (key) do update set poor = coalesce(excluded.poor, poor),
    population = coalesce(excluded.population, population), import_id = excluded.import_id`

const OVERTAKEN = `delete from corrections
  where (person_id, field) in (select value ->> 0, value ->> 1 from json_each(?1))`

const OVERTAKEN_STANDINGS =
  'delete from standing_corrections where household_id in (select value from json_each(?1))'

const FRESHEN_HOUSEHOLDS = `update households set taken_on = ?2
  where id in (select value from json_each(?1)) and taken_on < ?2`

const FRESHEN_PERSONS = `update persons set taken_on = ?2
  where household_id in (select value from json_each(?1)) and taken_on < ?2 and missing_since is null`
