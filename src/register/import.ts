import { dayOf } from '../time/clock.ts'
import type { Day } from '../policy/facts.ts'
import type { Services } from '../services.ts'
import { type Area, PROVINCE } from '../staff/area.ts'
import { type ColumnId, type Mapping, matchColumnsBy } from './columns.ts'
import { readTwice } from './importing/readings.ts'
import {
  type ImportFault,
  type ImportMark,
  type ImportResult,
  ImportStopped,
  type Listener,
} from './importing/report.ts'
import { beginRun, endRun, resumeRun, takenBefore } from './importing/run.ts'
import { type Source, UnreadableError } from './reading/rows.ts'
import { openTable, type Table } from './reading/table.ts'

export type ImportServices = Pick<Services, 'store' | 'vault' | 'clock' | 'ids'>

export type ImportOptions = {
  readonly by: string
  /** The day the register was taken; by default the day of import, or the day told when this same file was first imported. */
  readonly takenOn?: Day
  readonly listener?: Listener
  /** The import's id, where it is to be known beforehand. */
  readonly importId?: string
  /** Where the importer may write: rows of elsewhere are rejected. Absent: everywhere. */
  readonly area?: Area
  /** What headers mean, where somebody put them right. */
  readonly mapping?: Mapping
  /** Keeps what it changes as it stood before, so that it can be taken back. */
  readonly isUndoable?: boolean
  /** About how many rows an atomic batch writes. */
  readonly rowsAtOnce?: number
  /** Goes on where an earlier step of the same import left off. */
  readonly from?: ImportMark | null
  /** A file of more rows is not taken: `too-many-rows`. */
  readonly mostRows?: number
  /** Asked after each piece: whether the rest is left to a further step. Absent: all is done in one. */
  readonly isEnough?: () => boolean
}

// Blind indexes scatter over the database's pages: the larger a batch, the fewer times each page is written.
const ROWS_AT_ONCE = 10_000

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
  const match = matchColumnsBy(options.mapping ?? new Map())
  const first = await openTable(source, match)
  if (!first.ok) return { ok: false, fault: faultOf(first) }
  const from = options.from ?? null
  const importId = from?.importId ?? options.importId ?? services.ids()
  const now = services.clock()
  const takenOn = await takenDay(services, source, options)
  const run = {
    id: importId,
    kind: 'register',
    source,
    takenOn,
    by: options.by,
    at: now.toISOString(),
  } as const
  // The file is read meanwhile: a writer of its own may still be starting. A failure is heard where `begun` is awaited.
  const begun = services.store.atomically(from === null ? beginRun(run) : [resumeRun(importId)])
  begun.catch(() => undefined)
  try {
    const { report, left } = await readTwice(services, source, first, {
      importId,
      begun,
      takenOn,
      match,
      isDry: false,
      ...settled(options),
    })
    const at = services.clock().toISOString()
    if (left === null) await services.store.atomically(endRun(importId, 'done', at, report.counts))
    return { ok: true, report, left }
  } catch (error) {
    await begun
    await services.store.atomically(endRun(importId, 'interrupted', services.clock().toISOString(), null))
    return { ok: false, fault: expected(error) }
  }
}

/**
 * Reads a register as an import would, and tells what it would do; nothing is written. Its report is that of the import,
 * as long as nobody else changes the register in between.
 */
export async function previewRegister(
  services: ImportServices,
  source: Source,
  options: ImportOptions,
): Promise<ImportResult> {
  const match = matchColumnsBy(options.mapping ?? new Map())
  const first = await openTable(source, match)
  if (!first.ok) return { ok: false, fault: faultOf(first) }
  const takenOn = await takenDay(services, source, options)
  const run = { importId: '', begun: Promise.resolve(), takenOn, match, isDry: true, ...settled(options) }
  try {
    return { ok: true, ...(await readTwice(services, source, first, run)) }
  } catch (error) {
    return { ok: false, fault: expected(error) }
  }
}

async function takenDay(
  { store, clock }: ImportServices,
  { digest }: Source,
  { takenOn, from }: ImportOptions,
): Promise<Day> {
  return from?.takenOn ?? takenOn ?? (await takenBefore(store, digest)) ?? dayOf(clock())
}

// What is not expected of a file or of another import is thrown on.
function expected(error: unknown): ImportFault {
  if (error instanceof ImportStopped) return { code: error.code }
  if (error instanceof UnreadableError) return { code: error.fault }
  throw error
}

function settled({
  listener = {},
  rowsAtOnce = ROWS_AT_ONCE,
  area = null,
  isUndoable = false,
  mostRows = Number.POSITIVE_INFINITY,
  from = null,
  isEnough = () => false,
}: Settled) {
  const within = area?.code === PROVINCE.code ? null : area
  return { listener, rowsAtOnce, area: within, isUndoable, mostRows, from, isEnough }
}

type Settled = Omit<ImportOptions, 'area'> & { readonly area?: Area | null }

function faultOf(table: Exclude<Table<ColumnId>, { ok: true }>) {
  if (table.fault !== 'no-header') return { code: table.fault }
  const { missing, unknown } = table.columns
  return { code: table.fault, missing, unknown, header: table.header }
}
