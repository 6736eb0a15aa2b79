import type { Channel } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import { resumeEndedWrite } from './broadcasts.ts'
import { endWrite, LEASE_MS, type OpenableRow, openRow } from './claim.ts'
import type { Kept, Sender } from './sender.ts'
import { ASK_AFTER_MS, MOST_ATTEMPTS } from './settle.ts'
import { stopWrites } from './stops.ts'
import type { Time } from '../time/time.ts'

// Cut off in the middle of sending: it may have left or not.
const EXPIRED = `update outbox set state = 'unknown', code = 'lease-expired', due_at = ?2, settled_at = ?2
  where state = 'sending' and lease_until < ?1`

/** The write that gives up messages whose worker was lost: they may have left. */
export function expireWrite({ clock }: Services, { now }: Time): Query {
  return statement(EXPIRED, [new Date(now()).toISOString(), clock().toISOString()])
}

type Row = OpenableRow & {
  readonly lease: string
  readonly lease_until: string
  readonly address_index: string
  readonly asked: number
}

const ASKED_AT_ONCE = 50
// Taken for asking as rows are for sending: of two workers one asks.
const TAKE = `update outbox set due_at = ?3
  where rowid in (
    select rowid from outbox where state = 'unknown' and lease is not null and channel = ?1 and due_at <= ?2
    order by due_at limit ${ASKED_AT_ONCE})
  returning id, kind, sealed, attempts, lease, lease_until, address_index, asked`

/** Asks the provider what became of messages whose answer was lost, and believes it. */
export async function askForLost(
  services: Services,
  channel: Channel,
  sender: Sender,
  isOver: () => boolean,
): Promise<void> {
  const { find } = sender
  if (find === undefined) return
  const { clock, store, log } = services
  const again = new Date(clock().getTime() + ASK_AFTER_MS)
  const rows = await store.rows<Row>(TAKE, [channel, clock().toISOString(), again.toISOString()])
  for (const row of rows) {
    if (isOver()) return
    try {
      // It does not answer now; what is left is asked for later.
      if (!(await isAnswered(services, channel, find, row))) return
    } catch (error) {
      // One that the database refuses is asked for later; the others need not wait for it.
      const name = error instanceof Error ? error.name : 'unknown'
      log.error('lost message not settled', { channel, error: name })
    }
  }
}

async function isAnswered(
  services: Services,
  channel: Channel,
  find: NonNullable<Sender['find']>,
  row: Row,
): Promise<boolean> {
  const { store } = services
  const message = await openRow(services, row)
  if (message === null) {
    await store.atomically([endWrite(services, row.id, 'failed', 'unreadable')])
    return true
  }
  const found = await find(message, new Date(Date.parse(row.lease_until) - LEASE_MS))
  if ('unanswered' in found) return false
  const kept = await notOurs(services, row, found.kept)
  if (kept === null) await store.atomically(absentWrites(services, row))
  else await store.atomically(await keptWrites(services, channel, row, message.address, kept))
  return true
}

const OTHERS = `select provider_id as id from outbox
  where address_index = ?1 and provider_id in (select value from json_each(?2))`

/** The oldest of them that no other message of ours has become: two alike may have gone to one address. */
async function notOurs({ store }: Services, row: Row, kept: readonly Kept[]): Promise<Kept | null> {
  const ids = JSON.stringify(kept.map(({ providerId }) => providerId))
  const others = await store.rows<{ id: string }>(OTHERS, [row.address_index, ids])
  const taken = new Set(others.map(({ id }) => id))
  return kept.find(({ providerId }) => !taken.has(providerId)) ?? null
}

const KEPT = `update outbox set state = ?3, code = ?4, provider_id = ?5, settled_at = ?6, lease = null
  where id = ?1 and lease = ?2 and state = 'unknown' and not exists (
    select 1 from outbox e where e.address_index = outbox.address_index and e.provider_id = ?5)`

async function keptWrites(
  services: Services,
  channel: Channel,
  { id, lease }: Row,
  address: string,
  { providerId, refused }: Kept,
): Promise<Query[]> {
  const now = services.clock()
  const [state, code] = refused === null ? ['sent', null] : ['failed', refused.code]
  const stops = refused?.state === 'stopped' ? await stopWrites(services, channel, address, now) : []
  return [statement(KEPT, [id, lease, state, code, providerId, now.toISOString()]), ...stops]
}

/** A provider's list may lag: only what it does not know when asked a second time, some minutes later, was never taken. */
const ABSENT_TWICE = 2
const ASK_AGAIN_MS = 120_000
const ABSENT = `update outbox set state = ?4, code = ?5, due_at = ?6, asked = ?7, lease = case when ?4 = 'unknown' then lease end
  where id = ?1 and lease = ?2 and state = 'unknown' and asked = ?3`

function absentWrites({ clock }: Services, { id, lease, asked, attempts }: Row): Query[] {
  const now = clock()
  const base = [id, lease, asked]
  if (asked + 1 < ABSENT_TWICE) {
    const again = new Date(now.getTime() + ASK_AGAIN_MS).toISOString()
    return [statement(ABSENT, [...base, 'unknown', 'not-found', again, asked + 1])]
  }
  const state = attempts < MOST_ATTEMPTS ? 'queued' : 'failed'
  return [statement(ABSENT, [...base, state, 'never-taken', now.toISOString(), 0]), resumeEndedWrite(id)]
}
