import type { Day } from '../../policy/facts.ts'
import type { LedgerEntry } from '../../register/ledger-entry.ts'
import { daysFrom } from './days.ts'

/**
 * After how many days without the next step a family is offered that somebody look into it. The plan sets no such term:
 * these are the office's own, to be changed here, and no promise is made of them.
 */
const LATE_AFTER_DAYS = { applied: 60, granted: 60 } as const

/** For how many days the next step has been waited for, where that is too long; else null. */
export function daysLate({ state, appliedOn, grantedOn }: LedgerEntry, today: Day): number | null {
  if (state !== 'applied' && state !== 'granted') return null
  const since = state === 'applied' ? appliedOn : grantedOn
  if (since === null) return null
  const days = daysFrom(since, today)
  return days > LATE_AFTER_DAYS[state] ? days : null
}
