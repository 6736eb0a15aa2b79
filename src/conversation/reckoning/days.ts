import type { Day } from '../../policy/facts.ts'

const DAY_MS = 24 * 3600 * 1000

/** How many days lie from one day to another: 1 from today to tomorrow, negative where the other is past. */
export function daysFrom(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}
