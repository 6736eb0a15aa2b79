import type { Store } from '../../storage/store.ts'
import type { Area } from '../../staff/area.ts'
import { dayOf, midnight } from '../../time/clock.ts'
import { ofHomes } from './homes.ts'

/** Questions of one week, from telephones of the area's households. */
export type Asked = {
  /** Counted from the first: the last is the week that ends now. */
  readonly week: number
  readonly topic: string
  readonly language: string
  readonly count: number
}

/** So many weeks are looked back. */
export const WEEKS = 12

const WEEK_MS = 7 * 24 * 3600 * 1000
const DAY_MS = 24 * 3600 * 1000

const QUESTIONS = (
  within: string,
) => `select cast((julianday(m.received_at) - julianday(?1)) / 7 as integer) as week, m.topic,
    m.language, count(*) as count from messages m
  where m.received_at >= ?1 and m.topic is not null and m.language is not null and ${within}
  group by 1, 2, 3 order by 1, 2, 3`

/** The questions of the last weeks by topic and language. */
export function questionsOf(store: Store, area: Area, now: Date): Promise<readonly Asked[]> {
  const { sql, params } = ofHomes(area, 2)
  return store.rows<Asked>(QUESTIONS(sql), [beginOf(0, now).toISOString(), ...params])
}

/** When a week began: the last ends with the day that is. */
export function beginOf(week: number, now: Date): Date {
  const end = midnight(dayOf(now)).getTime() + DAY_MS
  return new Date(end - (WEEKS - week) * WEEK_MS)
}
