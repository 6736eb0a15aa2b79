import { segmentsOf } from '../conversation/rendering/segments.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import { type Outgoing, placeOfOutgoing, PRIORITY, sealedOutgoing } from './outgoing.ts'

const ROWS = `insert into outbox
    (id, channel, kind, priority, broadcast_id, contact_id, address_index, sealed, state, due_at, created_at,
      segments, language)
  select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, 'queued',
    coalesce(value ->> 8, ?2), ?2, value ->> 9, value ->> 10
  from json_each(?1)`

const TIBETAN = /[\u0f00-\u0fff]/

/** D1 takes 2 MB in one parameter. */
const MOST_CHARACTERS = 1_000_000

/**
 * The writes that put messages in the outbox, in order; they leave once the batch is committed. Give it some thousands at
 * a time: they go many to a statement.
 */
export async function enqueue(
  { vault, ids }: Pick<Services, 'vault' | 'ids'>,
  messages: readonly Outgoing[],
  now: Date,
): Promise<Query[]> {
  // Put in order, for those of one millisecond have none: identifiers tell the order, too.
  const made = messages.map(() => ids()).toSorted()
  const rows = await Promise.all(
    messages.map((message, at) => rowOf(vault, message.id ?? made[at] ?? ids(), message)),
  )
  return filled(rows).map((json) => statement(ROWS, [json, now.toISOString()]))
}

/** A row's values, in the order of `ROWS`, as JSON. */
async function rowOf(vault: Services['vault'], id: string, message: Outgoing): Promise<string> {
  const { channel, kind, contactId, address, spoken, notBefore } = message
  return JSON.stringify([
    id,
    channel,
    kind,
    PRIORITY[kind],
    message.kind === 'broadcast' ? message.broadcastId : null,
    contactId,
    vault.index('address', address),
    await vault.seal(sealedOutgoing(message), placeOfOutgoing(id)),
    notBefore?.toISOString() ?? null,
    // All that leaves is in Chinese or Tibetan.
    channel === 'sms' ? segmentsOf(spoken.text) : null,
    TIBETAN.test(spoken.text) ? 'bo' : 'zh-CN',
  ])
}

// All of them are ASCII: a character is a byte.
function filled(rows: readonly string[]): string[] {
  const filled: string[] = []
  let from = 0
  let length = 0
  for (const [at, row] of rows.entries()) {
    if (at > from && length + row.length > MOST_CHARACTERS) {
      filled.push(`[${rows.slice(from, at).join(',')}]`)
      from = at
      length = 0
    }
    length += row.length + 1
  }
  return from < rows.length ? [...filled, `[${rows.slice(from).join(',')}]`] : filled
}
