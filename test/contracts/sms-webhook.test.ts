import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { createApp } from '../../src/app.ts'
import { asProvider, readTwiml } from '../../src/channels/sms/as-provider.ts'
import { enqueue } from '../../src/outbox/enqueue.ts'
import { sign } from '../../src/channels/sms/signature.ts'
import { importPersonas, testServices } from './services.ts'

const MOTHER = '+8612900000001'
const STRANGER = '+8612900009999'
const SID = `SM${'a'.repeat(32)}`

type TestServices = Awaited<ReturnType<typeof testServices>>

let services: TestServices
let app: ReturnType<typeof createApp>

beforeEach(async () => {
  services = await testServices(await openTestStore(), {
    CONTACT_RATE: '100',
    PUBLIC_URL: 'https://huixue.example',
  })
  app = createApp(services)
})

describe(`the SMS webhook on ${PLATFORM}`, () => {
  it('answers a signed text in TwiML', async () => {
    await importPersonas(services)
    const response = await app.fetch(
      asProvider(services.settings, { from: MOTHER, text: '娃娃上幼儿园能免多少钱' }),
    )
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch(/^text\/xml/)
    expect(readTwiml(await response.text()).join()).toMatch(/1000[\s\S]*二\(一\)·2/)
  })

  it('gives the same MessageSid the same answer', async () => {
    const ask = () =>
      app.fetch(asProvider(services.settings, { from: STRANGER, text: '你好', messageSid: SID }))
    const [first, again] = [await (await ask()).text(), await (await ask()).text()]
    expect(again).toBe(first)
    expect(await stored()).toBe(1)
  })

  it.each([
    ['without a signature', {}],
    ['with an empty signature', { 'x-twilio-signature': '' }],
    ['with a malformed signature', { 'x-twilio-signature': '%%%==' }],
    [
      "with another's signature",
      { 'x-twilio-signature': sign('other', 'https://huixue.example/webhooks/sms', { Body: 'x' }) },
    ],
  ])('refuses a text %s, and leaves no trace of it', async (_what, headers) => {
    const request = new Request('https://huixue.example/webhooks/sms', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({ MessageSid: SID, From: STRANGER, Body: 'x' }).toString(),
    })
    const response = await app.fetch(request)
    expect(response.status).toBe(403)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await stored()).toBe(0)
    expect(await services.store.rows('select count(*) as n from contacts')).toEqual([{ n: 0 }])
  })

  it('names what a signed form lacks', async () => {
    const response = await post({ Body: 'x' })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ path: 'From' }, { path: 'MessageSid' }] })
  })

  it.each([
    ['nothing', ''],
    ['emoji', '👍🏔️😂'],
    ['1600 characters', '幼儿园免费吗'.repeat(267).slice(0, 1600)],
    ['control characters', '幼儿\u0000园\u0007免\u001b[31m费吗\u200b'],
    ['markup', '<script>alert(1)</script>&amp;]]>'],
    ['half a surrogate pair', '幼儿园\ud83d'],
    ['placeholders', '{{who}} $t(conversation:thanks) %s'],
    ['a Tibetan stack of marks', 'སྒྲུབ'.repeat(200)],
    ['SQL', "'; drop table messages; --"],
  ])('answers a text of %s in well-formed TwiML', async (_what, text) => {
    const response = await app.fetch(asProvider(services.settings, { from: STRANGER, text }))
    const xml = await response.text()
    expect(response.status).toBe(200)
    expect(readTwiml(xml).length).toBeGreaterThan(0)
    expect(xml).not.toMatch(/<script|\{\{|drop table|\p{Cc}(?<!\n)/u)
  })

  it('takes no notice of a picture but says so politely', async () => {
    const response = await post({
      MessageSid: SID,
      From: STRANGER,
      To: '+8610',
      Body: '',
      NumMedia: '1',
      MediaUrl0: 'https://x.example/y',
    })
    expect(readTwiml(await response.text()).join()).toMatch(/[\u4e00-\u9fff]/)
  })

  it('refuses a body over the limit', async () => {
    const response = await post({ MessageSid: SID, From: STRANGER, Body: 'x'.repeat(70_000) })
    expect(response.status).toBe(413)
  })

  it.each(['queued', 'delivered', 'constructor'])(
    'takes no notice of `%s` said of a message that is not ours',
    async (status) => {
      const fields = { MessageSid: SID, MessageStatus: status }
      expect((await post(fields, '/webhooks/sms/status')).status).toBe(204)
    },
  )

  it('names what a signed status callback lacks', async () => {
    const response = await post({ MessageSid: '1' }, '/webhooks/sms/status')
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      errors: [{ path: 'MessageSid' }, { path: 'MessageStatus' }],
    })
  })

  it.each([
    ['signed', 'huixue-demo', 415],
    ['not signed', 'other', 403],
  ])('refuses what is no form, %s: the signature is looked at first', async (_what, token, status) => {
    const url = 'https://huixue.example/webhooks/sms'
    const headers = { 'content-type': 'application/json', 'x-twilio-signature': sign(token, url, {}) }
    const response = await app.fetch(new Request(url, { method: 'POST', headers, body: '{}' }))
    expect(response.status).toBe(status)
  })

  it('takes an unsigned status callback from nobody', async () => {
    const fields = { MessageSid: SID, MessageStatus: 'delivered' }
    const unsigned = new Request('https://huixue.example/webhooks/sms/status', {
      method: 'POST',
      body: new URLSearchParams(fields),
    })
    expect((await app.fetch(unsigned)).status).toBe(403)
  })

  it('shows no telephone and no ID number in any answer', async () => {
    await importPersonas(services)
    for (const text of ['我的电话是多少', '我家身份证号', '我家户编号', '我家能享受啥']) {
      const response = await app.fetch(asProvider(services.settings, { from: MOTHER, text }))
      expect(await response.text()).not.toMatch(/\d{7,}/)
    }
  })
})

