import type { Settings } from '../../settings.ts'
import { sign } from './signature.ts'

/** A text as a telephone would send it. */
export type OutgoingText = { readonly from: string; readonly text: string; readonly messageSid?: string }

/** The webhook request Twilio would make for this text: what the simulator and the terminal stand in with. */
export function asProvider(settings: Settings, { from, text, messageSid = newSid() }: OutgoingText): Request {
  const url = `${settings.publicUrl}/webhooks/sms`
  const fields = {
    MessageSid: messageSid,
    AccountSid: settings.twilio.accountSid ?? `AC${'0'.repeat(32)}`,
    From: from,
    To: settings.twilio.from ?? '+860000000000',
    Body: text,
    NumMedia: '0',
    NumSegments: '1',
  }
  return new Request(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': sign(settings.twilio.authToken ?? '', url, fields),
    },
    body: new URLSearchParams(fields).toString(),
  })
}

/** The texts of a TwiML answer, in order. */
export function readTwiml(xml: string): readonly string[] {
  return [...xml.matchAll(/<Message>([\s\S]*?)<\/Message>/g)].map(([, text = '']) => unescapeXml(text))
}

function newSid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return `SM${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function unescapeXml(text: string): string {
  return text.replace(
    /&(?:(\w+)|#(\d+)|#x([0-9a-fA-F]+));/g,
    (whole, name?: string, decimal?: string, hex?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole
      return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal))
    },
  )
}
