import { z } from 'zod'
import type { Claimed, Sender, SendResult } from '../../outbox/sender.ts'
import type { Settings } from '../../settings.ts'
import { isOptOut, isPermanent } from './error-codes.ts'

type Account = {
  readonly accountSid: string
  readonly authToken: string
  readonly from: string
  readonly apiBase: string
  readonly publicUrl: string
}

/** How long Twilio may take to answer before the answer counts as lost. */
const TIMEOUT_MS = 10_000

/** How far Twilio's clock, which tells whole seconds, may be behind ours. */
const CLOCKS_APART_MS = 5000

/** What surely never reached the provider: no connection came about. */
const NEVER_LEFT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
])

const created = z.object({ sid: z.string(), status: z.string() })
const refused = z.object({ code: z.number() })
const listed = z.object({ messages: z.array(created.extend({ body: z.string(), date_created: z.string() })) })

/** The way out by Twilio's Messages resource; null where no account is configured. */
export function twilioSender({ twilio, publicUrl }: Settings): Sender | null {
  const { accountSid, authToken, from, apiBase } = twilio
  if (accountSid === undefined || authToken === undefined || from === undefined) return null
  const account = { accountSid, authToken, from, apiBase, publicUrl }
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
    const response = await request(account, '', { method: 'POST', body })
    return await resultOf(response)
  } catch (error) {
    return lost(error)
  }
}

function senderOf({ from }: Account): Record<string, string> {
  return from.startsWith('MG') ? { MessagingServiceSid: from } : { From: from }
}

async function resultOf(response: Response): Promise<SendResult> {
  const json: unknown = await response.json().catch(() => null)
  if (response.ok) {
    const { data } = created.safeParse(json)
    return data === undefined
      ? { state: 'unknown', code: 'unreadable-answer' }
      : { state: 'sent', providerId: data.sid }
  }
  if (response.status === 429)
    return { state: 'again', code: '429', afterMs: retryAfter(response.headers.get('retry-after')) }
  const code = refused.safeParse(json).data?.code ?? response.status
  if (isOptOut(code)) return { state: 'stopped', code: String(code) }
  if (isPermanent(code) || response.status < 500) return { state: 'failed', code: String(code) }
  return { state: 'again', code: String(code), afterMs: null }
}

function retryAfter(seconds: string | null): number {
  const given = Number(seconds)
  return Number.isFinite(given) && given > 0 ? given * 1000 : 1000
}

function lost(error: unknown): SendResult {
  const cause = error instanceof Error ? (error.cause as { readonly code?: unknown } | undefined) : undefined
  const code = typeof cause?.code === 'string' ? cause.code : 'no-answer'
  return NEVER_LEFT.has(code) ? { state: 'again', code, afterMs: null } : { state: 'unknown', code }
}

// Asks for what was sent to that number since it was claimed: the same words there are this message, those of before another. Not there is not yet "never":
// Twilio's list may lag, so it stays unknown and is not repeated.
async function find(account: Account, { address, spoken }: Claimed, since: Date): Promise<SendResult> {
  const query = new URLSearchParams({
    To: address,
    'DateSent>': since.toISOString().slice(0, 10),
    PageSize: '100',
  })
  try {
    const response = await request(account, `?${query}`, { method: 'GET' })
    const { data } = listed.safeParse(await response.json().catch(() => null))
    const found = data?.messages.find(
      (one) => one.body === spoken.text && Date.parse(one.date_created) + CLOCKS_APART_MS >= since.getTime(),
    )
    return found === undefined
      ? { state: 'unknown', code: 'not-found' }
      : { state: 'sent', providerId: found.sid }
  } catch {
    return { state: 'unknown', code: 'not-asked' }
  }
}

function request(
  { apiBase, accountSid, authToken }: Account,
  query: string,
  init: RequestInit,
): Promise<Response> {
  return fetch(`${apiBase}/2010-04-01/Accounts/${accountSid}/Messages.json${query}`, {
    ...init,
    headers: { authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
}
