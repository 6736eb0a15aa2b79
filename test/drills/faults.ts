import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { twilioSender } from '../../src/channels/sms/sender.ts'
import type { Services } from '../../src/services.ts'
import type { Store } from '../../src/storage/store.ts'
import { DRILL_DAY, type FastTime, fastTime } from './fast-time.ts'
import { fill, openDrill, sendAll, type Tally, tally } from './outbox.ts'
import { type Mood, type Provider, startProvider } from './provider.ts'
import { oneInFive, refusing } from './refusing-store.ts'

const SPEED = 100
const RATE = 20
const HOUR = 3600_000
const DAY = 24 * HOUR

type Scene = { readonly services: Services; readonly provider: Provider; readonly time: FastTime }

type Fault = {
  readonly name: string
  /** What the provider does with the request of that number. */
  readonly mood?: (nth: number) => Mood
  /** What happens while messages leave. */
  readonly meanwhile?: (scene: Scene) => Promise<void>
  readonly store?: (store: Store, seed: number) => Store
}

const TAKES: Mood = { kind: 'takes' }
const every = (often: number, mood: Mood) => (nth: number) => (nth % often === 0 ? mood : TAKES)

/** How long in real milliseconds a disturbance lasts. */
const WHILE_MS = 400

export const FAULTS: readonly Fault[] = [
  {
    name: 'provider down for a while',
    meanwhile: async ({ provider }) => {
      await provider.close()
      await sleep(WHILE_MS)
      await provider.open()
    },
  },
  { name: 'provider slow', mood: every(3, { kind: 'takes', afterMs: 100 }) },
  {
    name: '429 with Retry-After',
    mood: every(10, { kind: 'refuses', status: 429, code: 20429, retryAfter: 3 }),
  },
  { name: '503', mood: every(10, { kind: 'refuses', status: 503, code: 20503 }) },
  { name: '500, not taken', mood: every(10, { kind: 'fails', status: 500, taken: false }) },
  { name: '500, and taken', mood: every(10, { kind: 'fails', status: 500, taken: true }) },
  { name: 'connection cut before it is taken', mood: every(10, { kind: 'cuts', taken: false }) },
  { name: 'connection cut after it is taken', mood: every(10, { kind: 'cuts', taken: true }) },
  {
    name: 'wrong credentials, put right later',
    mood: (nth) => (nth > 20 && nth < 26 ? { kind: 'refuses', status: 401, code: 20003 } : TAKES),
  },
  {
    name: 'clock set back by a day',
    meanwhile: async ({ time }) => {
      time.setBack(DAY)
    },
  },
  {
    name: 'disk full for a while',
    meanwhile: async ({ services }) => {
      await services.store.rows('pragma max_page_count = 1')
      await sleep(WHILE_MS)
      await services.store.rows('pragma max_page_count = 1000000')
    },
  },
  {
    name: 'a database that refuses one batch in five',
    store: (store, seed) => refusing(store, oneInFive(seed)),
  },
]

/** Sends messages through one fault; what became of them. `seed`: of what is left to chance. */
export async function faultDrill(
  folder: string,
  { name, mood, meanwhile, store }: Fault,
  messages: number,
  seed: number,
): Promise<Tally> {
  const time = fastTime(Date.now(), SPEED, DRILL_DAY)
  let nth = 0
  const provider = await startProvider(time.now, () => mood?.(++nth) ?? TAKES)
  const path = join(folder, `${name.replace(/\W+/g, '-')}.db`)
  const { services, close } = await openDrill(path, provider.base, time, RATE)
  await fill(services, messages)
  const sender = twilioSender(services.settings)
  if (sender === null) throw new Error('no sender')

  const troubled = store === undefined ? services : { ...services, store: store(services.store, seed) }
  const sending = sendAll(troubled, sender, time)
  while (provider.taken.length < messages / 4) await sleep(5)
  await meanwhile?.({ services, provider, time })
  await sending

  const result = await tally(services, provider.taken, messages)
  close()
  await provider.close()
  return result
}
