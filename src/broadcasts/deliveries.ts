import type { Channel } from '../conversation/turn.ts'
import type { Language } from '../i18n/texts.ts'
import { OUTBOX_STATES } from '../outbox/broadcasts.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { findBroadcast } from './find.ts'
import type { BroadcastResult } from './life/move.ts'
import { runsOf } from './runs.ts'

/** What may become of a line: `forgotten`: its person asked to be. */
export const DELIVERY_STATES = [...OUTBOX_STATES, 'skipped', 'forgotten'] as const

/** One line of a run: what became of one family's message, or why there is none. No telephone and no text is in it. */
export type DeliveryLine = {
  readonly key: string
  readonly household: string
  readonly language: Language | null
  readonly channel: Channel | null
  readonly state: (typeof DELIVERY_STATES)[number]
  /** A SkipReason, or what the provider last said. */
  readonly code: string | null
  /** When its state was last settled. */
  readonly at: string | null
}

export type DeliveryFilter = {
  /** Which run; null for the last. */
  readonly run?: number | null
  readonly state?: DeliveryLine['state'] | null
  /** The key of the last line of the page before. */
  readonly after?: string | null
  /** Lines a page, at most 500. */
  readonly limit: number
}

/** One page, by key. `next` continues it, null at the end. */
export type DeliveryPage = { readonly deliveries: readonly DeliveryLine[]; readonly next: string | null }

const LINES = `select d.key, d.household_id as household, d.language, d.channel,
    case when d.reason is not null then 'skipped' when o.id is null then 'forgotten'
      when o.state = 'queued' and b.state = 'cancelled' then 'cancelled' else o.state end as state,
    coalesce(d.reason, o.code) as code, o.settled_at as at
  from broadcast_deliveries d left join outbox o on o.id = d.outbox_id
    left join outbox_broadcasts b on b.broadcast_id = d.run_id
  where d.run_id = ?1 and d.key > ?2`
const PAGE = `select * from (${LINES}) where ?3 is null or state = ?3 order by key limit ?4`

/** What became of each message of a broadcast's run. Faults: not-found (or beyond the actor's area; no such run). */
export async function listDeliveries(
  services: Services,
  actor: Actor,
  id: string,
  { run = null, state = null, after = null, limit }: DeliveryFilter,
): Promise<BroadcastResult<DeliveryPage>> {
  const broadcast = await findBroadcast(services, actor, id)
  const runs = broadcast === null ? [] : await runsOf(services.store, id)
  const wanted = run === null ? runs.at(-1) : runs.find(({ number }) => number === run)
  if (broadcast !== null && run === null && wanted === undefined)
    return { ok: true, value: { deliveries: [], next: null } }
  if (wanted === undefined) return { ok: false, fault: { code: 'not-found' } }
  const rows = await services.store.rows<DeliveryLine>(PAGE, [wanted.id, after ?? '', state, limit + 1])
  const deliveries = rows.slice(0, limit)
  return {
    ok: true,
    value: { deliveries, next: rows.length > limit ? (deliveries.at(-1)?.key ?? null) : null },
  }
}
