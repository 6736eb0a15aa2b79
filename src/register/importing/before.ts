import { type Query, statement } from '../../storage/store.ts'
import type { HouseholdRecord } from './records.ts'

type Keeping = { readonly importId: string; readonly takenOn: string; readonly newId: () => string }

/** What of each table an import keeps as it stood, in this order of columns: `undo.ts` writes them back. */
export const KEPT = {
  households: `id, number_index, sealed, county, township, village, village_key, rural, language, taken_on, import_id, line,
    content_index`,
  persons: `id, household_id, number_index, name_index, link_index, sex, relation, birth_date, stage, final_year,
    school_place, completed, occupation, taken_on, missing_since`,
  standings: 'household_id, from_day, standing, import_id',
  household_telephones: 'household_id, address_index, import_id',
  corrections: 'person_id, field, value, register_value, sealed_why, by, at',
  standing_corrections: 'household_id, from_day, standing, replaced, sealed_why, by, at',
  villages: 'key, code, county, township, name, poor, population, import_id',
} as const

type Table = keyof typeof KEPT

const OF_HOUSEHOLDS = 'household_id in (select value from json_each(?3))'
const WHERE = {
  households: 'id in (select value from json_each(?3))',
  persons: `${OF_HOUSEHOLDS} or id in (select value from json_each(?4))`,
  standings: OF_HOUSEHOLDS,
  household_telephones: `${OF_HOUSEHOLDS} and import_id in (select id from imports)`,
  corrections: 'person_id in (select value from json_each(?3))',
  standing_corrections: OF_HOUSEHOLDS,
  villages: 'key in (select value from json_each(?3))',
} as const satisfies Readonly<Record<Table, string>>

/** Writes that keep what records are about to change, by the tables' own present rows; to go before them in one batch. */
export function keepBefore(records: readonly HouseholdRecord[], keeping: Keeping): readonly Query[] {
  const households = records.filter(({ isNew }) => !isNew).map(({ id }) => id)
  const persons = records.flatMap((record) =>
    record.persons.filter(({ before }) => before !== null).map(({ id }) => id),
  )
  const overtaken = records.flatMap((record) => record.overtaken.map(({ personId }) => personId))
  const restood = records.filter(({ isStandingOvertaken }) => isStandingOvertaken).map(({ id }) => id)
  const villages = records
    .filter(
      ({ said: { household } }) => household.villagePoor !== null || household.villagePopulation !== null,
    )
    .map(({ villageKey }) => villageKey)
  const added = records.filter(({ isNew }) => isNew).map(({ id }) => [id])
  return [
    ...(added.length === 0
      ? []
      : [statement(ADDED, [keeping.newId(), keeping.importId, JSON.stringify(added)])]),
    ...keep('households', keeping, [households]),
    ...keep('persons', keeping, [households, persons]),
    ...keep('standings', keeping, [households]),
    ...keep('household_telephones', keeping, [households]),
    ...keep('corrections', keeping, [overtaken]),
    ...keep('standing_corrections', keeping, [restood]),
    ...keep('villages', keeping, [[...new Set(villages)]]),
  ]
}

/** The same of households of which nothing changes but the day. */
export function keepDays(
  households: readonly string[],
  { importId, takenOn, newId }: Keeping,
): readonly Query[] {
  return [
    statement(DAYS, [newId(), importId, JSON.stringify(households), takenOn]),
    statement(DAYS_OF_PERSONS, [newId(), importId, JSON.stringify(households), takenOn]),
  ]
}

function keep(
  table: Table,
  { importId, newId }: Keeping,
  keys: readonly (readonly string[])[],
): readonly Query[] {
  if (keys.every((each) => each.length === 0)) return []
  const sql = `insert into import_before (id, import_id, what, rows)
    select ?1, ?2, '${table}', json_group_array(json_array(${KEPT[table]})) from ${table} where ${WHERE[table]}`
  return [statement(sql, [newId(), importId, ...keys.map((each) => JSON.stringify(each))])]
}

const ADDED = `insert into import_before (id, import_id, what, rows) values (?1, ?2, 'added', ?3)`
const DAYS = `insert into import_before (id, import_id, what, rows)
  select ?1, ?2, 'household-days', json_group_array(json_array(id, taken_on)) from households
  where id in (select value from json_each(?3)) and taken_on < ?4`
const DAYS_OF_PERSONS = `insert into import_before (id, import_id, what, rows)
  select ?1, ?2, 'person-days', json_group_array(json_array(id, taken_on)) from persons
  where household_id in (select value from json_each(?3)) and taken_on < ?4 and missing_since is null`
