import type { Services } from '../../services.ts'
import type { Columns } from '../columns.ts'
import { mustStillRun } from '../importing/progress.ts'
import { type Counts, ImportStopped } from '../importing/report.ts'
import type { Odd, Refused } from '../importing/small-table.ts'
import type { Row } from '../reading/rows.ts'
import type { Area } from '../../staff/area.ts'
import type { LedgerColumn } from './columns.ts'
import { doubtPayments } from './doubts.ts'
import { findPersons } from './persons.ts'
import type { LedgerRejection, LedgerWarning } from './reasons.ts'
import { type LedgerDays, readLedgerRow, type Step, type StepSaid } from './row.ts'
import { saidSoFar } from './said.ts'
import { type Changed, takeSteps } from './take.ts'
import { courseWrites, keepCourses } from './writes.ts'

export type RefusedStep = Refused<LedgerColumn, LedgerRejection>
export type OddStep = Odd<LedgerColumn, LedgerWarning>

type Under = {
  readonly days: LedgerDays
  readonly importId: string
  /** Whose persons may be written of; null: everybody's. */
  readonly area: Area | null
  readonly isUndoable: boolean
  /** Nothing is written: later batches go on with what the earlier would have left. */
  readonly isDry: boolean
  /** What earlier steps of the import have done. */
  readonly from: LedgerSoFar | null
  readonly refused: (refused: RefusedStep) => void
  readonly warned: (odd: OddStep) => void
}

/** What was taken so far: how the rows fared, and what they said, packed. */
export type LedgerSoFar = { readonly counts: Counts; readonly said: string }

const NOTHING_TAKEN: Counts = { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0 }

/**
 * Takes rows batch by batch, each written before the next is read: a later one may go on with an earlier one's course.
 * `take` throws ImportStopped where a later import has taken over.
 */
export function takeBatches(
  services: Pick<Services, 'store' | 'vault' | 'ids'>,
  columns: Columns<LedgerColumn>,
  { days, importId, area, isUndoable, isDry, from, refused, warned }: Under,
) {
  const { store, vault } = services
  const counts = { ...(from?.counts ?? NOTHING_TAKEN) }
  const said = saidSoFar(from?.said)
  let refusals: RefusedStep[] = []
  const refuse = (one: RefusedStep) => refusals.push(one)
  const tellRefusals = () => {
    counts.rejected += refusals.length
    for (const one of refusals.toSorted((a, b) => a.line - b.line)) refused(one)
    refusals = []
  }
  const warn = ({ line }: Step, reason: LedgerWarning) => warned({ line, column: COLUMN_OF[reason], reason })
  const read = (rows: readonly Row[]) =>
    rows.flatMap((row) => {
      const one = readLedgerRow(columns, row, days)
      if (!one.ok) refuse(one.refused)
      return one.ok ? [one.entry] : []
    })
  const take = async (rows: readonly Row[]) => {
    counts.read += rows.length
    const steps = await stepsOf(services, area, read(rows), (said, column, reason) =>
      refuse(refusalOf(said, columns, column, reason)),
    )
    const fresh = steps.flatMap((step) => {
      const before = said.note(step)
      if (before.same !== 'otherwise') return [{ ...step, ...before }]
      refuse(refusalOf(step, columns, 'state', 'step-repeated'))
      return []
    })
    tellRefusals()
    const taken = await takeSteps(services, fresh, warn)
    await doubtPayments(store, fresh, warn)
    if (!isDry) await write(taken.changed)
    for (const outcome of ['added', 'changed', 'unchanged'] as const) counts[outcome] += taken.counts[outcome]
  }
  return { take, counts, soFar: (): LedgerSoFar => ({ counts, said: said.packed() }) }

  async function write(changed: readonly Changed[]): Promise<void> {
    const writes = [
      ...mustStillRun(importId),
      ...(isUndoable ? keepCourses(changed, importId, services.ids()) : []),
      ...(await courseWrites(vault, changed, importId)),
    ]
    if ((await store.atomically(writes)) !== 'committed') throw new ImportStopped('taken-over')
  }
}

const COLUMN_OF: Readonly<Record<LedgerWarning, LedgerColumn>> = {
  'paid-though-ineligible': 'state',
  'paid-though-lifted': 'state',
  'paid-twice': 'day',
  'granted-beside-refused': 'state',
}

type Refuse = (said: StepSaid, column: LedgerColumn, reason: LedgerRejection) => void

async function stepsOf(
  services: Pick<Services, 'store' | 'vault'>,
  area: Area | null,
  said: readonly StepSaid[],
  refuse: Refuse,
): Promise<readonly Step[]> {
  const found = await findPersons(
    services,
    said.map(({ named }) => named),
    area,
  )
  return said.flatMap((one, at) => {
    const who = found[at]
    if (who?.ok === true) return [{ ...one, person: who.person }]
    if (who !== undefined) refuse(one, who.column, who.reason)
    return []
  })
}

function refusalOf(
  { line, cells }: StepSaid,
  columns: Columns<LedgerColumn>,
  column: LedgerColumn,
  reason: LedgerRejection,
): RefusedStep {
  return { line, column, reason, value: cells[columns.at.get(column) ?? -1] ?? '', row: cells }
}
