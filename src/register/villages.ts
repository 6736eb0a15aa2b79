import { dayOf } from '../time/clock.ts'
import { type Query, type Store, statement } from '../storage/store.ts'
import { columnMatcher, type Columns } from './columns.ts'
import { HEADERS } from './headers.ts'
import type { ImportServices } from './import.ts'
import type { Counts } from './importing/report.ts'
import { saidBy } from './importing/json-rows.ts'
import { mustStillRun } from './importing/progress.ts'
import { beginRun, endRun } from './importing/run.ts'
import { type Row, type Source, type Unreadable, UnreadableError } from './reading/rows.ts'
import { openTable } from './reading/table.ts'
import { cellText } from './values/cell.ts'
import { readCounty } from './values/county.ts'
import { readPopulation, readYesNo } from './values/household-values.ts'
import { villageKey } from './village-key.ts'

const VILLAGE_HEADERS = {
  code: ['村编码', '行政村编码', '村代码', '行政村代码', '统计用区划代码', '区划代码'],
  county: HEADERS.county,
  township: HEADERS.township,
  village: [...HEADERS.village, '村名', '村名称', '行政村名称'],
  poor: [...HEADERS.villagePoor, '贫困村'],
  population: [...HEADERS.villagePopulation, '人口', '总人口', '人口数', '村人口数'],
} as const

type VillageColumn = keyof typeof VILLAGE_HEADERS

export type VillageRejection = {
  readonly line: number
  readonly column: VillageColumn
  readonly reason:
    | 'village-missing'
    | 'village-code-unknown'
    | 'county-unknown'
    | 'poor-unknown'
    | 'population-unknown'
}

/** Names of a village by its twelve-digit statistical code. */
export type VillageOfCode = (code: string) => { county: string; township: string; village: string } | null

export type VillagesResult =
  | { readonly ok: true; readonly counts: Counts; readonly unknownColumns: readonly string[] }
  | { readonly ok: false; readonly fault: Unreadable | 'taken-over' }
  | { readonly ok: false; readonly fault: 'no-header'; readonly missing: readonly VillageColumn[] }

type Village = {
  readonly key: string
  readonly code: string | null
  readonly county: string
  readonly township: string | null
  readonly name: string
  readonly poor: number | null
  readonly population: number | null
}

const matchColumns = columnMatcher<VillageColumn>(VILLAGE_HEADERS, (has) =>
  has('code') ? [has('poor') || !has('population') ? 'poor' : 'population'] : ['county', 'village'],
)

/** Imports a village list: which villages are poor, and how many people live there. Repeating it changes nothing. */
export async function importVillages(
  services: Pick<ImportServices, 'store' | 'clock' | 'ids'>,
  source: Source,
  options: {
    readonly by: string
    readonly villageOfCode: VillageOfCode
    readonly rejected?: (rejection: VillageRejection) => void
  },
): Promise<VillagesResult> {
  const { store, clock, ids } = services
  const table = await openTable(source, matchColumns)
  if (!table.ok && table.fault === 'no-header')
    return { ok: false, fault: table.fault, missing: table.columns.missing }
  if (!table.ok) return { ok: false, fault: table.fault }
  const id = ids()
  const at = clock()
  await store.atomically(
    beginRun({ id, kind: 'villages', source, takenOn: dayOf(at), by: options.by, at: at.toISOString() }),
  )
  const counts = { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0 }
  try {
    for await (const piece of table.rows) {
      const villages = piece.flatMap((row) => {
        counts.read++
        const village = readVillage(row, table.columns, options.villageOfCode)
        if (!('reason' in village)) return [village]
        counts.rejected++
        options.rejected?.(village)
        return []
      })
      if (!(await write(store, id, villages, counts))) return { ok: false, fault: 'taken-over' }
    }
  } catch (error) {
    await store.atomically(endRun(id, 'interrupted', clock().toISOString(), null))
    if (error instanceof UnreadableError) return { ok: false, fault: error.fault }
    throw error
  }
  await store.atomically(endRun(id, 'done', clock().toISOString(), counts))
  return { ok: true, counts, unknownColumns: table.columns.unknown }
}

function readVillage(
  { line, cells }: Row,
  columns: Columns<VillageColumn>,
  villageOfCode: VillageOfCode,
): Village | VillageRejection {
  const cell = (id: VillageColumn) => {
    const at = columns.at.get(id)
    return at === undefined ? '' : cellText(cells[at])
  }
  const reject = (column: VillageColumn, reason: VillageRejection['reason']) => ({ line, column, reason })
  const code = cell('code') || null
  const byCode = code === null ? null : villageOfCode(code)
  const name = cell('village') || byCode?.village
  if (name === undefined)
    return code === null ? reject('village', 'village-missing') : reject('code', 'village-code-unknown')
  const county = cell('county') === '' ? byCode?.county : readCounty(cell('county'))
  if (county == null) return reject('county', 'county-unknown')
  const township = cell('township') || byCode?.township || null
  const poor = cell('poor') === '' ? null : readYesNo(cell('poor'))
  if (poor === null && cell('poor') !== '') return reject('poor', 'poor-unknown')
  const population = cell('population') === '' ? null : readPopulation(cell('population'))
  if (population === null && cell('population') !== '') return reject('population', 'population-unknown')
  return {
    key: villageKey(county, township, name),
    code,
    county,
    township,
    name,
    poor: poor === null ? null : Number(poor),
    population,
  }
}

async function write(
  store: Store,
  importId: string,
  rows: readonly Village[],
  counts: { added: number; changed: number; unchanged: number },
) {
  // Of two rows for one village the last stands.
  const villages = new Map(rows.map((village) => [village.key, village]))
  const known = await store.rows<Village>(KNOWN, [JSON.stringify([...villages.keys()])])
  const before = new Map(known.map((village) => [village.key, village]))
  for (const village of villages.values()) {
    const found = before.get(village.key)
    if (found === undefined) counts.added++
    else counts[isSame(found, village) ? 'unchanged' : 'changed']++
  }
  counts.unchanged += rows.length - villages.size
  const changed = [...villages.values()].filter((village) => {
    const found = before.get(village.key)
    return found === undefined || !isSame(found, village)
  })
  return (await store.atomically([...mustStillRun(importId), upsert(changed, importId)])) === 'committed'
}

function isSame(before: Village, now: Village): boolean {
  return (
    (now.poor ?? before.poor) === before.poor && (now.population ?? before.population) === before.population
  )
}

function upsert(villages: readonly Village[], importId: string): Query {
  const rows = villages.map(({ key, code, county, township, name, poor, population }) => [
    key,
    code,
    county,
    township,
    name,
    poor,
    population,
  ])
  return statement(UPSERT, [JSON.stringify(rows), importId])
}

const KNOWN = `select key, code, county, township, name, poor, population from villages
  where key in (select value from json_each(?1))`

const UPSERT = `${saidBy(1)} insert into villages (key, code, county, township, name, poor, population, import_id)
  select item ->> 0, item ->> 1, item ->> 2, item ->> 3, item ->> 4, item ->> 5, item ->> 6, ?2
  from said where true
  on conflict (key) do update set code = coalesce(excluded.code, code), poor = coalesce(excluded.poor, poor),
    population = coalesce(excluded.population, population), import_id = excluded.import_id`
