import { join } from 'node:path'
import { telegramSender } from '../../src/channels/telegram/sender.ts'
import { type FakeBotApi, fakeBotApi, reply, TOKEN } from '../channels/telegram/fake-bot-api.ts'
import { DRILL_DAY, fastTime } from './fast-time.ts'
import { addressOf, fill, openDrill, sendAll, type Tally, tally } from './outbox.ts'

/** As nobody can be asked, what a slow machine still had under way when its lease ran out would stay unknown. */
const SPEED = 20

type Misbehave = Parameters<FakeBotApi['next']>[0]

type Fault = {
  readonly name: string
  /** What Telegram does with every tenth message. */
  readonly tenth: (api: FakeBotApi) => Misbehave
  /** What becomes of those messages. */
  readonly end: 'sent' | 'failed' | 'unknown'
}

const refuses =
  (status: number, description: string, parameters?: object): Fault['tenth'] =>
  () =>
  (response) =>
    reply(response, status, { ok: false, error_code: status, description, parameters })

/** What goes wrong with Telegram, which cannot be asked: what it may have taken stays unknown, and is never repeated. */
export const TELEGRAM_FAULTS: readonly Fault[] = [
  {
    name: 'Telegram: flood of all chats, retry_after',
    tenth: refuses(429, 'Too Many Requests: retry after 7', { retry_after: 7 }),
    end: 'sent',
  },
  {
    name: 'Telegram: flood of one chat, retry_after',
    tenth: refuses(429, 'Too Many Requests: retry after 2', { retry_after: 2 }),
    end: 'sent',
  },
  { name: 'Telegram: 502', tenth: refuses(502, 'Bad Gateway'), end: 'sent' },
  {
    name: 'Telegram: blocked by the family',
    tenth: refuses(403, 'Forbidden: bot was blocked by the user'),
    end: 'failed',
  },
  { name: 'Telegram: chat not found', tenth: refuses(400, 'Bad Request: chat not found'), end: 'failed' },
  {
    name: 'Telegram: connection cut before it is taken',
    tenth: () => (response) => response.destroy(),
    end: 'unknown',
  },
  {
    name: 'Telegram: connection cut after it is taken',
    tenth: (api) => (response, call) => void api.take(call).then(() => response.destroy()),
    end: 'unknown',
  },
]

/** Sends messages to as many chats through one fault of Telegram's; what became of them. */
export async function telegramDrill(
  folder: string,
  { name, tenth }: Fault,
  messages: number,
): Promise<Tally> {
  const time = fastTime(Date.now(), SPEED, DRILL_DAY)
  const api = await fakeBotApi(time.now)
  const chats = Array.from({ length: messages }, (_, nth) => Number(addressOf('telegram', nth)))
  const persons = chats.map((chat) => api.person(chat))
  api.onEach('sendMessage', (nth) => (nth % 10 === 0 ? tenth(api) : null))
  const path = join(folder, `${name.replace(/\W+/g, '-')}.db`)
  const { services, close } = await openDrill(path, '', time, 20, {
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_WEBHOOK_SECRET: 'drill-secret',
    TELEGRAM_API_ROOT: api.url,
    TELEGRAM_RATE: '20',
  })
  await fill(services, messages, 'telegram')
  const sender = telegramSender(services.settings)
  if (sender === null) throw new Error('no sender')
  await sendAll(services, sender, time, 'telegram')

  const taken = persons.flatMap(({ screen }) => screen).map(({ text }) => ({ body: text }))
  const result = await tally(services, taken, messages)
  close()
  await api.close()
  return result
}
