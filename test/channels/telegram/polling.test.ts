import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSenders } from '../../../src/channels/senders.ts'
import { startTelegram } from '../../../src/channels/telegram/start.ts'
import type { Services } from '../../../src/services.ts'
import { openSqlite } from '../../../src/storage/sqlite.ts'
import { StoreError } from '../../../src/storage/store.ts'
import { testServices } from '../../contracts/services.ts'
import { type FakeBotApi, fakeBotApi, reply, TOKEN } from './fake-bot-api.ts'

let api: FakeBotApi
let services: Services
let stop: () => Promise<void> = () => Promise.resolve()
/** How long it would have waited, each time that something failed. */
let pauses: number[]

async function soon(milliseconds: number): Promise<void> {
  pauses.push(milliseconds)
  await sleep(5)
}

beforeEach(async () => {
  pauses = []
  api = await fakeBotApi()
  services = await servicesFor(api)
})
afterEach(async () => {
  await stop()
  await api.close()
})

describe('long polling', () => {
  it('takes down a webhook first, then hears what is said', async () => {
    api.updates.webhook = { url: 'https://old.example', secret: null, allowed: null }
    stop = startTelegram(services, soon)
    await api.person(501).says('你好')
    await until(() => stored(1))
    expect(api.called('deleteWebhook').length).toBe(1)
    expect(api.called('getUpdates').length).toBeGreaterThan(0)
  })

  it('asks for the next only once what it heard is committed, so that nothing is lost', async () => {
    let failures = 2
    const { store } = services
    const failing: Services = {
      ...services,
      store: {
        ...store,
        atomically: (writes) => {
          const isTurn = writes.some((one) => one.toSQL().sql.includes('insert into messages'))
          if (isTurn && failures-- > 0) throw new StoreError('busy')
          return store.atomically(writes)
        },
      },
    }
    stop = startTelegram(failing, soon)
    await api.person(501).says('你好')
    await until(() => stored(1))
    const offsets = api.called('getUpdates').map(({ params }) => Number(params['offset']))
    expect(offsets.filter((offset) => offset === 0).length).toBeGreaterThanOrEqual(3)
  })

  it('gives up one that cannot be handled, and hears those behind it', async () => {
    const { vault } = services
    const failing: Services = {
      ...services,
      vault: {
        ...vault,
        index: (name, value) => {
          if (value === '666') throw new TypeError('poison')
          return vault.index(name, value)
        },
      },
    }
    await api.person(666).says('你好')
    await api.person(501).says('你好')
    stop = startTelegram(failing, soon)
    await until(() => stored(1))
    expect(await addresses()).toEqual(['501'])
    expect(pauses).toEqual([1000, 2000, 4000, 8000])
  })

  it('goes on after Telegram was away, or says that another asks', async () => {
    api.next((response) => response.destroy())
    stop = startTelegram(services, soon)
    await until(() => Promise.resolve(api.called('getUpdates').length > 0))
    api.next((response) =>
      reply(response, 409, { ok: false, error_code: 409, description: 'Conflict: terminated by other' }),
    )
    api.updates.endAsking()
    await api.person(501).says('你好')
    await until(() => stored(1))
    expect(pauses.length).toBe(2)
  })

  it('waits as long as a flood lasts', async () => {
    stop = startTelegram(services, soon)
    await until(() => Promise.resolve(api.updates.isAsked))
    api.next((response) =>
      reply(response, 429, {
        ok: false,
        error_code: 429,
        description: 'Too Many Requests: retry after 37',
        parameters: { retry_after: 37 },
      }),
    )
    api.updates.endAsking()
    await until(() => Promise.resolve(pauses.length > 0))
    expect(pauses).toEqual([37_000])
  })

  it('ends at once while it waits, and hears what came meanwhile when it is started again', async () => {
    stop = startTelegram(services, soon)
    await until(() => Promise.resolve(api.updates.isAsked))
    await stop()
    api.updates.endAsking()
    await api.person(501).says('你好')
    expect(await stored(1)).toBe(false)
    stop = startTelegram(services, soon)
    await until(() => stored(1))
  })

  it('answers once what Telegram tells twice, after a start anew', async () => {
    await api.person(501).says('你好')
    stop = startTelegram(services, soon)
    await until(() => stored(1))
    await stop()
    const before = api.called('getUpdates').length
    stop = startTelegram(services, soon)
    await until(() => Promise.resolve(api.called('getUpdates').length > before + 1))
    expect(await stored(1)).toBe(true)
  })
})

describe('a program without a bot', () => {
  it('asks nobody for anything', async () => {
    const { telegram, ...settings } = services.settings
    const none = { ...services, settings: { ...settings, telegram: { ...telegram, botToken: undefined } } }
    await startTelegram(none)()
    expect(api.calls).toEqual([])
  })
})

async function servicesFor({ url }: FakeBotApi): Promise<Services> {
  const plain = await testServices(openSqlite(':memory:'), {
    DEMO: '1',
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: url,
  })
  return { ...plain, senders: openSenders(plain.settings) }
}

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await sleep(20)
}

async function stored(messages: number): Promise<boolean> {
  const [row] = await services.store.rows<{ n: number }>('select count(*) as n from messages')
  return row?.n === messages
}

async function addresses(): Promise<readonly string[]> {
  const rows = await services.store.rows<{ id: string; sealed_address: string }>(
    'select id, sealed_address from contacts',
  )
  return Promise.all(rows.map((row) => services.vault.open(row.sealed_address, `contacts/${row.id}`)))
}
