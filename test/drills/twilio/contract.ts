/**
 * `npm run drills -- --twilio`: the real sender, outbox and webhooks against Twilio's own contract. A promise that does not
 * hold makes the exit code 1.
 */
import { deepStrictEqual, ok } from 'node:assert/strict'
import { join } from 'node:path'
import { createApp } from '../../../src/app.ts'
import { readTwiml } from '../../../src/channels/sms/as-provider.ts'
import { twilioSender } from '../../../src/channels/sms/sender.ts'
import { enqueue } from '../../../src/outbox/enqueue.ts'
import { inTemporaryDirectory } from '../../bench/child.ts'
import { fastTime } from '../fast-time.ts'
import { openDrill, sendAll, settingsOf } from '../outbox.ts'
import { ACCOUNT } from '../provider.ts'
import { installed } from './install.ts'
import { startTwilio } from './stand-ins.ts'
import { tapWire } from './wire.ts'

const DAY = 24 * 3600_000
const { PUBLIC_URL: publicUrl, TWILIO_AUTH_TOKEN: token, TWILIO_FROM: number } = settingsOf('', '', 20)
const TEXTS = [
  '王志强可以申请中职助学金，每学年2000元。',
  'བཀྲ་ཤིས་བདེ་ལེགས། སློབ་ཡོན་ལ་རེ་ཞུ་འབུལ་ཆོག',
  'Apply by 1 September & bring “both” papers = 100%+',
  '字'.repeat(1600),
  '👨‍👩‍👧 line\nbreak',
] as const

await inTemporaryDirectory(async (folder) => {
  const inboundUrl = `${publicUrl}/webhooks/sms`
  const twilio = await startTwilio(await installed(), { sid: ACCOUNT, token, number, inboundUrl })
  // A day behind: what the stand-in dates by its own clock is never older than when we sent it.
  const time = fastTime(Date.now(), 100)
  time.setBack(DAY)
  const { services, close } = await openDrill(join(folder, 'contract.db'), twilio.base, time, 20)
  const wire = tapWire(publicUrl, createApp(services).fetch)
  const sender = twilioSender(services.settings)
  if (sender === null) throw new Error('no sender')
  const rows = () =>
    services.store.rows<{ id: string; state: string; sid: string; code: string | null }>(
      'select id, state, provider_id as sid, code from outbox order by rowid',
    )

  await holds('a request that breaks the contract is found', async () => {
    await fetch(`${twilio.base}/2010-04-01/Accounts/AC1/Messages.json`, {
      method: 'POST',
      body: new URLSearchParams(),
    })
    ok(wire.breaches().length > 0)
  })
  const known = wire.breaches().length

  await holds('messages in either language, short and long, keep to it and arrive as they are', async () => {
    await queue(TEXTS)
    await sendAll(services, sender, time)
    deepStrictEqual(
      (await rows()).map(({ state }) => state),
      TEXTS.map(() => 'sent'),
    )
    const kept = (await twilio.messages()).toSorted((one, other) => (one.to < other.to ? -1 : 1))
    deepStrictEqual(
      kept.map(({ body }) => body),
      [...TEXTS],
    )
  })

  await holds('a message whose answer was lost is found by asking, and is sent once', async () => {
    wire.loseNext()
    await queue(['lost'], 100)
    await sendAll(services, sender, time)
    deepStrictEqual(
      (await rows()).map(({ state }) => state),
      [...TEXTS, 'lost'].map(() => 'sent'),
    )
    ok((await twilio.messages()).filter(({ body }) => body === 'lost').length === 1)
  })

  await holds('signed callbacks move each message on, and never back', async () => {
    const steps = [['delivered'], ['sent', 'delivered', 'sent'], ['undelivered'], ['failed', 'delivered'], []]
    for (const [at, { sid }] of (await rows()).entries())
      for (const status of steps[at] ?? []) await twilio.status(sid, status)
    deepStrictEqual(
      (await rows()).map(({ state }) => state),
      ['delivered', 'delivered', 'failed', 'failed', 'sent', 'sent'],
    )
  })

  await holds('a signed text is answered in TwiML', async () => {
    await twilio.inbound('+8613800009999', '你好')
    const { status, text } = wire.answers().findLast(({ path }) => path === '/webhooks/sms') ?? {
      status: 0,
      text: '',
    }
    deepStrictEqual(status, 200)
    ok(readTwiml(text).join('').length > 0)
  })

  await holds('no request of ours broke the contract, and no callback was refused', () => {
    deepStrictEqual(wire.breaches().slice(known), [])
    deepStrictEqual(
      wire.answers().filter(({ status }) => status >= 300),
      [],
    )
  })
  close()
  await twilio.close()

  async function queue(texts: readonly string[], from = 0): Promise<void> {
    const messages = texts.map((text, at) => ({
      channel: 'sms' as const,
      kind: 'notice' as const,
      contactId: null,
      address: `+86138000${String(from + at).padStart(5, '0')}`,
      spoken: { text },
    }))
    await services.store.atomically(await enqueue(services, messages, services.clock()))
  }
})

async function holds(promise: string, check: () => Promise<void> | void): Promise<void> {
  try {
    await check()
    console.log(`holds   ${promise}`)
  } catch (error) {
    console.log(`BROKEN  ${promise}`, error)
    process.exitCode = 1
  }
}
