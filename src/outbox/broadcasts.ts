import type { Channel } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import { PRIORITY } from './outgoing.ts'

/** The states of an outbox row. */
export const OUTBOX_STATES = [
  'queued',
  'sending',
  'sent',
  'delivered',
  'failed',
  'unknown',
  'cancelled',
] as const
export type OutboxState = (typeof OUTBOX_STATES)[number]

const RUN = `insert into outbox_broadcasts (broadcast_id, state) values (?1, 'running')
  on conflict (broadcast_id) do update set state = 'running' where state <> 'cancelled'`
const PAUSE = `update outbox_broadcasts set state = 'paused' where broadcast_id = ?1 and state = 'running'`
const CANCEL = `insert into outbox_broadcasts (broadcast_id, state) values (?1, 'cancelled')
  on conflict (broadcast_id) do update set state = 'cancelled'`

/** The write from which on a broadcast's messages are handed out, at first or again; a cancelled one stays cancelled. */
export function runBroadcastWrite(id: string): Query {
  return statement(RUN, [id])
}

/** The write from which on none of a broadcast's messages is handed out, however many are queued. */
export function pauseBroadcastWrite(id: string): Query {
  return statement(PAUSE, [id])
}

/** The write that ends a broadcast for good; `sweepCancelled` then marks what was still queued. */
export function cancelBroadcastWrite(id: string): Query {
  return statement(CANCEL, [id])
}

const END = `update outbox_broadcasts set state = 'ended' where broadcast_id = ?1 and state in ('running', 'paused')`
const RESUME_ENDED = `update outbox_broadcasts set state = 'running' where state = 'ended'
  and broadcast_id = (select broadcast_id from outbox where id = ?1)`

/** The write for a broadcast of which nothing is queued or under way any more: it is not looked at again. */
export function endBroadcastWrite(id: string): Query {
  return statement(END, [id])
}

/** The write with which a message that was lost, and never taken, brings its ended broadcast back. */
export function resumeEndedWrite(outboxId: string): Query {
  return statement(RESUME_ENDED, [outboxId])
}

const WAITING = `select count(*) as count from outbox
  where state = 'queued' and channel = ?1 and priority = ${PRIORITY.broadcast}`

/** How many broadcast messages wait on a channel, of all broadcasts: reads as many index entries. */
export async function waitingBroadcasts(
  { store }: Pick<Services, 'store'>,
  channel: Channel,
): Promise<number> {
  const [row] = await store.rows<{ count: number }>(WAITING, [channel])
  return row?.count ?? 0
}

const COUNTS = `select b.state as broadcast, o.state, count(*) as count
  from outbox o left join outbox_broadcasts b on b.broadcast_id = o.broadcast_id
  where o.broadcast_id = ?1 group by o.state`

type CountRow = { readonly broadcast: string | null; readonly state: OutboxState; readonly count: number }

/** How many of a broadcast's messages stand in each state; queued ones of a cancelled broadcast as cancelled. */
export async function broadcastCounts(
  { store }: Pick<Services, 'store'>,
  id: string,
): Promise<Readonly<Record<OutboxState, number>>> {
  const counts = Object.fromEntries(OUTBOX_STATES.map((state) => [state, 0])) as Record<OutboxState, number>
  for (const { broadcast, state, count } of await store.rows<CountRow>(COUNTS, [id])) {
    counts[broadcast === 'cancelled' && state === 'queued' ? 'cancelled' : state] += count
  }
  return counts
}

const SWEPT_AT_ONCE = 1000
// By `cross join` the few broadcasts come first: they lead to what is queued of them.
export const SWEEP = `update outbox set state = 'cancelled', code = 'broadcast-cancelled', settled_at = ?1
  where rowid in (
    select o.rowid from outbox_broadcasts b
    cross join outbox o on o.broadcast_id = b.broadcast_id and o.state = 'queued'
    where b.state = 'cancelled' limit ${SWEPT_AT_ONCE})
  returning 1`

/** Marks some of what cancelled broadcasts left queued; true where there may be more. Safe to repeat, and to cut off. */
export async function sweepCancelled({ store, clock }: Pick<Services, 'store' | 'clock'>): Promise<boolean> {
  const swept = await store.rows(SWEEP, [clock().toISOString()])
  return swept.length === SWEPT_AT_ONCE
}
