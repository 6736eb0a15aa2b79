import type { Channel } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { type OutgoingKind, parseOutgoing, placeOfOutgoing } from './outgoing.ts'
import type { Claimed } from './sender.ts'

/** A claimed message with the lease it is settled under. */
export type Leased = Claimed & { readonly lease: string }

type Row = {
  readonly id: string
  readonly kind: OutgoingKind
  readonly sealed: string
  readonly attempts: number
}

/** How long a worker may take over a message before it counts as lost on the way. */
export const LEASE_MS = 60_000

// One statement claims: of two workers at once one gets a row. An earlier message to the same address, still on its way,
// holds the later ones back, so that they arrive in order.
const CLAIM = `update outbox
  set state = 'sending', lease = ?1, lease_until = ?2, attempts = attempts + 1
  where id in (
    select o.id from outbox o
    where o.state = 'queued' and o.channel = ?3 and o.due_at <= ?4
      and not exists (
        select 1 from outbox e
        where e.address_index = o.address_index and e.state in ('queued', 'sending') and e.channel = o.channel
          and e.priority <= o.priority and e.id < o.id)
    order by o.priority, o.due_at, o.id
    limit ?5)
  returning id, kind, sealed, attempts`

/** Claims up to `limit` due messages of a channel, answers first: nobody else gets them while the lease holds. */
export async function claim(services: Services, channel: Channel, limit: number): Promise<Leased[]> {
  const { store, clock, ids } = services
  const now = clock()
  const lease = ids()
  const until = new Date(now.getTime() + LEASE_MS).toISOString()
  const rows = await store.rows<Row>(CLAIM, [lease, until, channel, now.toISOString(), limit])
  const claimed = await Promise.all(rows.map((row) => leased(services, row, lease)))
  return claimed.toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

async function leased({ vault }: Services, row: Row, lease: string): Promise<Leased> {
  const { address, spoken } = parseOutgoing(await vault.open(row.sealed, placeOfOutgoing(row.id)))
  return { id: row.id, kind: row.kind, address, spoken, attempts: row.attempts - 1, lease }
}

const LOST = `select id, kind, sealed, attempts, lease_until from outbox
  where state = 'unknown' and lease is not null and channel = ?1 and settled_at <= ?2 order by id limit 100`

/** Messages whose answer was lost some while ago, of which the provider was not yet asked; `since`: when they were claimed. */
export async function lostMessages(
  services: Services,
  channel: Channel,
  before: Date,
): Promise<{ readonly message: Claimed; readonly since: Date }[]> {
  const rows = await services.store.rows<Row & { lease_until: string }>(LOST, [channel, before.toISOString()])
  return Promise.all(
    rows.map(async (row) => ({
      message: await leased(services, row, ''),
      since: new Date(Date.parse(row.lease_until) - LEASE_MS),
    })),
  )
}
