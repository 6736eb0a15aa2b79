import type { Channel } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import type { Time } from '../time/time.ts'

/** Where a channel stands, for all who send on it. Instants in milliseconds of the epoch. */
export type Pace = {
  /** The first moment that nobody has taken. */
  readonly nextAt: number
  /** Nothing is given to the provider before this. */
  readonly heldUntil: number
  /** How often in a row the provider itself was in trouble; from the first on it is tried with one message at a time. */
  readonly trouble: number
  readonly seenAt: number
}

const OPEN = `insert into outbox_channels (channel, next_at, held_until, trouble, seen_at) values (?1, ?2, 0, 0, ?2)
  on conflict (channel) do nothing`

/** The write that makes a channel's row where there is none. */
export function openPaceWrite(channel: Channel, { now }: Time): Query {
  return statement(OPEN, [channel, now()])
}

const TAKE = `update outbox_channels set next_at = max(next_at, ?2) + ?3, seen_at = max(seen_at, ?2)
  where channel = ?1 returning next_at - ?3 as first`

/** Takes the channel's next moments, `interval` milliseconds apart, for so many messages: the first one's. Nobody else gets them. */
export async function takeMoments(
  { store }: Services,
  channel: Channel,
  { now }: Time,
  count: number,
  interval: number,
): Promise<number> {
  const [row] = await store.rows<{ first: number }>(TAKE, [channel, now(), count * interval])
  return row?.first ?? now()
}

// Of what fails together only the first counts: the rest was under way before anybody knew.
const HOLD = `update outbox_channels set trouble = trouble + (held_until <= ?2), held_until = max(held_until, ?3)
  where channel = ?1`
const CALM = 'update outbox_channels set trouble = 0 where channel = ?1 and trouble > 0 and held_until <= ?2'

/** The write by which the whole channel waits: until the provider is to be tried again. */
export function holdWrite(channel: Channel, { now }: Time, until: number): Query {
  return statement(HOLD, [channel, now(), until])
}

/** The write once the provider answers again: from now on at the full pace. */
export function calmWrite(channel: Channel, { now }: Time): Query {
  return statement(CALM, [channel, now()])
}

const FIRST_HOLD_MS = 1000
const LONGEST_HOLD_MS = 60_000

/** How long to leave a provider alone that is in trouble and said nothing of when to come again. */
export function holdOf(trouble: number): number {
  return Math.min(FIRST_HOLD_MS * 2 ** trouble, LONGEST_HOLD_MS)
}

/** Clocks of several workers are apart, and one clock is put right by little: less than this is no turning back. */
const TURNED_BACK_MS = 60_000

/** By how much the clock was set back since the channel was last looked at, in milliseconds; 0 where it was not. */
export function turnedBack({ seenAt }: Pace, { now }: Time): number {
  const back = seenAt - now()
  return back > TURNED_BACK_MS ? back : 0
}

const PACE_BACK = `update outbox_channels set next_at = min(next_at, ?2), held_until = held_until - ?3, seen_at = ?2
  where channel = ?1 and seen_at = ?4`
// What was queued to leave at once, or waits to be tried again or asked for, by the clock as it was.
const QUEUED_BACK = `update outbox set due_at = ?2
  where state = 'queued' and channel = ?1 and due_at > ?2 and (due_at <= created_at or attempts > 0)`
const LOST_BACK = `update outbox set due_at = ?2
  where state = 'unknown' and lease is not null and channel = ?1 and due_at > ?2`
const LEASES_BACK = `update outbox set lease_until = ?2 where state = 'sending' and channel = ?1 and lease_until > ?2`

/** The writes after a clock was set back: what would wait until it is as late again waits no longer. */
export function turnBackWrites(
  { clock }: Services,
  channel: Channel,
  time: Time,
  pace: Pace,
  leaseMs: number,
): Query[] {
  const now = time.now()
  const due = clock().toISOString()
  return [
    statement(PACE_BACK, [channel, now, turnedBack(pace, time), pace.seenAt]),
    statement(QUEUED_BACK, [channel, due]),
    statement(LOST_BACK, [channel, due]),
    statement(LEASES_BACK, [channel, new Date(now + leaseMs).toISOString()]),
  ]
}