// Keywords of the provider's own list: they may be any, and no words of ours.
describe(`a keyword that the provider has answered on ${PLATFORM}`, () => {
  const keyword = (type: string, text: string, nth: number) =>
    post({
      MessageSid: `SM${String(nth).padStart(32, '0')}`,
      From: MOTHER,
      To: '+8610',
      Body: text,
      OptOutType: type,
    })
  const standing = () => services.store.rows<{ stopped: number }>('select stopped from contacts')

  it.each([
    ['who has written before', true],
    ['of the register who has never written', false],
  ])('stops and starts messages to one %s, and is not answered again', async (_who, hasWritten) => {
    await importPersonas(services)
    if (hasWritten) await app.fetch(asProvider(services.settings, { from: MOTHER, text: '你好' }))
    for (const [nth, type, stopped] of [
      [1, 'STOP', 1],
      [2, 'STOP', 1],
      [3, 'START', 0],
      // Late, and again: it was obeyed before.
      [1, 'STOP', 0],
      [4, 'HELP', 0],
    ] as const) {
      const response = await keyword(type, 'TD', nth)
      expect([type, response.status, readTwiml(await response.text())]).toEqual([type, 200, []])
      expect(await standing()).toEqual([{ stopped }])
    }
  })

  it('takes back what waits for who stopped', async () => {
    await importPersonas(services)
    const notice = {
      channel: 'sms',
      kind: 'notice',
      contactId: null,
      address: MOTHER,
      spoken: { text: 'x' },
    } as const
    await services.store.atomically(await enqueue(services, [notice], services.clock()))
    await keyword('STOP', 'TD', 1)
    expect(await services.store.rows('select state, code from outbox')).toEqual([
      { state: 'cancelled', code: 'stopped' },
    ])
  })

  it.each(['START', 'HELP'])('keeps nothing of a stranger’s %s', async (type) => {
    expect(readTwiml(await (await keyword(type, 'TD', 1)).text())).toEqual([])
    expect([await standing(), await stored()]).toEqual([[], 0])
  })
})

function post(fields: Readonly<Record<string, string>>, path = '/webhooks/sms'): Promise<Response> {
  const url = `https://huixue.example${path}`
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': sign(services.settings.twilio.authToken ?? '', url, fields),
  }
  return Promise.resolve(
    app.fetch(new Request(url, { method: 'POST', headers, body: new URLSearchParams(fields).toString() })),
  )
}

async function stored(): Promise<number> {
  const [row] = await services.store.rows<{ n: number }>('select count(*) as n from messages')
  return row?.n ?? 0
}
