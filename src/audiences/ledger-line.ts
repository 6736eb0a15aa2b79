import type { Outcome } from '../policy/determination.ts'
import type { ProgrammeId } from '../policy/programme.ts'
import type { LedgerEntry } from '../register/ledger-entry.ts'
import type { LedgerFilter } from './ledger-filter.ts'

/** Which lines; `county` is a code of Gansu as an audience has it. What is null or absent narrows nothing. */
export type LedgerQuery = {
  readonly county: string
  readonly township: string | null
  /** Of the township, as the register writes it. */
  readonly village?: string | null
  readonly programme: ProgrammeId | null
  /** Of these alone, where no programme is named. */
  readonly among?: readonly ProgrammeId[]
  readonly state: LedgerFilter | null
  /** The school year; absent: the present one. Of another year only what the ledger itself holds is known. */
  readonly year?: number
  /** Leaves out of whom something came though they do not qualify; of the present year alone. */
  readonly onlyEligible?: boolean
  /** `next` of the page before. */
  readonly after: string | null
  /** Lines a page, at most 500. */
  readonly limit: number
}

/** One programme of one person who qualifies for it today, or for whom something came of it in the school year. */
export type LedgerLine = Omit<LedgerEntry, 'state' | 'reason'> & {
  readonly county: string
  readonly township: string | null
  readonly household: string
  readonly outcome: Outcome
  readonly state: LedgerEntry['state'] | 'none'
}
