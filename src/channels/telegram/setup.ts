import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Api } from 'grammy/web'
import type { Services } from '../../services.ts'
import type { Settings } from '../../settings.ts'
import { keepBot, loadBot } from './bot-info.ts'
import { introduce, introductions } from './introduction.ts'
import { ALLOWED_UPDATES } from './update.ts'

/** Where Telegram can reach us for Updates, and the secret it shows; null where it cannot, and we ask for them. */
export function webhookOf({
  publicUrl,
  telegram,
}: Settings): { readonly url: string; readonly secret: string } | null {
  const { webhookSecret } = telegram
  if (webhookSecret === undefined || !publicUrl.startsWith('https:')) return null
  return { url: `${publicUrl}/webhooks/telegram`, secret: webhookSecret }
}

/** Has Telegram deliver Updates to our webhook, or, where there is none, keep them until they are asked for. */
export async function setWebhook(api: Api, settings: Settings): Promise<void> {
  const webhook = webhookOf(settings)
  if (webhook === null) await api.deleteWebhook()
  else
    await api.setWebhook(webhook.url, { secret_token: webhook.secret, allowed_updates: [...ALLOWED_UPDATES] })
}

/** Introduces our bot where that has changed since it was last done: Telegram allows it only now and then. */
export async function keepIntroduced(services: Services, api: Api): Promise<void> {
  const record = await loadBot(services, api)
  const introduced = bytesToHex(sha256(utf8ToBytes(JSON.stringify(introductions()))))
  if (record.introduced === introduced) return
  await introduce(api)
  await keepBot(services, { ...record, introduced })
}
