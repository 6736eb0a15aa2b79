import type { Store } from '../../storage/store.ts'
import { type Area, areaCondition } from '../../staff/area.ts'

/** How long families waited for the cases that were settled in the last ninety days. */
export type Settled = {
  readonly count: number
  /** Of them by the day they were due. */
  readonly inTime: number
  /** Days from its opening until a case was settled: half of them took no longer; null where none was. */
  readonly medianDays: number | null
}

const NINETY_DAYS_MS = 90 * 24 * 3600 * 1000

const SETTLED = (within: string) => `select julianday(k.closed_at) - julianday(k.opened_at) as days,
    k.due_on is null or date(k.closed_at, '+8 hours') <= k.due_on as inTime
  from cases k left join households h on h.id = k.household_id
  where k.closed_at >= ?1 and k.part_of is null and ${within} order by 1`

/** The area's settled cases. */
export async function settledCases(store: Store, area: Area, now: Date): Promise<Settled> {
  const { sql, params } = areaCondition(area, { county: 'k.county', township: 'h.township' }, 2)
  const since = new Date(now.getTime() - NINETY_DAYS_MS).toISOString()
  const rows = await store.rows<{ days: number; inTime: number }>(SETTLED(sql), [since, ...params])
  const middle = rows[Math.floor((rows.length - 1) / 2)]
  return {
    count: rows.length,
    inTime: rows.filter(({ inTime }) => inTime === 1).length,
    medianDays: middle === undefined ? null : Math.round(middle.days * 10) / 10,
  }
}
