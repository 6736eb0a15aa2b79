import type { Day } from '../../policy/facts.ts'
import { dayOf } from '../../time/clock.ts'
import type { Services } from '../../services.ts'
import type { Area } from '../../staff/area.ts'
import type { Columns, Mapping } from '../columns.ts'
import { ImportStopped } from '../importing/report.ts'
import { beginRun, endRun } from '../importing/run.ts'
import type { SmallResult } from '../importing/small-table.ts'
import { type Row, type Rows, type Source, UnreadableError } from '../reading/rows.ts'
import { openTable } from '../reading/table.ts'
import { type OddStep, type RefusedStep, takeBatches } from './batches.ts'
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
} & LedgerListener

/** Hears of an import's findings as they are made; of the header too where needed columns are not in it. */
export type LedgerListener = {
  readonly header?: (header: readonly string[], columns: Columns<LedgerColumn>) => void
  readonly refused?: (refused: RefusedStep) => void
  readonly warned?: (odd: OddStep) => void
  readonly progress?: (rows: number) => Promise<void>
}

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
): Promise<SmallResult<LedgerColumn>> {
  const { store, clock, ids } = services
  const isDry = options.isDry ?? false
  const takenOn = options.takenOn ?? null
  const mostRows = options.mostRows ?? Number.POSITIVE_INFINITY
  const table = await openTable(source, ledgerMatcher(takenOn !== null, options.mapping))
  if (!table.ok && table.fault === 'no-header') {
    options.header?.(table.header, table.columns)
    return { ok: false, fault: table.fault, missing: table.columns.missing }
  }
  if (!table.ok) return { ok: false, fault: table.fault }
  options.header?.(table.header, table.columns)
  const now = clock()
  const today = dayOf(now)
  const run = {
    id: isDry ? '' : (options.importId ?? ids()),
    kind: 'ledger',
    source,
    takenOn: takenOn ?? today,
    by: options.by,
  } as const
  if (!isDry) await store.atomically(beginRun({ ...run, at: now.toISOString() }))
  const batches = takeBatches(services, table.columns, {
    days: { today, takenOn },
    importId: run.id,
    area: options.area ?? null,
    isUndoable: options.isUndoable ?? false,
    isDry,
    refused: (one) => options.refused?.(one),
    warned: (one) => options.warned?.(one),
  })
  try {
    for await (const rows of byRows(table.rows)) {
      if (batches.counts.read + rows.length > mostRows) throw new ImportStopped('too-many-rows')
      await batches.take(rows)
      await options.progress?.(batches.counts.read)
    }
  } catch (error) {
    if (!isDry) await store.atomically(endRun(run.id, 'interrupted', clock().toISOString(), null))
    if (error instanceof ImportStopped) return { ok: false, fault: error.code }
    if (error instanceof UnreadableError) return { ok: false, fault: error.fault }
    throw error
  }
  if (!isDry) await store.atomically(endRun(run.id, 'done', clock().toISOString(), batches.counts))
  return { ok: true, counts: batches.counts, unknownColumns: table.columns.unknown }
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
