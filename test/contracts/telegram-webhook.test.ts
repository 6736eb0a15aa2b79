import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { createApp } from '../../src/app.ts'
import { keepBot } from '../../src/channels/telegram/bot-info.ts'
import { claim } from '../../src/outbox/claim.ts'
import { settleWrites } from '../../src/outbox/settle.ts'
import { stopWrites } from '../../src/outbox/stops.ts'
import { realTime } from '../../src/time/time.ts'
import { testServices } from './services.ts'

const TOKEN = '7000001:AAFakeTokenThatNoLogMayShow-123456789'
const SECRET = 'the-secret'
const ADDRESS = 'https://huixue.example/webhooks/telegram'
/** Telegram, where nobody is: a call that goes out fails. */
const NOWHERE = 'http://127.0.0.1:1'

const ME = {
  id: 7_000_001,
  is_bot: true,
  first_name: 'Huixue',
  username: 'huixue_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
} as Parameters<typeof keepBot>[1]['me']

type TestServices = Awaited<ReturnType<typeof testServices>>

let services: TestServices
let app: ReturnType<typeof createApp>

beforeEach(async () => {
  services = await testServices(await openTestStore(), {
    CONTACT_RATE: '100',
    PUBLIC_URL: 'https://huixue.example',
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    TELEGRAM_API_ROOT: NOWHERE,
  })
  await keepBot(services, { me: ME, introduced: null })
  app = createApp(services)
})

describe(`the Telegram webhook on ${PLATFORM}`, () => {
  it('answers 200 once what was said and its answer are committed, and calls nobody', async () => {
    expect((await post(text(1, '你好'))).status).toBe(200)
    expect(await count('messages')).toBe(1)
    expect((await answers())[0]).toContain('惠学')
  })

  it('does nothing twice for the same update_id', async () => {
    await post(text(1, '你好'))
    for (const again of [text(1, '你好'), text(1, '别的话')]) expect((await post(again)).status).toBe(200)
    expect(await count('messages')).toBe(1)
    expect((await answers()).length).toBe(2)
  })

  it('does nothing twice for the same update_id delivered many times at once', async () => {
    const statuses = await Promise.all(Array.from({ length: 5 }, () => post(text(1, '娃上幼儿园免费吗'))))
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(await count('messages')).toBe(1)
  })

  it('answers every message of a chat once, in the order in which they were committed', async () => {
    const said = Array.from({ length: 10 }, (_, at) => text(at + 1, at % 2 === 0 ? '你好' : '谢谢'))
    await Promise.all(said.map((update) => post(update)))
    expect(await count('messages')).toBe(10)
    const rows = await services.store.rows<{ id: string }>(`select id from outbox order by rowid`)
    const left: string[] = []
    const lane = { kind: 'answer', broadcastId: null } as const
    for (;;) {
      const claimed = await claim(services, 'telegram', lane, 25, realTime, services.ids())
      if (claimed.length === 0) break
      expect(claimed.length).toBe(1)
      left.push(...claimed.map(({ id }) => id))
      const landed = claimed.map((one) => ({
        message: one,
        result: { state: 'sent', providerId: null } as const,
      }))
      await services.store.atomically(await settleWrites(services, 'telegram', landed, 0, realTime))
    }
    expect(left).toEqual(rows.map(({ id }) => id))
  })

  it('acknowledges a tap in its own response, with what became of it', async () => {
    await post(text(1, '娃上幼儿园免费吗'))
    const data = 'a:1:longago'
    const response = await post(tap(2, data))
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    expect(await response.json()).toEqual({
      method: 'answerCallbackQuery',
      callback_query_id: '2',
      text: expect.stringContaining('以前的问题') as string,
    })
  })

  it('stops a contact that blocks the bot, and resumes one that unblocks it; each word is obeyed once', async () => {
    await post(text(1, '你好'))
    await post(member(2, 'kicked'))
    expect(await stopped()).toBe(1)
    await post(member(3, 'member'))
    expect(await stopped()).toBe(0)
    await post(member(2, 'kicked'))
    expect(await stopped()).toBe(0)
  })

  it('keeps silent to who had said stop when the bot is unblocked, until they say start themselves', async () => {
    await post(text(1, '你好'))
    await post(text(2, '停止'))
    await post(member(3, 'kicked'))
    await post(member(4, 'member'))
    expect(await stopped()).toBe(1)
    await post(text(5, '开始'))
    expect(await stopped()).toBe(0)
    await post(member(6, 'kicked'))
    await post(member(7, 'member'))
    expect(await stopped()).toBe(0)
  })

  it('takes a stop from before its cause was kept for the person’s own', async () => {
    await post(text(1, '你好'))
    await services.store.atomically([
      { toSQL: () => ({ sql: 'update contacts set stopped = 1', params: [] }) },
    ])
    await post(member(2, 'kicked'))
    await post(member(3, 'member'))
    expect(await stopped()).toBe(1)
  })

  it('learns of a block by what it sends, and resumes by the unblocking', async () => {
    await post(text(1, '你好'))
    await services.store.atomically(await stopWrites(services, 'telegram', '501', services.clock()))
    expect(await stopped()).toBe(1)
    await post(member(2, 'member'))
    expect(await stopped()).toBe(0)
  })

  it.each([
    ['of whom nothing is known', member(1, 'kicked')],
    ['in a group', { update_id: 1, message: said('我家能享受什么', { id: -7, type: 'group' }) }],
    ['that is of no kind it knows', { update_id: 1, poll: { id: '1' } }],
    ['whose parts are not as they should be', { update_id: 1, message: { chat: 'x' } }],
  ])('keeps nothing of an Update %s', async (_what, update) => {
    expect((await post(update)).status).toBe(200)
    expect(await count('messages')).toBe(0)
    expect(await count('contacts')).toBe(0)
    expect(await count('outbox')).toBe(0)
  })
})

