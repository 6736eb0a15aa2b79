import type { Day } from '../../policy/facts.ts'
import type { ProgrammeId } from '../../policy/programmes/index.ts'
import type { Columns } from '../columns.ts'
import { type Read, rowReader } from '../importing/small-table.ts'
import type { Row } from '../reading/rows.ts'
import { readFen } from '../values/amount.ts'
import { hasLostDigits } from '../values/cell.ts'
import { readFullDay } from '../values/day.ts'
import { readIdNumber } from '../values/id-number.ts'
import { type LedgerStep, readStep } from '../values/ledger-step.ts'
import { readWords } from '../values/office-words.ts'
import { readProgramme } from '../values/programme.ts'
import { readSchoolYear } from '../values/school-year.ts'
import type { LedgerColumn } from './columns.ts'
import type { LedgerRejection } from './reasons.ts'

/** By what a row names a person; empty where it says nothing. */
export type Named = {
  readonly householdNumber: string
  readonly personNumber: string
  readonly idNumber: string
  readonly name: string
}

/** One step of one programme, as a row says it. */
export type StepSaid = {
  readonly named: Named
  readonly programme: ProgrammeId
  readonly schoolYear: number
  readonly step: LedgerStep
  readonly day: Day
  /** In fen; null where none is given. */
  readonly amount: number | null
  readonly reason: string | null
  readonly line: number
  readonly cells: readonly string[]
}

/** The same once it is known whose. */
export type Step = StepSaid & { readonly person: string }

type ReadStep = Read<StepSaid, LedgerColumn, LedgerRejection>
type Refusal = Extract<ReadStep, { ok: false }>
type RowOf = ReturnType<typeof rowReader<LedgerColumn>>

export type LedgerDays = {
  readonly today: Day
  /** What a row without a day of its own is of; null where it may not leave it out. */
  readonly takenOn: Day | null
}

/** Reads one row of the ledger; the first fault rejects it. Who it is of is looked up apart. */
export function readLedgerRow(
  columns: Columns<LedgerColumn>,
  row: Row,
  { today, takenOn }: LedgerDays,
): ReadStep {
  const of = rowReader(columns, row)
  const named = readNamed(of)
  if ('ok' in named) return named
  const programme = readProgramme(of.cell('programme'))
  if (programme === null) return of.refuse('programme', 'programme-unknown')
  const schoolYear = readSchoolYear(of.cell('schoolYear'))
  if (schoolYear === null) return of.refuse('schoolYear', 'school-year-unknown')
  const step = readStep(of.cell('state'))
  if (step === null) return of.refuse('state', 'state-unknown')
  const day = of.cell('day') === '' ? takenOn : readFullDay(of.cell('day'))
  if (day === null) return of.refuse('day', 'day-unknown')
  if (day > today) return of.refuse('day', 'day-in-future')
  const amount = of.cell('amount') === '' ? 0 : readFen(of.cell('amount'))
  if (amount === null) return of.refuse('amount', 'amount-unknown')
  const words = readWords(of.words('reason'))
  if (words === null) return of.refuse('reason', 'words-too-long')
  const reason = step === 'refused' && words !== '' ? words : null
  const said = { named, programme, schoolYear, step, day, amount: amount === 0 ? null : amount, reason }
  return { ok: true, entry: { ...said, line: row.line, cells: row.cells } }
}

function readNamed(of: RowOf): Named | Refusal {
  const householdNumber = of.cell('householdNumber')
  const personNumber = of.cell('personNumber')
  const name = of.cell('name')
  if (hasLostDigits(householdNumber)) return of.refuse('householdNumber', 'number-digits-lost')
  if (hasLostDigits(personNumber)) return of.refuse('personNumber', 'number-digits-lost')
  const id = of.cell('idNumber') === '' ? null : readIdNumber(of.cell('idNumber'))
  if (id?.ok === false) return of.refuse('idNumber', id.reason)
  const idNumber = id?.number ?? ''
  const isNamed = personNumber !== '' || (name !== '' && (idNumber !== '' || householdNumber !== ''))
  return isNamed
    ? { householdNumber, personNumber, idNumber, name }
    : of.refuse('personNumber', 'person-not-named')
}
