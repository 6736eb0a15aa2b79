import type { Day } from '../../policy/facts.ts'
import type { Services } from '../../services.ts'
import type { Area } from '../../staff/area.ts'
import type { ColumnId, Columns, MatchColumns } from '../columns.ts'
import { numberIndex } from '../finding/number-index.ts'
import { openShelves } from '../finding/shelves.ts'
import type { Row, Source } from '../reading/rows.ts'
import { openTable, type Table } from '../reading/table.ts'
import { cellReader, memberReader, type ReadMember, rejecter } from '../row.ts'
import type { ApplyContext } from './apply.ts'
import { type FirstReading, readFirst, spare } from './first-reading.ts'
import { COLUMN_AT_FAULT, type Grouping, groupHouseholds } from './grouping.ts'
import { allHeld, type Members, membersOf } from './members.ts'
import { listMissing } from './missing.ts'
import { type ImportMark, type ImportResult, ImportStopped, type Listener } from './report.ts'
import { nameAll, taker } from './taker.ts'
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
  readonly mostRows: number
  /** Where an earlier step of the same import left off; null where it begins. */
  readonly from: ImportMark | null
  /** Asked after each piece: whether the rest is left to a further step. */
  readonly isEnough: () => boolean
}

type Read = Omit<Extract<ImportResult, { ok: true }>, 'ok'>

// Rows become writes by the thousand where each piece is so many statements of what an invocation may make, else by a
// fraction of it: what is made on the way is gone again before the collector has to move it.
const PREPARED_AT_ONCE = { together: 1_000, gathered: 200 } as const

/** Bytes of a file whose rows may wait in memory between the readings: a township's, of some 20,000 rows. */
const SMALL = 4 * 1024 * 1024

/**
 * Reads a file, opened for the first time, twice: the second reading writes (or would), once the first has told what to
 * reject. A further step reads it anew, which is a small part of the work, and passes over what the earlier ones have done.
 */
export async function readTwice(
  services: RegisterServices,
  source: Source,
  first: Readable,
  run: Readings,
): Promise<Read> {
  const { vault } = services
  const index = numberIndex(vault)
  const member = memberReader(first.columns, run.area)
  const cell = cellReader(first.columns)
  run.listener.header?.(first.header, first.columns)
  const progress = run.listener.progress ?? (async () => {})
  const isSmall = source.bytes !== undefined && source.bytes <= SMALL
  const members = isSmall ? await allHeld(membersOf(first.rows, member)) : membersOf(first.rows, member)
  const whole = await readFirst(index, members, {
    township: (cells) => cell(cells, 'township'),
    progress: async (rows) => {
      if (rows > run.mostRows) throw new ImportStopped('too-many-rows')
      if (run.from === null) await progress(rows, null)
    },
  })
  await run.begun
  const found = tally(run.listener, run.from?.found)
  const context = await applyContext(services, first.columns, {
    ...run,
    index,
    spared: whole.spared,
    warn: found.warned,
  })
  const rejection = rejecter(first.columns)
  let pieces = 0
  // What an earlier step passed was told by it.
  const isNew = () => pieces >= (run.from?.pieces ?? 0)
  const refused: Grouping['refused'] = (member, reason) => {
    spare(whole.spared, index, member)
    if (isNew()) found.rejected(rejection(member, COLUMN_AT_FAULT[reason], reason))
  }
  const grouping: Grouping = {
    rejected: (one) => (isNew() ? found.rejected(one) : undefined),
    refused,
    repeated: (one) => (isNew() ? found.repeated(one) : undefined),
    sharing: ({ line }) =>
      isNew() ? found.warned({ line, column: 'idNumber', reason: 'id-number-shared' }) : undefined,
  }
  const take = taker(services, { ...run, rows: whole.read }, context, { applied: found.applied, refused })
  const again = isSmall ? members : await readAgain(source, run.match, member)
  const atOnce = PREPARED_AT_ONCE[services.store.gather === undefined ? 'together' : 'gathered']
  const groups = groupHouseholds(again, whole, grouping, Math.min(atOnce, run.rowsAtOnce))
  let rows = 0
  let isLeft = false
  for await (const some of groups) {
    const count = some.reduce((sum, members) => sum + members.length, 0)
    nameAll(some, context)
    rows += count
    if (isNew()) {
      await take.add(some, count)
      await progress(whole.read + rows, 2 * whole.read)
      isLeft = run.isEnough()
    }
    pieces += 1
    if (isLeft) break
  }
  await take.end()

  const gone = take.gone()
  const { importId, takenOn } = run
  const listed = isLeft ? { households: 0, persons: 0 } : await missingOf(run, whole, context)
  const report = found.report({
    importId,
    takenOn,
    read: whole.read,
    missing: run.isDry ? { ...listed, persons: gone } : listed,
    unknownColumns: first.columns.unknown,
  })
  return { report, left: isLeft ? { importId, takenOn, pieces, found: found.soFar(), gone } : null }
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
