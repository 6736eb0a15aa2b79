import { dayOf } from '../runtime/clock.ts'
import type { Day } from '../policy/facts.ts'
import type { Services } from '../services.ts'
import { type ColumnId, type Columns, matchColumns } from './columns.ts'
import { batch } from './importing/batch.ts'
import { applyGroups, type ApplyContext } from './importing/apply.ts'
import { readFirst, type FirstReading, spare } from './importing/first-reading.ts'
import { type Grouping, groupHouseholds, type Refusal } from './importing/grouping.ts'
import { listMissing } from './importing/missing.ts'
import { type ImportReport, type ImportResult, ImportStopped, type Listener } from './importing/report.ts'
import { beginRun, endRun, takenBefore } from './importing/run.ts'
import { tally } from './importing/tally.ts'
import { numberIndex } from './number-index.ts'
import { type Source, UnreadableError } from './reading/rows.ts'
import { openTable, type Table } from './reading/table.ts'
import type { Rejection } from './reasons.ts'
import { cellReader, type Member, memberReader } from './row.ts'

export type ImportServices = Pick<Services, 'store' | 'vault' | 'clock' | 'ids'>

export type ImportOptions = {
  readonly by: string
  /** The day the register was taken; by default the day of import, or the day told when this same file was first imported. */
  readonly takenOn?: Day
  readonly listener?: Listener
  /** About how many rows an atomic batch writes. */
  readonly rowsAtOnce?: number
}

type Readable = Extract<Table<ColumnId>, { ok: true }>

// Blind indexes scatter over the database's pages: the larger a batch, the fewer times each page is written.
const ROWS_AT_ONCE = 10_000
// Rows become writes by the thousand: what is made on the way is gone again before the collector has to move it.
const PREPARED_AT_ONCE = 1_000

/**
 * Imports a poverty register (CSV or XLSX) in two readings: the first finds what only the whole file tells, the second
 * writes whole households in atomic batches. Repeating it changes nothing; a crash between batches loses nothing.
 * A rejected row keeps its own person out and lets the household's other rows in; what is wrong with a household as
 * such (its rows disagree on county) rejects all its rows.
 */
export async function importRegister(
  services: ImportServices,
  source: Source,
  options: ImportOptions,
): Promise<ImportResult> {
  const first = await openTable(source, matchColumns)
  if (!first.ok) return { ok: false, fault: faultOf(first) }
  const importId = services.ids()
  const now = services.clock()
  const takenOn = options.takenOn ?? (await takenBefore(services.store, source.digest)) ?? dayOf(now)
  const run = {
    id: importId,
    kind: 'register',
    source,
    takenOn,
    by: options.by,
    at: now.toISOString(),
  } as const
  await services.store.atomically(beginRun(run))
  try {
    const report = await readTwice(services, source, first, {
      importId,
      takenOn,
      listener: options.listener ?? {},
      rowsAtOnce: options.rowsAtOnce ?? ROWS_AT_ONCE,
    })
    await services.store.atomically(endRun(importId, 'done', services.clock().toISOString(), report.counts))
    return { ok: true, report }
  } catch (error) {
    await services.store.atomically(endRun(importId, 'interrupted', services.clock().toISOString(), null))
    if (error instanceof ImportStopped) return { ok: false, fault: { code: error.code } }
    if (error instanceof UnreadableError) return { ok: false, fault: { code: error.fault } }
    throw error
  }
}

async function readTwice(
  services: ImportServices,
  source: Source,
  first: Readable,
  run: {
    readonly importId: string
    readonly takenOn: Day
    readonly listener: Listener
    readonly rowsAtOnce: number
  },
): Promise<ImportReport> {
  const { store, vault } = services
  const index = numberIndex(vault)
  const member = memberReader(first.columns)
  const cell = cellReader(first.columns)
  run.listener.header?.(first.header)
  const whole = await readFirst(index, first.rows, {
    member,
    township: (cells) => cell(cells, 'township'),
  })
  const again = await openTable(source, matchColumns)
  if (!again.ok) throw new ImportStopped('file-changed')

  const found = tally(run.listener)
  const context = await applyContext(services, first.columns, {
    ...run,
    index,
    spared: whole.spared,
    warn: found.warned,
  })
  const rejection = rejectMember(first.columns)
  const grouping: Grouping = {
    member,
    rejected: found.rejected,
    refused: (refused, reason) => {
      spare(whole.spared, index, refused)
      found.rejected(rejection(refused, reason))
    },
    repeated: found.repeated,
  }
  const { add, end } = batch(store, run.importId, run.rowsAtOnce)
  const groups = groupHouseholds(again.rows, whole, grouping, Math.min(PREPARED_AT_ONCE, run.rowsAtOnce))
  for await (const some of groups) {
    const applied = await applyGroups(some, context)
    found.applied(applied)
    await add(
      applied.writes,
      some.reduce((sum, members) => sum + members.length, 0),
    )
  }
  await end()

  const missing = await missingOf(run, whole, context)
  return found.report({
    importId: run.importId,
    takenOn: run.takenOn,
    read: whole.read,
    missing,
    unknownColumns: first.columns.unknown,
  })
}

async function applyContext(
  { store, vault, ids }: ImportServices,
  columns: Columns,
  run: Pick<ApplyContext, 'importId' | 'takenOn' | 'index' | 'spared' | 'warn'>,
): Promise<ApplyContext> {
  const held = await store.rows('select 1 from households limit 1')
  return {
    ...run,
    store,
    vault,
    newId: ids,
    cell: cellReader(columns),
    has: (column) => columns.at.has(column),
    columns: [...columns.at.keys()].sort().join(),
    named: new Set(),
    isFirst: held.length === 0,
  }
}

async function missingOf(
  { importId, takenOn, listener }: { importId: string; takenOn: Day; listener: Listener },
  whole: FirstReading,
  { store, isFirst, named }: ApplyContext,
): Promise<{ households: number; persons: number }> {
  if (isFirst) return { households: 0, persons: 0 }
  return listMissing(store, importId, takenOn, whole, named, (missing) => listener.missing?.(missing))
}

function rejectMember(columns: Columns) {
  return ({ line, cells }: Member, reason: Refusal): Rejection => {
    const column = reason === 'person-number-conflict' ? 'idNumber' : 'county'
    const at = columns.at.get(column)
    return { line, column, reason, value: at === undefined ? '' : (cells[at] ?? ''), row: cells }
  }
}

function faultOf(table: Exclude<Table<ColumnId>, { ok: true }>) {
  if (table.fault !== 'no-header') return { code: table.fault }
  return { code: table.fault, missing: table.columns.missing, unknown: table.columns.unknown }
}