describe(`a request without the secret on ${PLATFORM}`, () => {
  it.each([
    ['none', {}],
    ['an empty one', { 'x-telegram-bot-api-secret-token': '' }],
    ['another', { 'x-telegram-bot-api-secret-token': 'the-secreT' }],
    ['a part of it', { 'x-telegram-bot-api-secret-token': 'the-secre' }],
  ])('(%s) gets 403, leaves no trace and sends nothing out', async (_what, headers) => {
    // With nothing stored of the bot, whoever went on would ask Telegram.
    await services.store.atomically([{ toSQL: () => ({ sql: 'delete from bots', params: [] }) }])
    const response = await app.fetch(
      new Request(ADDRESS, { method: 'POST', headers, body: JSON.stringify(text(1, '你好')) }),
    )
    expect(response.status).toBe(403)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    for (const table of ['messages', 'contacts', 'outbox', 'bots']) expect(await count(table)).toBe(0)
  })

  it('gets 403 whatever it shows where no secret is configured', async () => {
    const telegram = { ...services.settings.telegram, webhookSecret: undefined }
    const open = { ...services, settings: { ...services.settings, telegram } }
    for (const shown of ['', 'undefined', SECRET]) {
      const response = await createApp(open).fetch(
        new Request(ADDRESS, {
          method: 'POST',
          headers: { 'x-telegram-bot-api-secret-token': shown },
          body: JSON.stringify(text(1, '你好')),
        }),
      )
      expect(response.status).toBe(403)
    }
  })
})

describe(`a request with the secret on ${PLATFORM}`, () => {
  it.each([
    ['no JSON', '{', 400],
    ['no Update', '{"message":{}}', 400],
    ['more than any Update', JSON.stringify({ update_id: 1, x: 'x'.repeat(300_000) }), 413],
  ])('that is %s is refused', async (_what, body, status) => {
    const response = await app.fetch(
      new Request(ADDRESS, {
        method: 'POST',
        headers: {
          'x-telegram-bot-api-secret-token': SECRET,
          'content-length': String(body.length),
        },
        body,
      }),
    )
    expect(response.status).toBe(status)
    expect(await count('messages')).toBe(0)
  })

  it('is not taken while the bot cannot be known: it comes again', async () => {
    await services.store.atomically([{ toSQL: () => ({ sql: 'delete from bots', params: [] }) }])
    const fresh = createApp(services)
    expect((await post(text(1, '你好'), fresh)).status).toBe(500)
    await keepBot(services, { me: ME, introduced: null })
    expect((await post(text(1, '你好'), fresh)).status).toBe(200)
    expect(await count('messages')).toBe(1)
  })
})

function post(update: object, to = app): Promise<Response> {
  return Promise.resolve(
    to.fetch(
      new Request(ADDRESS, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET },
        body: JSON.stringify(update),
      }),
    ),
  )
}

const FROM = { id: 501, is_bot: false, first_name: 'Person' }
const CHAT = { id: 501, type: 'private' }

function said(words: string, chat: object = CHAT) {
  return { message_id: 1, date: 1, chat, from: FROM, text: words }
}

function text(id: number, words: string) {
  return { update_id: id, message: said(words) }
}

function tap(id: number, data: string) {
  return {
    update_id: id,
    callback_query: { id: String(id), from: FROM, chat_instance: '1', data, message: said('') },
  }
}

function member(id: number, status: string) {
  const of = { user: FROM, status }
  return {
    update_id: id,
    my_chat_member: { chat: CHAT, from: FROM, date: 1, old_chat_member: of, new_chat_member: of },
  }
}

async function count(table: string): Promise<number> {
  const [row] = await services.store.rows<{ n: number }>(`select count(*) as n from ${table}`)
  return row?.n ?? -1
}

async function stopped(): Promise<number | undefined> {
  const [row] = await services.store.rows<{ stopped: number }>('select stopped from contacts')
  return row?.stopped
}

async function answers(): Promise<readonly string[]> {
  const rows = await services.store.rows<{ id: string; sealed: string }>(
    'select id, sealed from outbox order by id',
  )
  return Promise.all(rows.map(({ id, sealed }) => services.vault.open(sealed, `outbox/${id}`)))
}
