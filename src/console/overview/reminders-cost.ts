import type { Estimate } from '../../broadcasts/estimate/estimate.ts'
import { type Area, areaCondition } from '../../staff/area.ts'
import type { Store } from '../../storage/store.ts'

/** What the reminders of the last thirty days came to, as they were counted before they were approved. */
export type RemindersCost = {
  readonly segments: number
  /** Null where nobody told what a segment costs. */
  readonly amount: number | null
  readonly currency: string | null
}

const THIRTY_DAYS_MS = 30 * 24 * 3600 * 1000

const RUN = (
  within: string,
) => `select b.estimate from broadcasts b join broadcast_runs r on r.broadcast_id = b.id
  where r.started_at >= ?1 and ${within}`

/** The area's reminders, a repeated one as often as it was sent. */
export async function remindersCost(store: Store, area: Area, now: Date): Promise<RemindersCost> {
  const { sql, params } = areaCondition(area, { county: 'b.county', township: 'b.township' }, 2)
  const since = new Date(now.getTime() - THIRTY_DAYS_MS).toISOString()
  const rows = await store.rows<{ estimate: string }>(RUN(sql), [since, ...params])
  const estimates = rows.map(({ estimate }) => JSON.parse(estimate) as Pick<Estimate, 'segments' | 'cost'>)
  const costs = estimates.flatMap(({ cost }) => (cost === null ? [] : [cost]))
  const amount = Math.round(costs.reduce((sum, cost) => sum + cost.amount, 0) * 100) / 100
  return {
    segments: estimates.reduce((sum, { segments }) => sum + segments, 0),
    amount: costs.length === 0 ? null : amount,
    currency: costs[0]?.currency ?? null,
  }
}
