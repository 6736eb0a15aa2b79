import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import type { Leased } from './claim.ts'
import type { Claimed, SendResult } from './sender.ts'

/** A message that a provider keeps refusing for the moment is given up after this many tries. */
const MOST_ATTEMPTS = 8
const FIRST_PAUSE_MS = 5000
const LONGEST_PAUSE_MS = 3600 * 1000

const SETTLE = `update outbox set state = ?3, code = ?4, provider_id = coalesce(provider_id, ?5), due_at = coalesce(?6, due_at),
    settled_at = ?7, lease = case when ?3 = 'unknown' then lease end
  where id = ?1 and lease = ?2 and state = 'sending'`
const FOUND = `update outbox set state = ?2, code = ?3, provider_id = coalesce(provider_id, ?4), due_at = coalesce(?5, due_at),
    settled_at = ?6, lease = null
  where id = ?1 and state = 'unknown'`
const STOP = `update contacts set stopped = 1
  where id = (select contact_id from outbox where id = ?1)`

type Row = {
  readonly state: 'queued' | 'sent' | 'failed' | 'unknown'
  readonly code: string | null
  readonly providerId: string | null
  readonly dueAt: string | null
}

/** The writes that settle a message its channel has answered for; without effect where a callback was quicker. */
export function settleWrites(services: Services, message: Leased, result: SendResult): Query[] {
  const now = services.clock()
  const { state, code, providerId, dueAt } = rowOf(message, result, now)
  return [
    statement(SETTLE, [message.id, message.lease, state, code, providerId, dueAt, now.toISOString()]),
    ...stopWrites(message.id, result),
  ]
}

/** The writes for a message that was lost on the way, once its provider was asked; it is not asked again. */
export function foundWrites(services: Services, message: Claimed, result: SendResult): Query[] {
  const now = services.clock()
  const { state, code, providerId, dueAt } = rowOf(message, result, now)
  return [
    statement(FOUND, [message.id, state, code, providerId, dueAt, now.toISOString()]),
    ...stopWrites(message.id, result),
  ]
}

// Cut off in the middle of sending: it may have left or not.
const EXPIRED = `update outbox set state = 'unknown', code = 'lease-expired', settled_at = ?1
  where state = 'sending' and lease_until < ?1`

/** The write that gives up messages whose worker was lost: they may have left. */
export function expireWrite({ clock }: Services): Query {
  return statement(EXPIRED, [clock().toISOString()])
}

function stopWrites(id: string, { state }: SendResult): Query[] {
  return state === 'stopped' ? [statement(STOP, [id])] : []
}

function rowOf({ id, attempts }: Claimed, result: SendResult, now: Date): Row {
  const nothing = { code: null, providerId: null, dueAt: null }
  switch (result.state) {
    case 'sent':
      return { ...nothing, state: 'sent', providerId: result.providerId }
    case 'again':
      if (attempts + 1 >= MOST_ATTEMPTS) return { ...nothing, state: 'failed', code: result.code }
      return {
        ...nothing,
        state: 'queued',
        code: result.code,
        dueAt: new Date(now.getTime() + (result.afterMs ?? pauseOf(id, attempts))).toISOString(),
      }
    case 'unknown':
      return { ...nothing, state: 'unknown', code: result.code }
    case 'failed':
    case 'stopped':
      return { ...nothing, state: 'failed', code: result.code }
  }
}

// Doubling, and apart by a quarter from message to message, so that what failed together does not come back together.
function pauseOf(id: string, attempts: number): number {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** attempts, LONGEST_PAUSE_MS)
  const share = (id.charCodeAt(id.length - 1) % 16) / 16
  return Math.round(pause * (0.875 + share / 4))
}
