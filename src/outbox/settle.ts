import type { Channel } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import type { Leased } from './claim.ts'
import { calmWrite, holdOf, holdWrite } from './pace.ts'
import type { SendResult } from './sender.ts'
import { stopWrites } from './stops.ts'
import type { Time } from '../time/time.ts'

/** What came of a claimed message; `back`: it was not given to the channel at all. */
export type Landed = { readonly message: Leased; readonly result: SendResult | { readonly state: 'back' } }

/** A message that a provider keeps refusing for the moment is given up after this many tries: about 15 hours. */
export const MOST_ATTEMPTS = 8
const FIRST_PAUSE_MS = 10_000
const LONGEST_PAUSE_MS = 12 * 3600 * 1000

/** A provider is asked for a lost message after this while: it may still be on its way there. */
export const ASK_AFTER_MS = 60_000

// A lease that ran out meanwhile is no matter: whoever held it knows better.
const SETTLE = `update outbox set state = v.state, code = v.code, provider_id = coalesce(outbox.provider_id, v.provider_id),
    due_at = coalesce(v.due_at, outbox.due_at), attempts = outbox.attempts - v.untried, settled_at = ?2,
    lease = case when v.state = 'unknown' then outbox.lease end
  from (select value ->> 0 as id, value ->> 1 as lease, value ->> 2 as state, value ->> 3 as code,
      value ->> 4 as provider_id, value ->> 5 as due_at, value ->> 6 as untried from json_each(?1)) v
  where outbox.id = v.id and outbox.lease = v.lease and outbox.state in ('sending', 'unknown')`
// What else goes to the address waits as long, so that it arrives in order.
const HOLD_ADDRESS = `update outbox set due_at = ?2
  where state = 'queued' and due_at < ?2 and exists (
    select 1 from outbox e where e.id = ?1 and e.address_index = outbox.address_index and e.channel = outbox.channel
      and e.priority = outbox.priority and e.broadcast_id is outbox.broadcast_id)
    and address_index = (select address_index from outbox where id = ?1)`

type Settling = {
  readonly state: 'queued' | 'sent' | 'failed' | 'unknown'
  readonly code: string | null
  readonly providerId: string | null
  readonly dueAt: Date | null
  /** It was not tried, or its try does not count. */
  readonly untried: boolean
  readonly holdsAddress: boolean
}

/**
 * The writes that settle messages their channel has answered for; without effect where a callback was quicker. `trouble`:
 * how often in a row the provider was in trouble before.
 */
export async function settleWrites(
  services: Services,
  channel: Channel,
  landed: readonly Landed[],
  trouble: number,
  time: Time,
): Promise<Query[]> {
  const now = services.clock()
  const held = heldUntil(landed, trouble, time)
  const settlings = landed.map(({ message, result }) => {
    const dueAfter = held === null ? 0 : held - time.now()
    return { message, settling: settlingOf(message, result, now, dueAfter) }
  })
  const rows = settlings.map(({ message, settling: { state, code, providerId, dueAt, untried } }) => [
    message.id,
    message.lease,
    state,
    code,
    providerId,
    dueAt?.toISOString() ?? null,
    untried ? 1 : 0,
  ])
  const stopped = landed.filter(({ result }) => result.state === 'stopped')
  const stops = stopped.map(({ message }) => stopWrites(services, channel, message.address, now))
  return [
    statement(SETTLE, [JSON.stringify(rows), now.toISOString()]),
    ...settlings.flatMap(({ message, settling: { dueAt, holdsAddress } }) =>
      dueAt !== null && holdsAddress ? [statement(HOLD_ADDRESS, [message.id, dueAt.toISOString()])] : [],
    ),
    ...(await Promise.all(stops)).flat(),
    ...paceWrites(channel, landed, trouble, held, time),
  ]
}

function settlingOf(message: Leased, result: Landed['result'], now: Date, heldMs: number): Settling {
  const plain = { code: null, providerId: null, dueAt: null, untried: false, holdsAddress: false }
  switch (result.state) {
    case 'sent':
      return { ...plain, state: 'sent', providerId: result.providerId }
    case 'back':
      return { ...plain, state: 'queued', untried: true }
    case 'unknown':
      return { ...plain, state: 'unknown', code: result.code, dueAt: later(now, ASK_AFTER_MS) }
    case 'failed':
    case 'stopped':
      return { ...plain, state: 'failed', code: result.code }
    case 'again': {
      const again = { ...plain, state: 'queued' as const, code: result.code }
      if (holdsChannel(result)) return { ...again, dueAt: later(now, heldMs), untried: true }
      if (message.attempts + 1 >= MOST_ATTEMPTS) return { ...plain, state: 'failed', code: result.code }
      const pause = result.afterMs ?? pauseOf(message.id, message.attempts)
      return { ...again, dueAt: later(now, pause), holdsAddress: true }
    }
  }
}

/** Whether the provider wants nothing at all for a while, or cannot be reached. */
export function holdsChannel(result: Landed['result']): boolean {
  return (
    result.state === 'again' &&
    (result.holds ?? (result.afterMs === null ? 'address' : 'channel')) === 'channel'
  )
}

/** Until when the channel waits, if the provider turned away any of these for its own reasons, or did not answer. */
function heldUntil(landed: readonly Landed[], trouble: number, { now }: Time): number | null {
  const pauses = landed.flatMap(({ result }) => {
    if (result.state === 'again' && holdsChannel(result)) return [result.afterMs ?? holdOf(trouble)]
    // One lost answer is no reason to wait, only to go on with care.
    return result.state === 'unknown' ? [trouble === 0 ? 0 : holdOf(trouble - 1)] : []
  })
  return pauses.length === 0 ? null : now() + Math.max(...pauses)
}

function paceWrites(
  channel: Channel,
  landed: readonly Landed[],
  trouble: number,
  held: number | null,
  time: Time,
): Query[] {
  if (held !== null) return [holdWrite(channel, time, held)]
  const isAnswered = landed.some(({ result }) => !['back', 'unknown'].includes(result.state))
  return isAnswered && trouble > 0 ? [calmWrite(channel, time)] : []
}

function later(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds)
}

// Fourfold, and apart by a quarter from message to message, so that what failed together does not come back together.
function pauseOf(id: string, attempts: number): number {
  const pause = Math.min(FIRST_PAUSE_MS * 4 ** attempts, LONGEST_PAUSE_MS)
  const share = (id.charCodeAt(id.length - 1) % 16) / 16
  return Math.round(pause * (0.875 + share / 4))
}
