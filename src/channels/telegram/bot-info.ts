import type { Api } from 'grammy/web'
import type { UserFromGetMe } from 'grammy/types'
import type { Services } from '../../services.ts'
import { statement } from '../../storage/store.ts'

/** What is kept of our bot: who it is at Telegram, and the digest of how it was last introduced there. */
export type BotRecord = { readonly me: UserFromGetMe; readonly introduced: string | null }

const LOAD = `select info from bots where channel = 'telegram'`
const KEEP = `insert into bots (channel, info, stored_at) values ('telegram', ?1, ?2)
  on conflict (channel) do update set info = excluded.info, stored_at = excluded.stored_at`

/** Who our bot is: as stored, or asked of Telegram once for each token and stored. */
export async function loadBot(services: Services, api: Api): Promise<BotRecord> {
  const [row] = await services.store.rows<{ info: string }>(LOAD)
  const stored = row === undefined ? null : parseRecord(row.info)
  // A token begins with its bot's id.
  if (stored !== null && services.settings.telegram.botToken?.startsWith(`${stored.me.id}:`) === true)
    return stored
  const record: BotRecord = { me: await api.getMe(), introduced: null }
  await keepBot(services, record)
  return record
}

/** Stores what is known of our bot. */
export async function keepBot({ store, clock }: Services, record: BotRecord): Promise<void> {
  await store.atomically([statement(KEEP, [JSON.stringify(record), clock().toISOString()])])
}

// Written by `keepBot` alone.
function parseRecord(json: string): BotRecord {
  return JSON.parse(json) as BotRecord
}
