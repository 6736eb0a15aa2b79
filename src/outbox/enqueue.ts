import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import { type Outgoing, placeOfOutgoing, PRIORITY, sealedOutgoing } from './outgoing.ts'

const ROW = `insert into outbox
    (id, channel, kind, priority, contact_id, address_index, sealed, state, due_at, created_at)
  values (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'queued', ?8, ?8)`

/** The writes that put messages in the outbox, in order; they leave once the batch is committed. */
export async function enqueue(
  { vault, ids }: Pick<Services, 'vault' | 'ids'>,
  messages: readonly Outgoing[],
  now: Date,
): Promise<Query[]> {
  // Put in order, for those of one millisecond have none: messages to one address leave in the order given.
  const ordered = messages.map(() => ids()).toSorted()
  const rows = messages.map((message, at) => ({ id: ordered[at] ?? '', message }))
  return Promise.all(
    rows.map(async ({ id, message }) => {
      const { channel, kind, contactId, address } = message
      const sealed = await vault.seal(sealedOutgoing(message), placeOfOutgoing(id))
      const index = vault.index('address', address)
      return statement(ROW, [id, channel, kind, PRIORITY[kind], contactId, index, sealed, now.toISOString()])
    }),
  )
}
