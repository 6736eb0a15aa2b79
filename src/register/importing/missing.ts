import type { Store } from '../../storage/store.ts'
import type { FirstReading } from './first-reading.ts'
import type { Missing } from './report.ts'

type Row = {
  readonly id: string
  readonly import_id: string
  readonly line: number
  readonly number_index: string
}

const AT_ONCE = 1_000

/**
 * Lists what the register holds of the file's own area (its counties and townships) and the file no longer names.
 * Nothing is deleted: staff decide.
 */
export async function listMissing(
  store: Store,
  importId: string,
  takenOn: string,
  { areas, spared }: Pick<FirstReading, 'areas' | 'spared'>,
  named: ReadonlySet<string>,
  tell: (missing: Missing) => void,
): Promise<{ households: number; persons: number }> {
  const pairs = JSON.stringify([...areas].map((area) => area.split('|')))
  let households = 0
  for await (const row of paged(store, HOUSEHOLDS, [pairs])) {
    if (named.has(row.number_index) || spared.has(row.number_index)) continue
    households++
    tell({ kind: 'household', id: row.id, importId: row.import_id, line: row.line })
  }
  let persons = 0
  for await (const row of paged(store, PERSONS, [importId, takenOn])) {
    persons++
    tell({ kind: 'person', id: row.id, importId: row.import_id, line: row.line })
  }
  return { households, persons }
}

/**
 * How many persons the register would no longer find in households that a file names: by household, the indexes of the
 * persons named.
 */
export async function countGone(
  store: Store,
  named: readonly (readonly [household: string, named: readonly string[]])[],
): Promise<number> {
  if (named.length === 0) return 0
  const [row] = await store.rows<{ count: number }>(GONE, [JSON.stringify(named)])
  return row?.count ?? 0
}

async function* paged(store: Store, sql: string, params: readonly string[]): AsyncIterable<Row> {
  let after = ''
  for (;;) {
    const rows = await store.rows<Row>(sql, [...params, after, AT_ONCE])
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < AT_ONCE) return
    after = last.id
  }
}

const HOUSEHOLDS = `select id, import_id, line, number_index from households
  where id > ?2 and (county, coalesce(township, '')) in (select value ->> 0, value ->> 1 from json_each(?1))
  order by id limit ?3`

const GONE = `select count(*) as count from json_each(?1) as said
  join persons p on p.household_id = said.value ->> 0
  where p.missing_since is null and p.number_index not in (select value from json_each(said.value -> 1))`

const PERSONS = `select persons.id, households.import_id, households.line, persons.number_index
  from persons join households on households.id = persons.household_id
  where persons.id > ?3 and households.import_id = ?1 and persons.missing_since = ?2
  order by persons.id limit ?4`
