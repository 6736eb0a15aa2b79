import type { Services } from '../services.ts'
import { statement } from '../storage/store.ts'

/** What a provider says became of a message after it took it. */
export type Delivery = {
  /** The outbox row's id, as it was given to the provider. */
  readonly id: string
  readonly providerId: string
  readonly state: 'sent' | 'delivered' | 'failed'
  readonly code: string | null
  /** Whom it went to wants no more messages. */
  readonly stopped: boolean
}

// Forward only: an older word that comes late, or the same again, changes nothing.
const BEFORE: Readonly<Record<Delivery['state'], string>> = {
  sent: "'sending', 'unknown'",
  delivered: "'sending', 'unknown', 'sent'",
  failed: "'sending', 'unknown', 'sent'",
}
const STOP = 'update contacts set stopped = 1 where id = (select contact_id from outbox where id = ?1)'

/** Takes a provider's word on a message. It may come before our own sending is settled: the row is known by its id. */
export async function takeDelivery({ store, clock }: Services, delivery: Delivery): Promise<void> {
  const { id, providerId, state, code, stopped } = delivery
  const move = `update outbox set state = ?2, provider_id = coalesce(provider_id, ?3), code = ?4, settled_at = ?5,
      lease = null
    where id = ?1 and coalesce(provider_id, ?3) = ?3 and state in (${BEFORE[state]})`
  await store.atomically([
    statement(move, [id, state, providerId, code, clock().toISOString()]),
    ...(stopped ? [statement(STOP, [id])] : []),
  ])
}
