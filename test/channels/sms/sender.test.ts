import twilio from 'twilio'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { twilioSender } from '../../../src/channels/sms/sender.ts'
import type { Claimed, Sender } from '../../../src/outbox/sender.ts'
import { parseSettings } from '../../../src/settings.ts'
import { reply, SID, TOKEN, twilioServer } from './twilio-server.ts'

let server: Awaited<ReturnType<typeof twilioServer>>

beforeEach(async () => {
  server = await twilioServer()
})
afterEach(() => server.close())

function senderOf(environment: Readonly<Record<string, string>> = {}): Sender {
  const parsed = parseSettings({
    TWILIO_ACCOUNT_SID: SID,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_FROM: '+15005550006',
    TWILIO_API_BASE: server.base,
    DATA_KEY: Buffer.alloc(32, 1).toString('base64'),
    PUBLIC_URL: 'https://huixue.example',
    ...environment,
  })
  if (!parsed.ok) throw new Error(parsed.faults.join())
  const sender = twilioSender(parsed.settings)
  if (sender === null) throw new Error('no sender')
  return sender
}

const message = (text: string, address = '+8613800000001'): Claimed => ({
  id: 'row-1',
  kind: 'notice',
  address,
  spoken: { text },
  attempts: 0,
})

describe('an SMS that leaves by Twilio', () => {
  it('is asked for with the same form that the real client sends', async () => {
    const text = '钱已发放。དངུལ་སྤྲད་ཟིན།'
    expect(await senderOf().send(message(text))).toEqual({ state: 'sent', providerId: 'SM0' })
    const real: unknown[] = []
    const httpClient = {
      request: ({ data }: { data?: unknown }) => {
        real.push(data)
        return Promise.resolve({ statusCode: 201, body: { sid: 'SM0' } })
      },
    }
    await twilio(SID, TOKEN, { httpClient: httpClient as never }).messages.create({
      to: '+8613800000001',
      from: '+15005550006',
      body: text,
      statusCallback: 'https://huixue.example/webhooks/sms/status?message=row-1',
    })
    expect([Object.fromEntries(server.taken[0]?.form ?? [])]).toEqual(real)
  })

  it('names the messaging service where the settings do', async () => {
    const service = `MG${'0'.repeat(32)}`
    await senderOf({ TWILIO_FROM: service }).send(message('x'))
    expect(server.taken[0]?.form.get('MessagingServiceSid')).toBe(service)
    expect(server.taken[0]?.form.has('From')).toBe(false)
  })

  it.each([
    { what: 'a number that said STOP', address: '+8613800021610', text: 'x', gives: ['stopped', '21610'] },
    { what: 'a number that is none', address: '12', text: 'x', gives: ['failed', '21211'] },
    {
      what: 'a text too long',
      address: '+8613800000001',
      text: 'x'.repeat(1601),
      gives: ['failed', '21617'],
    },
  ])('is given up for $what', async ({ address, text, gives: [state, code] }) => {
    expect(await senderOf().send(message(text, address))).toEqual({ state, code })
  })

  it.each([
    {
      what: 'too many at once, for as long as said',
      odd: { status: 429, headers: { 'retry-after': '7' } },
      gives: { state: 'again', afterMs: 7000 },
    },
    { what: 'too many at once', odd: { status: 429 }, gives: { state: 'again', afterMs: 1000 } },
    { what: 'trouble at Twilio', odd: { status: 503 }, gives: { state: 'again', afterMs: null } },
    {
      what: 'a carrier that blocks',
      odd: { status: 400, code: 30007 },
      gives: { state: 'failed', code: '30007' },
    },
    {
      what: 'wrong credentials',
      odd: { status: 401, code: 20003 },
      gives: { state: 'failed', code: '20003' },
    },
  ])('is told of $what', async ({ odd: { status, code, headers }, gives }) => {
    server.next((response) => reply(response, status, { code }, headers))
    expect(await senderOf().send(message('x'))).toMatchObject(gives)
  })

  it('is unknown where the connection is cut after it was given over, and found by asking', async () => {
    const sender = senderOf()
    server.next((response) => response.destroy())
    expect(await sender.send(message('cut'))).toMatchObject({ state: 'unknown' })
    expect(await sender.find?.(message('cut'), new Date())).toMatchObject({ state: 'unknown' })
    await sender.send(message('taken'))
    expect(await sender.find?.(message('taken'), new Date())).toEqual({ state: 'sent', providerId: 'SM0' })
    // The same words of an earlier day or hour are another message.
    const later = new Date(Date.now() + 60_000)
    expect(await sender.find?.(message('taken'), later)).toMatchObject({ state: 'unknown' })
  })

  it('may be repeated where nobody listened', async () => {
    const sender = senderOf()
    await server.close()
    expect(await sender.send(message('x'))).toMatchObject({ state: 'again', code: 'ECONNREFUSED' })
    server = await twilioServer()
  })
})
