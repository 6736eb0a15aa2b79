import { takeUpdate } from '../channels/telegram/take-update.ts'
import type { Services } from '../services.ts'
import { statement } from '../storage/store.ts'

const WRITTEN = `select 1 from contacts where address_index in (select value from json_each(?1)) limit 1`
// What the terminal has shown has arrived: no chat of that number is to be sent it.
const SHOWN = `update outbox set state = 'delivered', settled_at = ?2
  where channel = 'telegram' and kind = 'answer' and state = 'queued'
    and address_index in (select value from json_each(?1))`

/**
 * Writes to the bot as the private chat of whoever owns the telephone: by Updates, as Telegram would bring them. Before
 * its first text a chat shares its own telephone, as its button would. Gives the answers' texts.
 */
export function terminalChat(
  services: Services,
  telephone: string,
): (text: string) => Promise<readonly string[]> {
  const { store, vault, clock } = services
  const id = Number(telephone.slice(1))
  const indexes = JSON.stringify(vault.indexes('address', String(id)))
  return async (text) => {
    const [known] = await store.rows(WRITTEN, [indexes])
    if (known === undefined)
      await takeUpdate(services, updateOf(id, { contact: { phone_number: telephone, user_id: id } }))
    const replies = await takeUpdate(services, updateOf(id, { text }))
    await store.atomically([statement(SHOWN, [indexes, clock().toISOString()])])
    return replies.map((reply) => reply.text)
  }
}

function updateOf(id: number, message: Readonly<Record<string, unknown>>): unknown {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1))
  return {
    update_id: number,
    message: { chat: { id, type: 'private' }, from: { id, is_bot: false }, ...message },
  }
}
