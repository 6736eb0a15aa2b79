import type { Day } from '../../policy/facts.ts'
import { dayOf, midnight } from '../../time/clock.ts'

/** How often a broadcast may come again. */
export const INTERVALS = ['week', 'month'] as const

/** A broadcast is sent again at the same time of day each week or month, up to a day, that day included. */
export type Repeat = { readonly every: (typeof INTERVALS)[number]; readonly until: Day }

/**
 * The next time after `now` in the series that began at `first`; null where it would be after the last day. Times that
 * passed meanwhile are left out: families are not sent in a burst what was missed. A month without the day of the first
 * has it on its last.
 */
export function nextTime(first: Date, { every, until }: Repeat, now: Date): Date | null {
  for (let nth = Math.max(1, leastPassed(first, every, now)); ; nth++) {
    const time = nthTime(first, every, nth)
    if (dayOf(time) > until) return null
    if (time > now) return time
  }
}

const DAY_MS = 24 * 3600 * 1000
const LONGEST_MS = { week: 7 * DAY_MS, month: 31 * DAY_MS } as const

// So many at least are past that the search need not begin at the first.
function leastPassed(first: Date, every: Repeat['every'], now: Date): number {
  return Math.floor((now.getTime() - first.getTime()) / LONGEST_MS[every])
}

function nthTime(first: Date, every: Repeat['every'], nth: number): Date {
  if (every === 'week') return new Date(first.getTime() + nth * LONGEST_MS.week)
  const day = dayOf(first)
  const sinceMidnight = first.getTime() - midnight(day).getTime()
  return new Date(midnight(monthsLater(day, nth)).getTime() + sinceMidnight)
}

function monthsLater(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  const clamped = new Date(
    Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())),
  )
  return clamped.toISOString().slice(0, 10)
}
