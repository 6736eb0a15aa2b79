import type { Channel } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import type { Lane } from './look.ts'
import { type OutgoingKind, parseOutgoing, placeOfOutgoing, PRIORITY } from './outgoing.ts'
import type { Claimed } from './sender.ts'
import type { Time } from '../time/time.ts'

/** A claimed message with the lease it is settled under, and until when that holds, in milliseconds of the epoch. */
export type Leased = Claimed & { readonly lease: string; readonly leaseUntil: number }

/** What of a row is read to send it. */
export type OpenableRow = {
  readonly id: string
  readonly kind: OutgoingKind
  readonly sealed: string
  readonly attempts: number
}

type Row = OpenableRow & { readonly at: number; readonly stopped: number }

/** How long a worker may take over a message before it counts as lost on the way. */
export const LEASE_MS = 60_000

// One statement claims: of two workers at once one gets a row. An earlier message of the lane to the same address, still
// on its way, holds the later ones back, so that they arrive in order.
export const CLAIM = `update outbox
  set state = 'sending', lease = ?1, lease_until = ?2, attempts = attempts + 1
  where rowid in (
    select o.rowid from outbox o
    where o.state = 'queued' and o.channel = ?3 and o.priority = ?4 and o.broadcast_id is ?5 and o.due_at <= ?6
      and (?5 is null or exists (select 1 from outbox_broadcasts b where b.broadcast_id = ?5 and b.state = 'running'))
      and not exists (
        select 1 from outbox e
        where e.address_index = o.address_index and e.state in ('queued', 'sending') and e.channel = o.channel
          and e.priority = o.priority and e.broadcast_id is o.broadcast_id and e.rowid < o.rowid)
    order by o.due_at, o.rowid
    limit ?7)
  returning id, kind, sealed, attempts, rowid as at, exists (
    select 1 from contacts c
    where (c.address_index = outbox.address_index or c.id = outbox.contact_id) and c.stopped = 1) as stopped`

/** Claims up to `limit` due messages of a lane, in order: nobody else gets them while `lease`, an id of its own, holds. */
export async function claim(
  services: Services,
  channel: Channel,
  { kind, broadcastId }: Lane,
  limit: number,
  { now }: Time,
  lease: string,
): Promise<Leased[]> {
  const { store, clock } = services
  const leaseUntil = now() + LEASE_MS
  const until = new Date(leaseUntil).toISOString()
  const due = clock().toISOString()
  const rows = await store.rows<Row>(CLAIM, [lease, until, channel, PRIORITY[kind], broadcastId, due, limit])
  // A loss of power must not make them look as if they had never been claimed.
  if (rows.length > 0) await store.flush()
  const claimed: Leased[] = []
  for (const row of rows.toSorted((one, other) => one.at - other.at)) {
    // Who said stop while it was being put in the outbox.
    if (row.stopped === 1 && row.kind !== 'answer') {
      await services.store.atomically([endWrite(services, row.id, 'cancelled', 'stopped')])
      continue
    }
    const message = await openRow(services, row)
    if (message === null)
      await services.store.atomically([endWrite(services, row.id, 'failed', 'unreadable')])
    else claimed.push({ ...message, lease, leaseUntil })
  }
  return claimed
}

const UNCLAIM = `update outbox set state = 'queued', lease = null, code = null, attempts = attempts - 1
  where lease = ?1 and`

/** The writes that give back what was claimed under a lease of which surely nothing was given to the channel. */
export function unclaimWrites(channel: Channel, lease: string): readonly Query[] {
  return [
    statement(`${UNCLAIM} state = 'sending' and lease_until > ''`, [lease]),
    // It took so long that somebody else took them for lost.
    statement(`${UNCLAIM} state = 'unknown' and lease is not null and channel = ?2`, [lease, channel]),
  ]
}

/** A row opened; `attempts` counts those before this one. Null where it was altered or its key is gone. */
export async function openRow({ vault, log }: Services, row: OpenableRow): Promise<Claimed | null> {
  const { id, kind, sealed, attempts } = row
  try {
    const { address, spoken } = parseOutgoing(await vault.open(sealed, placeOfOutgoing(id)))
    return { id, kind, address, spoken, attempts: attempts - 1 }
  } catch {
    log.error('outbox row does not open', { id })
    return null
  }
}

const END = 'update outbox set state = ?2, code = ?3, lease = null, settled_at = ?4 where id = ?1'

/** The write that ends a message without sending it. */
export function endWrite(
  { clock }: Services,
  id: string,
  state: 'failed' | 'cancelled',
  code: string,
): Query {
  return statement(END, [id, state, code, clock().toISOString()])
}
