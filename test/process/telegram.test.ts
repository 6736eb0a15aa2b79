import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeBotApi, fakeBotApi, TOKEN } from '../channels/telegram/fake-bot-api.ts'
import type { Person } from '../channels/telegram/fake/person.ts'
import { type Program, startProgram } from './program.ts'

const SECRET = 'the-secret'

let api: FakeBotApi
let program: Program

beforeEach(async () => {
  api = await fakeBotApi()
})
afterEach(async () => {
  await program.stop()
  await api.close()
})

function start(environment: Readonly<Record<string, string>> = {}): Promise<Program> {
  return startProgram('start', {
    DEMO: '1',
    DATABASE_PATH: join(mkdtempSync(join(tmpdir(), 'huixue-')), 'huixue.db'),
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    TELEGRAM_API_ROOT: api.url,
    ...environment,
  })
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await sleep(50)
}

async function converses(person: Person): Promise<void> {
  await person.says('/start')
  await until(() => person.screen.length > 0)
  await person.taps('汉语')
  await until(() => person.words.includes('惠学，按甘肃省'))
}

/** The real thing: `npm start`, with Telegram's own side in its place. */
describe('the program on Telegram', () => {
  it('asks for Updates where it has no public address, answers, and ends cleanly without telling its token', async () => {
    program = await start()
    await converses(api.person(501))
    expect(api.called('getUpdates').length).toBeGreaterThan(0)
    expect(await program.stop()).toBe(0)
    expect(program.output()).not.toContain(TOKEN.slice(10))
  })

  it('answers over a database that is gone with it, too', async () => {
    program = await start({ DATABASE_PATH: ':memory:' })
    await converses(api.person(503))
    expect(await program.stop()).toBe(0)
  })

  it('is told of Updates at its public address, with the secret', async () => {
    program = await start({ PUBLIC_URL: 'https://huixue.example' })
    api.updates.deliverTo = async (request) =>
      fetch(`${program.url}${new URL(request.url).pathname}`, {
        method: 'POST',
        headers: request.headers,
        body: await request.text(),
      })
    await until(() => api.updates.webhook !== null)
    await converses(api.person(501))
    expect(api.called('getUpdates')).toEqual([])
    expect(api.updates.statuses.every((status) => status === 200)).toBe(true)
    expect(await program.stop()).toBe(0)
    expect(program.output()).not.toContain(TOKEN.slice(10))
  })
})
