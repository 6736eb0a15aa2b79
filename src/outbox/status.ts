import type { Channel } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import { type OpenableRow, openRow } from './claim.ts'
import { stopWrites } from './stops.ts'

/** What a provider says became of a message after it took it. */
export type Delivery = {
  /** The outbox row's id, as it was given to the provider; null where its word names its own alone. */
  readonly id: string | null
  readonly providerId: string
  readonly state: 'sent' | 'delivered' | 'failed'
  readonly code: string | null
  /** Whom it went to wants no more messages. */
  readonly stopped: boolean
}

// Forward only: an older word that comes late, or the same again, changes nothing. One that waits to be tried again was
// taken after all.
const TRIED = "or (state in ('queued', 'cancelled') and attempts > 0)"
const BEFORE: Readonly<Record<Delivery['state'], string>> = {
  sent: "'sending', 'unknown'",
  delivered: "'sending', 'unknown', 'sent'",
  failed: "'sending', 'unknown', 'sent'",
}
const ADDRESSED = `select id, kind, sealed, attempts, channel from outbox
  where id = ?1 and coalesce(provider_id, ?2) = ?2 and attempts > 0`

const SENT_AS = 'select id from outbox where provider_id = ?1'

/**
 * Takes a provider's word on a message. It may come before our own sending is settled: the row is known by its id, and by
 * the provider's once that is kept.
 */
export async function takeDelivery(services: Services, delivery: Delivery): Promise<void> {
  const { providerId, state, code } = delivery
  const id = delivery.id ?? (await sentAs(services, providerId))
  if (id === null) return
  const move = `update outbox set state = ?2, provider_id = coalesce(provider_id, ?3), code = ?4, settled_at = ?5,
      lease = null
    where id = ?1 and coalesce(provider_id, ?3) = ?3 and (state in (${BEFORE[state]}) ${TRIED})`
  const now = services.clock()
  await services.store.atomically([
    statement(move, [id, state, providerId, code, now.toISOString()]),
    ...(delivery.stopped ? await stopsOf(services, id, providerId, now) : []),
  ])
}

async function sentAs({ store }: Services, providerId: string): Promise<string | null> {
  const [row] = await store.rows<{ readonly id: string }>(SENT_AS, [providerId])
  return row?.id ?? null
}

async function stopsOf(services: Services, id: string, providerId: string, now: Date): Promise<Query[]> {
  const [row] = await services.store.rows<OpenableRow & { readonly channel: Channel }>(ADDRESSED, [
    id,
    providerId,
  ])
  const message = row === undefined ? null : await openRow(services, row)
  if (row === undefined || message === null) return []
  return stopWrites(services, row.channel, message.address, now)
}
