import { Hono } from 'hono'
import type { Fault, FieldFault } from '../../fault.ts'
import type { Inbound } from '../../inbox/inbound.ts'
import { receive } from '../../inbox/receive.ts'
import { takeStanding } from '../../inbox/standing.ts'
import { type Delivery, takeDelivery } from '../../outbox/status.ts'
import { toE164 } from '../../privacy/telephone.ts'
import { limitBody } from '../../http/body-limit.ts'
import { problem } from '../../http/problem.ts'
import type { Services } from '../../services.ts'
import { meaningOf } from './error-codes.ts'
import { twiml } from './twiml.ts'
import { verifiedForm } from './verified-form.ts'

const BODY_LIMIT = 64 * 1024

/** Twilio's webhooks: the inbound message, answered in TwiML, and the status callback. */
export function smsRoutes(services: Services): Hono {
  const app = new Hono()
  app.use('/webhooks/sms/*', limitBody(BODY_LIMIT))

  app.post('/webhooks/sms', async (c) => {
    const verified = await verifiedForm(c, services.settings)
    if (!verified.ok) return problem(c, verified.fault)
    const inbound = parseInbound(verified.form)
    if ('code' in inbound) return problem(c, inbound)
    const handled = optOutIn(verified.form)
    const replies = handled === null ? (await receive(services, inbound)).replies : []
    if (handled !== null && handled !== 'HELP')
      await takeStanding(services, { ...inbound, stopped: handled === 'STOP', by: 'person' })
    return c.body(twiml(replies.map(({ text }) => text)), 200, { 'content-type': 'text/xml; charset=utf-8' })
  })

  app.post('/webhooks/sms/status', async (c) => {
    const verified = await verifiedForm(c, services.settings)
    if (!verified.ok) return problem(c, verified.fault)
    const missing = missingOfStatus(verified.form)
    if (missing.length > 0) return problem(c, { code: 'invalid', fields: missing })
    const delivery = parseDelivery(c.req.query('message') ?? null, verified.form)
    if (delivery !== null) await takeDelivery(services, delivery)
    return c.body(null, 204)
  })

  return app
}

function parseInbound(form: URLSearchParams): Inbound | Fault {
  const from = form.get('From') ?? ''
  const providerId = form.get('MessageSid') ?? form.get('SmsMessageSid') ?? ''
  const missing: readonly FieldFault[] = [
    ...(from === '' ? [{ path: 'From', problem: 'missing' }] : []),
    ...(isSid(providerId) ? [] : [{ path: 'MessageSid', problem: 'missing or malformed' }]),
  ]
  if (missing.length > 0) return { code: 'invalid', fields: missing }
  return {
    channel: 'sms',
    address: toE164(from) ?? from,
    providerId,
    text: form.get('Body') ?? '',
    media: Number(form.get('NumMedia') ?? '0') > 0,
  }
}

// Of a messaging service with Advanced Opt-Out: Twilio has read a keyword of its own list, in whatever language, and answered.
function optOutIn(form: URLSearchParams): 'STOP' | 'START' | 'HELP' | null {
  const type = form.get('OptOutType')
  return type === 'STOP' || type === 'START' || type === 'HELP' ? type : null
}

function missingOfStatus(form: URLSearchParams): readonly FieldFault[] {
  const { providerId, status } = statusIn(form)
  return [
    ...(isSid(providerId) ? [] : [{ path: 'MessageSid', problem: 'missing or malformed' }]),
    ...(status === '' ? [{ path: 'MessageStatus', problem: 'missing' }] : []),
  ]
}

const STATES: ReadonlyMap<string, Delivery['state']> = new Map([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'delivered'],
  ['failed', 'failed'],
  ['undelivered', 'failed'],
  ['canceled', 'failed'],
])

// A word of a step before `sent` moves nothing. A messaging service's own callback names no row of ours.
function parseDelivery(id: string | null, form: URLSearchParams): Delivery | null {
  const { providerId, status } = statusIn(form)
  const state = STATES.get(status)
  if (state === undefined) return null
  const code = form.get('ErrorCode')
  return { id, providerId, state, code, stopped: code !== null && meaningOf(Number(code)) === 'stopped' }
}

function statusIn(form: URLSearchParams): { readonly providerId: string; readonly status: string } {
  return {
    providerId: form.get('MessageSid') ?? form.get('SmsSid') ?? '',
    status: form.get('MessageStatus') ?? form.get('SmsStatus') ?? '',
  }
}

function isSid(text: string): boolean {
  return /^(SM|MM)[0-9a-fA-F]{32}$/.test(text)
}
