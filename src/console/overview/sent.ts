import type { Store } from '../../storage/store.ts'
import { type Area, areaCondition, contains, PROVINCE } from '../../staff/area.ts'
import { ofHomes } from './homes.ts'

/** Messages to an area's families in the last thirty days. */
export type Sent = {
  readonly kind: 'answer' | 'notice' | 'broadcast'
  readonly channel: string
  readonly count: number
}

const THIRTY_DAYS_MS = 30 * 24 * 3600 * 1000

const ANSWERED = (within: string) => `select 'answer' as kind, m.channel, count(*) as count from messages m
  where m.received_at >= ?1 and m.state = 'answered' and ${within} group by 2`

const LEFT = (within: string) => `select o.kind, o.channel, count(*) as count from outbox o
  where o.settled_at >= ?1 and o.kind <> 'answer' and o.state in ('sent', 'delivered') and ${within} group by 1, 2`

/** What was answered, told of cases and reminded of. */
export async function sentTo(store: Store, area: Area, now: Date): Promise<readonly Sent[]> {
  const since = new Date(now.getTime() - THIRTY_DAYS_MS).toISOString()
  const answered = ofHomes(area, 2)
  const left = leftFor(area, 2)
  const rows = await Promise.all([
    store.rows<Sent>(ANSWERED(answered.sql), [since, ...answered.params]),
    store.rows<Sent>(LEFT(left.sql), [since, ...left.params]),
  ])
  return rows.flat()
}

/** The condition that a message `o` left for a household of the area; its two values are bound from `?at` on. */
export function leftFor(area: Area, at: number) {
  const { sql, params } = areaCondition(area, { county: 'h.county', township: 'h.township' }, at)
  if (contains(area, PROVINCE)) return { sql, params }
  const addresses = `o.address_index in (select t.address_index from households h
      join household_telephones t on t.household_id = h.id where ${sql}
    union select c.address_index from households h join contact_households l on l.household_id = h.id
      join contacts c on c.id = l.contact_id where ${sql})`
  return { sql: addresses, params }
}
