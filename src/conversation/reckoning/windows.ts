import type { Day } from '../../policy/facts.ts'
import type { Office } from '../../register/office.ts'
import { daysFrom } from './days.ts'

/** Where a day stands to the time in which an office takes applications; both its ends belong to it. */
export type Window =
  | {
      readonly state: 'before'
      readonly opensOn: Day
      readonly closesOn: Day | null
      /** Until it opens, from 1. */
      readonly days: number
    }
  /** `days` are those after today, 0 on the last. */
  | { readonly state: 'open'; readonly closesOn: Day; readonly days: number }
  /** Open, and nobody entered until when. */
  | { readonly state: 'open-ended' }
  | { readonly state: 'closed'; readonly closesOn: Day }

/** The window on a day of the county; null where the office entered none. */
export function windowOn(
  { opensOn, closesOn }: Pick<Office, 'opensOn' | 'closesOn'>,
  today: Day,
): Window | null {
  if (opensOn === null && closesOn === null) return null
  if (opensOn !== null && today < opensOn)
    return { state: 'before', opensOn, closesOn, days: daysFrom(today, opensOn) }
  if (closesOn === null) return { state: 'open-ended' }
  if (today > closesOn) return { state: 'closed', closesOn }
  return { state: 'open', closesOn, days: daysFrom(today, closesOn) }
}
