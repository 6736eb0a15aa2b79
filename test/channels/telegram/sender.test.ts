import { decode } from 'fast-png'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { telegramSender } from '../../../src/channels/telegram/sender.ts'
import type { RoutePicture } from '../../../src/conversation/routes/picture.ts'
import type { Spoken } from '../../../src/conversation/turn.ts'
import type { Claimed, Sender } from '../../../src/outbox/sender.ts'
import { parseSettings } from '../../../src/settings.ts'
import { type FakeBotApi, fakeBotApi, reply, TOKEN } from './fake-bot-api.ts'

let api: FakeBotApi

beforeEach(async () => {
  api = await fakeBotApi()
})
afterEach(() => api.close())

function senderOf(environment: Readonly<Record<string, string>> = {}): Sender {
  const parsed = parseSettings({
    DEMO: '1',
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: api.url,
    ...environment,
  })
  if (!parsed.ok) throw new Error(parsed.faults.join())
  const sender = telegramSender(parsed.settings)
  if (sender === null) throw new Error('no sender')
  return sender
}

function message(spoken: Spoken, address = '501'): Claimed {
  return { id: 'row-1', kind: 'answer', address, spoken, attempts: 0 }
}

const WORDS = '一学年免1000元（二(一)·2）。<b>_*[x](y)`'

describe('a message that leaves by Telegram', () => {
  it('arrives as it was said, markup and all', async () => {
    const person = api.person(501)
    expect(await senderOf().send(message({ text: WORDS }))).toEqual({ state: 'sent', providerId: null })
    expect(person.screen).toEqual([{ text: WORDS, buttons: [], rows: [], photo: null }])
  })

  it.each([
    { labels: ['1 是', '2 不是', '3 不知道'], rows: [2, 1] },
    { labels: ['1 本县', '2 省内别的县', '3 外省'], rows: [1, 1, 1] },
    { labels: ['1 བུ', '2 བུ་མོ', '3 ཚང་མ'], rows: [3] },
  ])('shows what may be tapped, in rows of one width: $labels', async ({ labels, rows }) => {
    const person = api.person(501)
    const taps = labels.map((label, at) => ({ label, data: `a:${at}:x` }))
    await senderOf().send(message({ text: 'x', taps }))
    expect(person.screen[0]?.buttons).toEqual(taps)
    expect(person.screen[0]?.rows).toEqual(rows)
  })

  it('shows the button for one’s own telephone', async () => {
    const person = api.person(501)
    await senderOf().send(message({ text: 'x', contactButton: '发我自己的手机号' }))
    expect(person.contactButton).toBe('发我自己的手机号')
  })

  it('shows a picture with its words below', async () => {
    const person = api.person(501)
    const ways = [
      { programme: 'secondary-vocational-grant', outcome: 'eligible', figures: { amount: 2000 } },
    ] as const
    const picture = { language: 'bo', stage: 'junior', ways } as const
    expect(await senderOf().send(message({ text: WORDS, picture }))).toEqual({
      state: 'sent',
      providerId: null,
    })
    expect(person.screen[0]?.text).toBe(WORDS)
    expect(decode(person.screen[0]?.photo ?? new Uint8Array(0), { checkCrc: true }).width).toBe(720)
  })

  it('is given up where a picture is of what this release cannot draw', async () => {
    api.person(501)
    const picture = JSON.parse(
      '{"language":"bo","stage":"junior","ways":[{"programme":"gone"}]}',
    ) as RoutePicture
    expect(await senderOf().send(message({ text: 'x', picture }))).toEqual({
      state: 'failed',
      code: 'not-drawn',
    })
    expect(api.calls).toEqual([])
  })

  it('of 4096 UTF-16 units is taken, and one more is refused for good', async () => {
    api.person(501)
    const sender = senderOf()
    expect((await sender.send(message({ text: '学'.repeat(4096) }))).state).toBe('sent')
    expect(await sender.send(message({ text: '学'.repeat(4097) }))).toEqual({ state: 'failed', code: '400' })
  })
})

describe('what Telegram refuses', () => {
  it('is stopped where the bot is blocked', async () => {
    api.person(501).blocked = true
    expect(await senderOf().send(message({ text: 'x' }))).toEqual({ state: 'stopped', code: 'blocked' })
  })

  it('is given up where there is no such chat', async () => {
    expect(await senderOf().send(message({ text: 'x' }, '999'))).toEqual({
      state: 'failed',
      code: 'chat-not-found',
    })
  })

  it('waits as long as a flood lasts', async () => {
    api.person(501)
    api.next((response) =>
      reply(response, 429, {
        ok: false,
        error_code: 429,
        description: 'Too Many Requests: retry after 37',
        parameters: { retry_after: 37 },
      }),
    )
    expect(await senderOf().send(message({ text: 'x' }))).toEqual({
      state: 'again',
      code: '429',
      afterMs: 37_000,
      holds: 'channel',
    })
  })

  it('waits where a chat gets more than a message a second', async () => {
    const person = api.person(501)
    const sender = senderOf()
    await sender.send(message({ text: 'one' }))
    expect(await sender.send(message({ text: 'two' }))).toEqual({
      state: 'again',
      code: '429',
      afterMs: 1000,
      holds: 'address',
    })
    expect(person.screen.map(({ text }) => text)).toEqual(['one'])
  })

  it.each([
    { what: 'a token that is not taken', environment: { TELEGRAM_BOT_TOKEN: `${TOKEN}x` }, code: '401' },
    { what: 'a token that is none', environment: { TELEGRAM_BOT_TOKEN: '1:x' }, code: '404' },
  ])('comes again for $what', async ({ environment, code }) => {
    api.person(501)
    expect(await senderOf(environment).send(message({ text: 'x' }))).toEqual({
      state: 'again',
      code,
      afterMs: null,
      holds: 'channel',
    })
  })

  it('comes again where Telegram says that it failed itself', async () => {
    api.next((response) => reply(response, 500, { ok: false, error_code: 500, description: 'Internal' }))
    expect(await senderOf().send(message({ text: 'x' }))).toEqual({
      state: 'again',
      code: '500',
      afterMs: null,
      holds: 'channel',
    })
  })
})

describe('an answer that is lost', () => {
  it.each([
    ['cut off', (response: { destroy: () => unknown }) => response.destroy()],
    [
      'no word of Telegram’s',
      (response: Parameters<typeof reply>[0]) => response.writeHead(502).end('<html>'),
    ],
  ])('(%s) leaves it unknown: it is not repeated', async (_what, misbehave) => {
    api.person(501)
    api.next(misbehave)
    const result = await senderOf().send(message({ text: 'x' }))
    expect(result.state).toBe('unknown')
    expect(api.called('sendMessage')).toEqual([])
  })

  it('where nobody could be reached it comes again', async () => {
    const gone = await fakeBotApi()
    await gone.close()
    const sender = senderOf({ TELEGRAM_API_ROOT: gone.url })
    expect(await sender.send(message({ text: 'x' }))).toEqual({
      state: 'again',
      code: 'ECONNREFUSED',
      afterMs: null,
      holds: 'channel',
    })
  })

  it('tells nothing of the token', async () => {
    api.next((response) => response.destroy())
    const result = await senderOf().send(message({ text: 'x' }))
    expect(JSON.stringify(result)).not.toContain(TOKEN.slice(8))
  })
})
