import type { Services } from '../../services.ts'
import type { Columns } from '../columns.ts'
import { mustStillRun } from '../importing/progress.ts'
import { ImportStopped } from '../importing/report.ts'
import type { Odd, Refused } from '../importing/small-table.ts'
import type { Row } from '../reading/rows.ts'
import type { LedgerColumn } from './columns.ts'
import { doubtPayments } from './doubts.ts'
import { findPersons } from './persons.ts'
import type { LedgerRejection, LedgerWarning } from './reasons.ts'
import { oncePerStep } from './repeats.ts'
import { type LedgerDays, readLedgerRow, type StepSaid } from './row.ts'
import { type Step, takeSteps } from './take.ts'
import { courseWrites } from './writes.ts'

export type RefusedStep = Refused<LedgerColumn, LedgerRejection>
export type OddStep = Odd<LedgerColumn, LedgerWarning>

type Under = {
  readonly days: LedgerDays
  readonly importId: string
  readonly refused: (refused: RefusedStep) => void
  readonly warned: (odd: OddStep) => void
}

/**
 * Takes rows batch by batch, each written before the next is read: a later one may go on with an earlier one's course.
 * `take` throws ImportStopped where a later import has taken over.
 */
export function takeBatches(
  services: Pick<Services, 'store' | 'vault'>,
  columns: Columns<LedgerColumn>,
  { days, importId, refused, warned }: Under,
) {
  const { store, vault } = services
  const counts = { read: 0, added: 0, changed: 0, unchanged: 0, rejected: 0 }
  const isRepeated = oncePerStep()
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
    const steps = await stepsOf(services, read(rows), (said, column, reason) =>
      refuse(refusalOf(said, columns, column, reason)),
    )
    const fresh = steps.filter((step) => {
      const isOther = isRepeated(step)
      if (isOther) refuse(refusalOf(step, columns, 'state', 'step-repeated'))
      return !isOther
    })
    tellRefusals()
    const taken = await takeSteps(services, fresh, warn)
    await doubtPayments(store, fresh, warn)
    const writes = [...mustStillRun(importId), ...(await courseWrites(vault, taken.changed, importId))]
    if ((await store.atomically(writes)) !== 'committed') throw new ImportStopped('taken-over')
    for (const outcome of ['added', 'changed', 'unchanged'] as const) counts[outcome] += taken.counts[outcome]
  }
  return { take, counts }
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
  said: readonly StepSaid[],
  refuse: Refuse,
): Promise<readonly Step[]> {
  const found = await findPersons(
    services,
    said.map(({ named }) => named),
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
