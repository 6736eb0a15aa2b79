import type { Day } from '../policy/facts.ts'
import type { ProgrammeId } from '../policy/programmes/index.ts'

/** How far a programme has come for a person: `refused` and `paid` end it. */
export const LEDGER_STATES = ['told', 'applied', 'granted', 'paid', 'refused'] as const
export type LedgerState = (typeof LEDGER_STATES)[number]

/** What came of one programme for one person in one school year. Amounts in fen; a day is null where the step is not known. */
export type LedgerEntry = {
  readonly person: string
  readonly programme: ProgrammeId
  /** The year it began in. */
  readonly schoolYear: number
  readonly state: LedgerState
  readonly toldOn: Day | null
  readonly appliedOn: Day | null
  readonly grantedOn: Day | null
  readonly paidOn: Day | null
  readonly refusedOn: Day | null
  readonly grantedAmount: number | null
  readonly paidAmount: number | null
  /** The office's own words. */
  readonly reason: string | null
}
