import type { Day } from '../policy/facts.ts'
import { dayOf } from '../time/clock.ts'

/**
 * The days in which a family should hear. The rules on petitions give offices 15 days from receipt to say whether a
 * matter is taken up; a county that is stricter answers earlier, and no family is promised a day.
 */
const DUE = { days: 15, source: '信访条例第二十一条、第二十二条；信访工作条例（2022）第四章' } as const

const DAY_MS = 24 * 3600 * 1000

/** The day by which a case opened (or opened again) at `now` should be answered, in Asia/Shanghai. */
export function dueOn(now: Date): Day {
  return dayOf(new Date(now.getTime() + DUE.days * DAY_MS))
}
