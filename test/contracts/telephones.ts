import type { Channel } from '../../src/conversation/turn.ts'
import { receive } from '../../src/inbox/receive.ts'
import type { Services } from '../../src/services.ts'
import { wordsOf } from '../conversation/words.ts'

let sent = 0

/** Sends one message from an address, as its channel would, and gives all that was answered. */
export async function send(
  services: Services,
  address: string,
  text: string,
  channel: Channel = 'sms',
): Promise<string> {
  sent += 1
  const providerId = `SM${String(sent).padStart(32, '0')}`
  const { replies } = await receive(services, { channel, address, providerId, text, media: false })
  return wordsOf(replies)
}

/** Every table that the migrations made, but the driver's own. */
export async function tables(services: Services): Promise<readonly string[]> {
  const rows = await services.store.rows<{ name: string }>(
    `select name from sqlite_master where type = 'table' and name not like '\\_%' escape '\\'
       and name not like 'sqlite%' and name not like 'd1\\_%' escape '\\'`,
  )
  return rows.map(({ name }) => name)
}
