import { createApp } from '../../../src/app.ts'
import { openSenders } from '../../../src/channels/senders.ts'
import { keepIntroduced, setWebhook } from '../../../src/channels/telegram/setup.ts'
import { openPatientApi } from '../../../src/channels/telegram/api.ts'
import { drain } from '../../../src/outbox/drain.ts'
import { realTime } from '../../../src/time/time.ts'
import type { Services } from '../../../src/services.ts'
import { openSqlite } from '../../../src/storage/sqlite.ts'
import { importPersonas, testServices } from '../../contracts/services.ts'
import { type FakeBotApi, fakeBotApi, TOKEN } from './fake-bot-api.ts'
import type { Person } from './fake/person.ts'

const SECRET = 'the-secret_of-the-webhook'

/** The application with its Telegram channel, set up at a fake Bot API that reaches it by its webhook. */
export type Running = {
  readonly services: Services
  readonly api: FakeBotApi
  readonly app: ReturnType<typeof createApp>
  /** Does something as a person, a while after the last, and lets the answers arrive; gives what they read of it. */
  readonly acts: (person: Person, doing: () => Promise<void>) => Promise<string>
  readonly drained: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Starts it on an empty database with the personas' households. */
export async function startRunning(): Promise<Running> {
  let skipped = 0
  const api = await fakeBotApi(() => Date.now() + skipped)
  const plain = await testServices(openSqlite(':memory:'), {
    DEMO: '1',
    CONTACT_RATE: '100',
    PUBLIC_URL: 'https://huixue.example',
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_WEBHOOK_SECRET: SECRET,
    TELEGRAM_API_ROOT: api.url,
  })
  const began = Date.now()
  // Its clock goes on, as an answer that Telegram puts off is due a second later.
  const clock = () => new Date(plain.clock().getTime() + Date.now() - began + skipped)
  const services: Services = { ...plain, clock, senders: openSenders(plain.settings) }
  await importPersonas(services)
  const app = createApp(services)
  const botApi = openPatientApi(services.settings)
  if (botApi === null) throw new Error('no bot is configured')
  await setWebhook(botApi, services.settings)
  await keepIntroduced(services, botApi)
  api.updates.deliverTo = async (request) => app.fetch(request)
  const waits = async () => {
    const queued = "select 1 from outbox where state in ('queued', 'sending')"
    return (await services.store.rows(queued)).length > 0
  }
  const drained = async () => {
    const limits = { time: realTime, budgetMs: 2000, turns: 100, concurrency: 8 }
    while (await waits()) await drain(services, limits)
  }
  return {
    services,
    api,
    app,
    acts: async (person, doing) => {
      skipped += 2000
      const before = person.screen.length
      await doing()
      await drained()
      return person.screen
        .slice(before)
        .map(({ text }) => text)
        .join('\n')
    },
    drained,
    close: () => api.close(),
  }
}
