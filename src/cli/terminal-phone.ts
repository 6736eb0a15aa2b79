import { createApp } from '../app.ts'
import { asProvider, readTwiml } from '../channels/sms/as-provider.ts'
import type { Services } from '../services.ts'

/** Sends one text through the signed webhook, as the telephone would, and gives the answers' texts. */
export function terminalPhone(
  services: Services,
  telephone: string,
): (text: string) => Promise<readonly string[]> {
  const app = createApp(services)
  return async (text) => {
    const response = await app.fetch(asProvider(services.settings, { from: telephone, text }))
    if (!response.ok) throw new Error(`the webhook answered ${response.status}`)
    return readTwiml(await response.text())
  }
}
