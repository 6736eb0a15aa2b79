import type { Services } from '../../services.ts'
import type { Columns } from '../columns.ts'
import { mustStillRun } from '../importing/progress.ts'
import { ImportStopped } from '../importing/report.ts'
import type { Odd, Refused } from '../importing/small-table.ts'
import type { Row } from '../reading/rows.ts'
import type { Area } from '../../staff/area.ts'
import type { LedgerColumn } from './columns.ts'
import { doubtPayments } from './doubts.ts'
import { findPersons } from './persons.ts'
import { keyOf, type KnownCourse } from './known.ts'
import type { LedgerRejection, LedgerWarning } from './reasons.ts'
import { oncePerStep } from './repeats.ts'
import { type LedgerDays, readLedgerRow, type StepSaid } from './row.ts'
import { type Changed, type Step, takeSteps } from './take.ts'
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
  readonly refused: (refused: RefusedStep) => void
  readonly warned: (odd: OddStep) => void
}

/**
 * Takes rows batch by batch, each written before the next is read: a later one may go on with an earlier one's course.
 * `take` throws ImportStopped where a later import has taken over.
 */
export function takeBatches(
  services: Pick<Services, 'store' | 'vault' | 'ids'>,
  columns: Columns<LedgerColumn>,
  { days, importId, area, isUndoable, isDry, refused, warned }: Under,
) {
  const { store, vault } = services
  const counts = { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0 }
  const isRepeated = oncePerStep()
  const pending = new Map<string, KnownCourse>()
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
    const fresh = steps.filter((step) => {
      const isOther = isRepeated(step)
      if (isOther) refuse(refusalOf(step, columns, 'state', 'step-repeated'))
      return !isOther
    })
    tellRefusals()
    const taken = await takeSteps(services, fresh, warn, pending)
    await doubtPayments(store, fresh, warn)
    if (isDry) keepPending(pending, taken.changed)
    else await write(taken.changed)
    for (const outcome of ['added', 'changed', 'unchanged'] as const) counts[outcome] += taken.counts[outcome]
  }
  return { take, counts }

  async function write(changed: readonly Changed[]): Promise<void> {
    const writes = [
      ...mustStillRun(importId),
      ...(isUndoable ? keepCourses(changed, importId, services.ids()) : []),
      ...(await courseWrites(vault, changed, importId)),
    ]
    if ((await store.atomically(writes)) !== 'committed') throw new ImportStopped('taken-over')
  }
}

function keepPending(pending: Map<string, KnownCourse>, changed: readonly Changed[]): void {
  for (const { person, programme, schoolYear, course, sealed } of changed) {
    const entry = { person, programme, schoolYear, ...course }
    pending.set(keyOf(entry), { entry, sealedReason: sealed })
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
