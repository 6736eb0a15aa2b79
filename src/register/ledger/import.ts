import type { Day } from '../../policy/facts.ts'
import { dayOf } from '../../time/clock.ts'
import type { Services } from '../../services.ts'
import type { Area } from '../../staff/area.ts'
import type { Columns, Mapping } from '../columns.ts'
import { type Counts, ImportStopped } from '../importing/report.ts'
import { beginRun, endRun, resumeRun } from '../importing/run.ts'
import type { SmallResult } from '../importing/small-table.ts'
import { type Row, type Rows, type Source, UnreadableError } from '../reading/rows.ts'
import { openTable } from '../reading/table.ts'
import { type LedgerSoFar, type OddStep, type RefusedStep, takeBatches } from './batches.ts'
import { type LedgerColumn, ledgerMatcher } from './columns.ts'

export type LedgerOptions = {
  readonly by: string
  /** The day that rows without one of their own are of. */
  readonly takenOn?: Day
  /** What staff said that headers mean. */
  readonly mapping?: Mapping<LedgerColumn>
  /** The import's id, where it is to be known beforehand. */
  readonly importId?: string
  /** Whose persons may be written of; absent: everybody's. */
  readonly area?: Area
  /** Keeps what it changes as it stood before, so that it can be taken back. */
  readonly isUndoable?: boolean
  /** Where a file has more rows the rest is not taken: `too-many-rows`. */
  readonly mostRows?: number
  /** Reads and tells as if it wrote; its id is empty. */
  readonly isDry?: boolean
  /** Goes on where an earlier step of the same import left off. */
  readonly from?: LedgerMark | null
  /** Asked after each batch: whether the rest is left to a further step. Absent: all is done in one. */
  readonly isEnough?: () => boolean
} & LedgerListener

/** Hears of an import's findings as they are made; of the header too where needed columns are not in it. */
export type LedgerListener = {
  readonly header?: (header: readonly string[], columns: Columns<LedgerColumn>) => void
  readonly refused?: (refused: RefusedStep) => void
  readonly warned?: (odd: OddStep) => void
  readonly progress?: (rows: number) => Promise<void>
}

/** Where an import that is made in steps goes on. It is told as JSON, and names nobody. */
export type LedgerMark = LedgerSoFar & {
  readonly importId: string
  /** The day it began: no row of a later one is taken by a later step. */
  readonly today: Day
}

/** `left`: where to go on; null once all is done. The counts are then of what was done so far. */
export type LedgerResult =
  | (Extract<SmallResult<LedgerColumn>, { ok: true }> & { readonly left: LedgerMark | null })
  | Extract<SmallResult<LedgerColumn>, { ok: false }>

type LedgerServices = Pick<Services, 'store' | 'vault' | 'clock' | 'ids'>

/**
 * Imports a list of applications, grants, payments and refusals: each row a step of one programme, for one person of the
 * register, in one school year. Rows of people whom the register does not hold, or not just once, are rejected. Repeating
 * a file changes nothing, and files may come in any order; a crash between two batches loses nothing.
 */
export async function importLedger(
  services: LedgerServices,
  source: Source,
  options: LedgerOptions,
): Promise<LedgerResult> {
  const { store, clock } = services
  const { isDry = false, takenOn = null, from = null } = options
  const table = await openTable(source, ledgerMatcher(takenOn !== null, options.mapping))
  if (!table.ok && table.fault === 'no-header') {
    options.header?.(table.header, table.columns)
    return { ok: false, fault: table.fault, missing: table.columns.missing }
  }
  if (!table.ok) return { ok: false, fault: table.fault }
  options.header?.(table.header, table.columns)
  const { importId, today } = await begin(services, source, options)
  const batches = takeBatches(services, table.columns, {
    days: { today, takenOn },
    importId,
    area: options.area ?? null,
    isUndoable: options.isUndoable ?? false,
    isDry,
    from,
    refused: (one) => options.refused?.(one),
    warned: (one) => options.warned?.(one),
  })
  const end = async (state: 'done' | 'interrupted', counts: Counts | null) => {
    if (!isDry) await store.atomically(endRun(importId, state, clock().toISOString(), counts))
  }
  try {
    const isLeft = await takeRows(table.rows, batches, options)
    const { counts } = batches
    if (!isLeft) await end('done', counts)
    const left = isLeft ? { importId, today, ...batches.soFar() } : null
    return { ok: true, counts, unknownColumns: table.columns.unknown, left }
  } catch (error) {
    await end('interrupted', null)
    if (error instanceof ImportStopped) return { ok: false, fault: error.code }
    if (error instanceof UnreadableError) return { ok: false, fault: error.fault }
    throw error
  }
}

async function begin(
  { store, clock, ids }: LedgerServices,
  source: Source,
  { isDry = false, from, by, ...options }: LedgerOptions,
): Promise<Pick<LedgerMark, 'importId' | 'today'>> {
  if (from != null) {
    if (!isDry) await store.atomically([resumeRun(from.importId)])
    return from
  }
  const now = clock()
  const today = dayOf(now)
  if (isDry) return { importId: '', today }
  const importId = options.importId ?? ids()
  const takenOn = options.takenOn ?? today
  const at = now.toISOString()
  await store.atomically(beginRun({ id: importId, kind: 'ledger', source, takenOn, by, at }))
  return { importId, today }
}

/** Takes a file's rows after those that earlier steps have taken; whether some are left to a further one. */
async function takeRows(
  rows: Rows,
  { take, counts }: ReturnType<typeof takeBatches>,
  { from, mostRows = Number.POSITIVE_INFINITY, isEnough = () => false, progress }: LedgerOptions,
): Promise<boolean> {
  const done = from?.counts.read ?? 0
  let passed = 0
  for await (const some of byRows(rows)) {
    passed += some.length
    if (passed <= done) continue
    if (passed > mostRows) throw new ImportStopped('too-many-rows')
    await take(some)
    await progress?.(counts.read)
    if (isEnough()) return true
  }
  return false
}

const AT_ONCE = 1_000

// The reader's pieces are cut by bytes: a batch is cut by rows, so that what it binds stays small.
async function* byRows(pieces: Rows): Rows {
  let held: readonly Row[] = []
  for await (const rows of pieces) {
    held = [...held, ...rows]
    for (; held.length >= AT_ONCE; held = held.slice(AT_ONCE)) yield held.slice(0, AT_ONCE)
  }
  if (held.length > 0) yield held
}
