import type { ServerResponse } from 'node:http'
import twilio from 'twilio'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { twilioSender } from '../../../src/channels/sms/sender.ts'
import type { Claimed, Sender } from '../../../src/outbox/sender.ts'
import { parseSettings } from '../../../src/settings.ts'
import { reply, SID, sidOf, TOKEN, twilioServer } from './twilio-server.ts'

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
    expect(await senderOf().send(message(text))).toEqual({ state: 'sent', providerId: sidOf(0) })
    const real: unknown[] = []
    const httpClient = {
      request: ({ data }: { data?: unknown }) => {
        real.push(data)
        return Promise.resolve({ statusCode: 201, body: { sid: sidOf(0) } })
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
    {
      what: 'too many at once, until a date',
      odd: { status: 429, headers: { 'retry-after': new Date(Date.now() + 3600_000).toUTCString() } },
      gives: { state: 'again', holds: 'channel', afterMs: expect.closeTo(3600_000, -6) as number },
    },
    {
      what: 'too many at once, and not for how long',
      odd: { status: 429, code: 20429 },
      gives: { state: 'again', holds: 'channel', code: '20429', afterMs: null },
    },
    {
      what: 'Twilio being away',
      odd: { status: 503 },
      gives: { state: 'again', holds: 'channel', afterMs: null },
    },
    // Twilio: repeating a POST that was answered so may send twice.
    {
      what: 'trouble inside Twilio',
      odd: { status: 500, code: 20500 },
      gives: { state: 'unknown', code: '20500' },
    },
    { what: 'a gateway that gave up', odd: { status: 504 }, gives: { state: 'unknown', code: '504' } },
    {
      what: 'a carrier that blocks',
      odd: { status: 400, code: 30007 },
      gives: { state: 'failed', code: '30007' },
    },
    {
      what: 'an account without money',
      odd: { status: 403, code: 20005 },
      gives: { state: 'again', holds: 'channel', code: '20005' },
    },
    {
      what: "the sender's own queue being full",
      odd: { status: 429, code: 21611 },
      gives: { state: 'again', holds: 'channel', code: '21611' },
    },
    {
      what: 'a proxy in the way',
      odd: { status: 403 },
      gives: { state: 'again', holds: 'channel', code: '403' },
    },
    {
      what: 'wrong credentials',
      odd: { status: 401, code: 20003 },
      gives: { state: 'again', holds: 'channel', code: '20003' },
    },
  ])('is told of $what', async ({ odd: { status, code, headers }, gives }) => {
    server.next((response) => reply(response, status, { code }, headers))
    expect(await senderOf().send(message('x'))).toMatchObject(gives)
  })

  it('is unknown where the connection is cut after it was given over', async () => {
    server.next((response) => response.destroy())
    expect(await senderOf().send(message('cut'))).toMatchObject({ state: 'unknown' })
  })

  it('may be repeated where nobody listened', async () => {
    const sender = senderOf()
    await server.close()
    expect(await sender.send(message('x'))).toMatchObject({ state: 'again', code: 'ECONNREFUSED' })
    server = await twilioServer()
  })
})

describe('a message that is asked for', () => {
  const NONE = { kept: [] }
  let since: Date
  beforeEach(() => {
    since = new Date()
  })

  it('is one with the same words to the same number since then', async () => {
    const sender = senderOf()
    expect(await sender.find?.(message('x'), since)).toEqual(NONE)
    await sender.send(message('x'))
    await sender.send(message('y'))
    await sender.send(message('x', '+8613800000002'))
    await sender.send(message('x'))
    const found = [0, 3].map((nth) => ({ providerId: sidOf(nth), refused: null }))
    expect(await sender.find?.(message('x'), since)).toEqual({ kept: found })
    expect(await sender.find?.(message('x'), new Date(Date.now() + 60_000))).toEqual(NONE)
  })

  it('is no answer in TwiML that says the same', async () => {
    const sender = senderOf()
    await sender.send(message('x'))
    server.change(0, { direction: 'outbound-reply' })
    expect(await sender.find?.(message('x'), since)).toEqual(NONE)
  })

  it.each([
    { change: { status: 'undelivered', error_code: 30003 }, refused: { state: 'failed', code: '30003' } },
    { change: { status: 'failed', error_code: 21610 }, refused: { state: 'stopped', code: '21610' } },
    { change: { status: 'canceled' }, refused: { state: 'failed', code: 'canceled' } },
    { change: { status: 'accepted' }, refused: null },
  ])('may have come to nothing since: $change.status', async ({ change, refused }) => {
    const sender = senderOf()
    await sender.send(message('x'))
    server.change(0, change)
    expect(await sender.find?.(message('x'), since)).toEqual({
      kept: [{ providerId: sidOf(0), refused }],
    })
  })

  it('is looked for on every page that is recent enough', async () => {
    const sender = senderOf()
    await sender.send(message('x'))
    for (let nth = 0; nth < 230; nth++) await sender.send(message('other'))
    expect(await sender.find?.(message('x'), since)).toMatchObject({
      kept: [{ providerId: sidOf(0) }],
    })
    expect(server.asked()).toBe(3)
  })

  it.each([
    ['cuts the connection', (response: ServerResponse) => response.destroy()],
    ['is in trouble', (response: ServerResponse) => reply(response, 500, {})],
    ['talks nonsense', (response: ServerResponse) => reply(response, 200, { hello: 'world' })],
  ])('is not known of where the provider %s', async (_what, odd) => {
    server.next(odd)
    expect(await senderOf().find?.(message('x'), since)).toEqual({ unanswered: 'not-asked' })
  })
})
