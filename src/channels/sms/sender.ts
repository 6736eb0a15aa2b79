import { z } from 'zod'
import type { Claimed, Sender, SendResult } from '../../outbox/sender.ts'
import type { Settings } from '../../settings.ts'
import { type Account, accountOf, messagesPath, request } from './account.ts'
import { meaningOf } from './error-codes.ts'
import { find } from './find.ts'

/** What surely never reached the provider: no connection came about. */
const NEVER_LEFT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

const created = z.object({ sid: z.string() })
const refused = z.object({ code: z.number() })

/** The way out by Twilio's Messages resource; null where no account is configured. */
export function twilioSender(settings: Settings): Sender | null {
  const account = accountOf(settings)
  if (account === null) return null
  return {
    send: (message) => send(account, message),
    find: (message, since) => find(account, message, since),
  }
}

async function send(account: Account, { id, address, spoken }: Claimed): Promise<SendResult> {
  const body = new URLSearchParams({ To: address, ...senderOf(account), Body: spoken.text })
  // Twilio calls back only where it can reach us; the row's id lets a callback be quicker than this very answer.
  if (account.publicUrl.startsWith('https:'))
    body.set('StatusCallback', `${account.publicUrl}/webhooks/sms/status?message=${id}`)
  try {
    const response = await request(account, messagesPath(account), { method: 'POST', body })
    return await resultOf(response)
  } catch (error) {
    return lost(error)
  }
}

function senderOf({ from }: Account): Record<string, string> {
  return from.startsWith('MG') ? { MessagingServiceSid: from } : { From: from }
}

async function resultOf(response: Response): Promise<SendResult> {
  const { status, ok } = response
  const json: unknown = await response.json().catch(() => null)
  if (ok) {
    const { data } = created.safeParse(json)
    return data === undefined
      ? { state: 'unknown', code: 'unreadable-answer' }
      : { state: 'sent', providerId: data.sid }
  }
  const known = refused.safeParse(json).data?.code
  const code = String(known ?? status)
  const busy = { state: 'again', code, afterMs: retryAfter(response), holds: 'channel' } as const
  // Twilio promises that neither was processed; of any other 5xx that it may have been, and that repeating may send twice.
  if (status === 429 || status === 503) return busy
  if (status >= 500) return { state: 'unknown', code }
  switch (known === undefined ? meaningOfStatus(status) : meaningOf(known)) {
    case 'stopped':
      return { state: 'stopped', code }
    case 'busy':
    case 'account':
      return busy
    case 'permanent':
      return { state: 'failed', code }
  }
}

// An answer without a code is not Twilio's own; only a refusal of this very request is the message's fault.
function meaningOfStatus(status: number): 'permanent' | 'account' {
  return status === 400 || status === 413 || status === 422 ? 'permanent' : 'account'
}

/** Seconds or a date, as HTTP has it; null where there is neither. */
function retryAfter({ headers }: Response): number | null {
  const given = headers.get('retry-after')
  if (given === null) return null
  const milliseconds = /^\d+$/.test(given) ? Number(given) * 1000 : Date.parse(given) - Date.now()
  return milliseconds > 0 ? milliseconds : null
}

function lost(error: unknown): SendResult {
  const cause = error instanceof Error ? (error.cause as { readonly code?: unknown } | undefined) : undefined
  const code = typeof cause?.code === 'string' ? cause.code : 'no-answer'
  if (!NEVER_LEFT.has(code)) return { state: 'unknown', code }
  return { state: 'again', code, afterMs: null, holds: 'channel' }
}
