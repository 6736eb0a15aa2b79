import type { Services } from '../services.ts'
import type { Inbound } from './inbound.ts'

type Row = { readonly id: string; readonly sealed_replies: string | null }

const STORED = 'select id, sealed_replies from messages where channel = ?1 and provider_id = ?2'

/** What was answered to a message already handled; null where it has not been. */
export async function storedReplies(services: Services, inbound: Inbound): Promise<readonly string[] | null> {
  const [row] = await services.store.rows<Row>(STORED, [inbound.channel, inbound.providerId])
  if (row === undefined) return null
  if (row.sealed_replies === null) return []
  return JSON.parse(await services.vault.open(row.sealed_replies, `messages/${row.id}/replies`)) as string[]
}
