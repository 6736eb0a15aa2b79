import type { Day } from '../../policy/facts.ts'
import type { Services } from '../../services.ts'
import type { Area } from '../../staff/area.ts'
import type { ColumnId, Columns, MatchColumns } from '../columns.ts'
import { numberIndex } from '../number-index.ts'
import { openShelves } from '../shelves.ts'
import type { Row, Source } from '../reading/rows.ts'
import { openTable, type Table } from '../reading/table.ts'
import { cellReader, memberReader, type ReadMember, rejecter } from '../row.ts'
import { applyGroups, type ApplyContext } from './apply.ts'
import { batch } from './batch.ts'
import { type FirstReading, readFirst, spare } from './first-reading.ts'
import { COLUMN_AT_FAULT, type Grouping, groupHouseholds } from './grouping.ts'
import { refuseElsewhere } from './elsewhere.ts'
import { keeping, type Members, membersOf } from './members.ts'
import { countGone, listMissing } from './missing.ts'
import { type ImportReport, ImportStopped, type Listener } from './report.ts'
import { tally } from './tally.ts'

type RegisterServices = Pick<Services, 'store' | 'vault' | 'ids'>

type Readable = Extract<Table<ColumnId>, { ok: true }>

type Readings = {
  readonly importId: string
  /** Settles once the run is written down: the first reading does not wait for it, the second does. */
  readonly begun: Promise<unknown>
  readonly takenOn: Day
  readonly listener: Listener
  readonly rowsAtOnce: number
  readonly match: MatchColumns
  readonly area: Area | null
  readonly isUndoable: boolean
  /** Nothing is written. */
  readonly isDry: boolean
}

// Rows become writes by the thousand: what is made on the way is gone again before the collector has to move it.
const PREPARED_AT_ONCE = 1_000

// Rows that may wait in memory between the readings: a township's, some 30 MiB of them.
const KEPT = 20_000

const NOTHING = { add: async () => {}, end: async () => {} }

/** Reads a file, opened for the first time, twice: the second reading writes (or would), once the first has told what to reject. */
export async function readTwice(
  services: RegisterServices,
  source: Source,
  first: Readable,
  run: Readings,
): Promise<ImportReport> {
  const { store, vault } = services
  const index = numberIndex(vault)
  const member = memberReader(first.columns, run.area)
  const cell = cellReader(first.columns)
  run.listener.header?.(first.header, first.columns)
  const progress = run.listener.progress ?? (async () => {})
  const { members, kept } = keeping(membersOf(first.rows, member), KEPT)
  const whole = await readFirst(index, members, {
    township: (cells) => cell(cells, 'township'),
    progress: (rows) => progress(rows, null),
  })
  await run.begun
  const found = tally(run.listener)
  const context = await applyContext(services, first.columns, {
    ...run,
    index,
    spared: whole.spared,
    warn: found.warned,
  })
  const rejection = rejecter(first.columns)
  const refused: Grouping['refused'] = (member, reason) => {
    spare(whole.spared, index, member)
    found.rejected(rejection(member, COLUMN_AT_FAULT[reason], reason))
  }
  const grouping: Grouping = { rejected: found.rejected, refused, repeated: found.repeated }
  const { add, end } = run.isDry ? NOTHING : batch(store, run.importId, run.rowsAtOnce, whole.read)
  const again = kept() ?? (await readAgain(source, run.match, member))
  const groups = groupHouseholds(again, whole, grouping, Math.min(PREPARED_AT_ONCE, run.rowsAtOnce))
  let rows = 0
  let gone = 0
  for await (const some of groups) {
    const ours = run.area === null ? some : await refuseElsewhere(services, run.area, some, refused)
    const applied = await applyGroups(ours, context)
    found.applied(applied)
    const count = some.reduce((sum, members) => sum + members.length, 0)
    await add(applied.writes, count)
    if (run.isDry) gone += await countGone(store, applied.named)
    rows += count
    await progress(whole.read + rows, 2 * whole.read)
  }
  await end()

  const listed = await missingOf(run, whole, context)
  const missing = run.isDry ? { ...listed, persons: gone } : listed
  return found.report({
    importId: run.importId,
    takenOn: run.takenOn,
    read: whole.read,
    missing,
    unknownColumns: first.columns.unknown,
  })
}

async function readAgain(
  source: Source,
  match: MatchColumns,
  member: (row: Row) => ReadMember,
): Promise<Members> {
  const again = await openTable(source, match)
  if (!again.ok) throw new ImportStopped('file-changed')
  return membersOf(again.rows, member)
}

async function applyContext(
  { store, vault, ids }: RegisterServices,
  columns: Columns,
  run: Pick<Readings, 'listener'> &
    Pick<ApplyContext, 'importId' | 'takenOn' | 'index' | 'spared' | 'warn' | 'isUndoable'>,
): Promise<ApplyContext> {
  const held = await store.rows('select 1 from households limit 1')
  return {
    ...run,
    store,
    vault,
    newId: ids,
    shelfFor: await openShelves(store),
    changed: run.listener.household,
    cell: cellReader(columns),
    has: (column) => columns.at.has(column),
    columns: [...columns.at.keys()].sort().join(),
    named: new Set(),
    isFirst: held.length === 0,
  }
}

async function missingOf(
  { importId, takenOn, listener }: Readings,
  whole: FirstReading,
  { store, isFirst, named }: ApplyContext,
): Promise<{ households: number; persons: number }> {
  if (isFirst) return { households: 0, persons: 0 }
  return listMissing(store, importId, takenOn, whole, named, (missing) => listener.missing?.(missing))
}
