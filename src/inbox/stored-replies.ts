import type { Spoken } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { openExchange } from './exchange.ts'
import type { Inbound } from './inbound.ts'

type Row = { readonly id: string; readonly sealed: string }

const STORED = 'select id, sealed from messages where channel = ?1 and provider_id = ?2'

/** What was answered to a message already handled; null where it has not been. */
export async function storedReplies(
  { store, vault }: Services,
  inbound: Inbound,
): Promise<readonly Spoken[] | null> {
  const [row] = await store.rows<Row>(STORED, [inbound.channel, inbound.providerId])
  if (row === undefined) return null
  const { replies } = await openExchange(vault, row.id, row.sealed)
  return replies.map((text) => ({ text }))
}
