import { asProvider, readTwiml } from '../../src/channels/sms/as-provider.ts'
import { parseSettings } from '../../src/settings.ts'

/** A telephone that texts a running program through the signed webhook, as Twilio would. */
export function telephone(url: string, from: string): (text: string) => Promise<readonly string[]> {
  const parsed = parseSettings({ PUBLIC_URL: url, DEMO: '1' })
  if (!parsed.ok) throw new Error(parsed.faults.join('; '))
  return async (text) => {
    const response = await fetch(asProvider(parsed.settings, { from, text }))
    if (!response.ok) throw new Error(`the webhook answered ${response.status}`)
    return readTwiml(await response.text())
  }
}
