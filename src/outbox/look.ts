import type { Channel } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { type OutgoingKind, PRIORITY } from './outgoing.ts'
import type { Pace } from './pace.ts'
import { quietUntil } from '../time/quiet-hours.ts'

/** Messages that leave in the order they came: the answers of a channel, its notices, or those of one broadcast. */
export type Lane = { readonly kind: OutgoingKind; readonly broadcastId: string | null }

/** What a channel has to do: its pace, and the lanes in which something is due, the most urgent first. */
export type Look = { readonly pace: Pace; readonly lanes: readonly Lane[] }

type Row = {
  readonly next_at: number
  readonly held_until: number
  readonly trouble: number
  readonly seen_at: number
  readonly answer: number
  readonly notice: number
  /** JSON of the running broadcasts' ids. */
  readonly broadcasts: string
}

const due = (priority: number, broadcast: string) =>
  `exists (select 1 from outbox o where o.state = 'queued' and o.channel = ?1 and o.priority = ${priority}
    and o.broadcast_id ${broadcast} and o.due_at <= ?2)`

/** One read: whatever the length of the queue, it touches the first row of each lane. */
export const LOOK = `select c.next_at, c.held_until, c.trouble, c.seen_at,
    ${due(PRIORITY.answer, 'is null')} as answer,
    ${due(PRIORITY.notice, 'is null')} as notice,
    (select json_group_array(b.broadcast_id) from outbox_broadcasts b
      where b.state = 'running' and ${due(PRIORITY.broadcast, '= b.broadcast_id')}) as broadcasts
  from outbox_channels c where c.channel = ?1`

/** Looks at what a channel has to do now; in quiet hours it has no broadcast to send. Its pace must stand there. */
export async function lookAt({ store, clock, settings }: Services, channel: Channel): Promise<Look> {
  const now = clock()
  const [row] = await store.rows<Row>(LOOK, [channel, now.toISOString()])
  if (row === undefined) throw new Error(`no pace of ${channel}`)
  const isQuiet = quietUntil(settings.quietHours, now) !== null
  const broadcasts = isQuiet ? [] : (JSON.parse(row.broadcasts) as readonly string[])
  return {
    pace: {
      nextAt: row.next_at,
      heldUntil: row.held_until,
      trouble: row.trouble,
      seenAt: row.seen_at,
    },
    lanes: [
      ...(row.answer === 1 ? [{ kind: 'answer' as const, broadcastId: null }] : []),
      ...(row.notice === 1 ? [{ kind: 'notice' as const, broadcastId: null }] : []),
      ...broadcasts.map((broadcastId) => ({ kind: 'broadcast' as const, broadcastId })),
    ],
  }
}

/** The lanes as they take their turn: broadcasts one after the other, so that none waits for a larger one's end. */
export function inTurn(lanes: readonly Lane[], lastBroadcast: string | null): readonly Lane[] {
  const urgent = lanes.filter(({ kind }) => kind !== 'broadcast')
  const broadcasts = lanes.filter(({ kind }) => kind === 'broadcast')
  const next = broadcasts.findIndex(({ broadcastId }) => (broadcastId ?? '') > (lastBroadcast ?? ''))
  const from = Math.max(next, 0)
  return [...urgent, ...broadcasts.slice(from), ...broadcasts.slice(0, from)]
}
