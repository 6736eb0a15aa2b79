import type { Day } from '../../policy/facts.ts'
import { dayOf } from '../../time/clock.ts'
import type { Services } from '../../services.ts'
import { type Query, type Store, statement } from '../../storage/store.ts'
import { saidBy } from '../importing/json-rows.ts'
import { wholeRun } from '../importing/run.ts'
import type { Refused, SmallResult } from '../importing/small-table.ts'
import type { Office } from '../office.ts'
import { type Source, UnreadableError } from '../reading/rows.ts'
import { openTable } from '../reading/table.ts'
import { matchOfficeColumns, type OfficeColumn } from './columns.ts'
import type { OfficeRejection } from './reasons.ts'
import { type OfficeSaid, readOffice } from './row.ts'
import { OFFICE_COLUMNS, type OfficeRow, toOffice } from './rows.ts'

export type RefusedOffice = Refused<OfficeColumn, OfficeRejection>

export type OfficesOptions = {
  readonly by: string
  readonly header?: (header: readonly string[]) => void
  readonly refused?: (refused: RefusedOffice) => void
  /** What is written in the same batch, where the table changes anything. */
  readonly beside?: readonly Query[]
}

/**
 * Imports what counties' offices tell of how to apply: the whole file in one batch, or nothing of it. A row is an entry of
 * a county, a programme (empty: all that have none of their own) and a day from which it is in force; one without that
 * day is in force from today, unless it says what is in force already. Repeating a file changes nothing.
 */
export async function importOffices(
  { store, clock, ids }: Pick<Services, 'store' | 'clock' | 'ids'>,
  source: Source,
  options: OfficesOptions,
): Promise<SmallResult<OfficeColumn>> {
  const table = await openTable(source, matchOfficeColumns)
  if (!table.ok && table.fault === 'no-header')
    return { ok: false, fault: table.fault, missing: table.columns.missing }
  if (!table.ok) return { ok: false, fault: table.fault }
  options.header?.(table.header)
  const now = clock()
  const taking = takeEntries(await entriesKnown(store), dayOf(now))
  let rejected = 0
  const refuse = (refused: RefusedOffice) => {
    rejected++
    options.refused?.(refused)
  }
  try {
    for await (const rows of table.rows)
      for (const row of rows) {
        const read = readOffice(table.columns, row)
        if (!read.ok) refuse(read.refused)
        else if (!taking.take(read.entry, row.line))
          refuse({ line: row.line, column: 'county', reason: 'entry-repeated', value: '', row: row.cells })
      }
  } catch (error) {
    if (error instanceof UnreadableError) return { ok: false, fault: error.fault }
    throw error
  }
  const { added, changed, unchanged } = taking.counts
  const counts = { read: added + changed + unchanged + rejected, added, changed, unchanged, rejected }
  const run = { id: ids(), kind: 'offices', source, takenOn: dayOf(now), by: options.by } as const
  await store.atomically([
    wholeRun({ ...run, at: now.toISOString() }, counts),
    ...upserts(taking.changed(), run.id),
    ...(taking.changed().length > 0 ? (options.beside ?? []) : []),
  ])
  return { ok: true, counts, unknownColumns: table.columns.unknown }
}

type Taken = { readonly office: Office; readonly line: number }

/** Takes entries one by one beside those known: false where the file has said otherwise of the same before. */
function takeEntries(known: ReadonlyMap<string, Office>, today: Day) {
  const counts = { added: 0, changed: 0, unchanged: 0 }
  const taken = new Map<string, Taken>()
  const changed: Taken[] = []
  const take = (said: OfficeSaid, line: number): boolean => {
    const before = said.validFrom === null ? inForce(known, said, today) : known.get(keyOf(said))
    const office = { ...said, validFrom: said.validFrom ?? today }
    const earlier = taken.get(keyOf(office))
    if (earlier !== undefined && !saysSame(earlier.office, office)) return false
    if (earlier !== undefined || (before !== undefined && saysSame(before, office))) counts.unchanged++
    else {
      counts[before === undefined ? 'added' : 'changed']++
      changed.push({ office, line })
    }
    taken.set(keyOf(office), { office, line })
    return true
  }
  return { take, counts, changed: () => changed }
}

function inForce(known: ReadonlyMap<string, Office>, said: OfficeSaid, today: Day): Office | undefined {
  let found: Office | undefined
  for (const office of known.values()) {
    if (office.county !== said.county || office.programme !== said.programme || office.validFrom > today)
      continue
    if (found === undefined || office.validFrom > found.validFrom) found = office
  }
  return found
}

function keyOf({ county, programme, validFrom }: Pick<OfficeSaid, 'county' | 'programme' | 'validFrom'>) {
  return `${county}|${programme ?? ''}|${validFrom ?? ''}`
}

function saysSame(one: Office, other: Office): boolean {
  return TOLD.every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]))
}

const TOLD = ['opensOn', 'closesOn', 'papers', 'place', 'telephone'] as const

async function entriesKnown(store: Store): Promise<ReadonlyMap<string, Office>> {
  const rows = await store.rows<OfficeRow>(`select ${OFFICE_COLUMNS} from offices`)
  return new Map(rows.map(toOffice).map((office) => [keyOf(office), office]))
}

const AT_ONCE = 500

function upserts(taken: readonly Taken[], importId: string): readonly Query[] {
  const rows = taken.map(({ office, line }) => [
    office.county,
    office.programme ?? '',
    office.opensOn,
    office.closesOn,
    office.papers?.['zh-CN'] ?? null,
    office.papers?.bo ?? null,
    office.place?.['zh-CN'] ?? null,
    office.place?.bo ?? null,
    office.telephone,
    office.validFrom,
    line,
  ])
  const pieces = Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, at) =>
    rows.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  )
  return pieces.map((piece) => statement(UPSERT, [JSON.stringify(piece), importId]))
}

const UPSERT = `${saidBy(1)} insert into offices (${OFFICE_COLUMNS}, line, import_id)
  select item ->> 0, item ->> 1, item ->> 2, item ->> 3, item ->> 4, item ->> 5, item ->> 6, item ->> 7, item ->> 8,
    item ->> 9, item ->> 10, ?2
  from said where true
  on conflict (county, programme, valid_from) do update set opens_on = excluded.opens_on, closes_on = excluded.closes_on,
    papers = excluded.papers, papers_bo = excluded.papers_bo, place = excluded.place, place_bo = excluded.place_bo,
    telephone = excluded.telephone, import_id = excluded.import_id, line = excluded.line`
