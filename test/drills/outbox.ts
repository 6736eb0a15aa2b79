import { getLogger } from '@logtape/logtape'
import type { Channel } from '../../src/conversation/turn.ts'
import { openNodeServices } from '../../src/runtime/node.ts'
import { runBroadcastWrite } from '../../src/outbox/broadcasts.ts'
import { drainChannel } from '../../src/outbox/drain-channel.ts'
import { enqueue } from '../../src/outbox/enqueue.ts'
import type { Sender } from '../../src/outbox/sender.ts'
import type { Services } from '../../src/services.ts'
import { parseSettings } from '../../src/settings.ts'
import type { FastTime } from './fast-time.ts'
import { ACCOUNT } from './provider.ts'

/** The environment of a program that sends from a database file to a provider, so many messages a second. */
export function settingsOf(path: string, base: string, rate: number) {
  return {
    DEMO: '0',
    DATA_KEY: Buffer.alloc(32, 5).toString('base64'),
    DATABASE_PATH: path,
    PUBLIC_URL: 'https://drill.example',
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: 'drill',
    TWILIO_FROM: '+15005550006',
    TWILIO_API_BASE: base,
    SMS_RATE: String(rate),
    QUIET_HOURS: '00:00-00:00',
  }
}

/** The real services on Node over a database file, sending to a provider by the real sender, in a time that goes fast. */
export async function openDrill(
  path: string,
  base: string,
  time: FastTime,
  rate: number,
  more: Readonly<Record<string, string>> = {},
) {
  const parsed = parseSettings({ ...settingsOf(path, base, rate), ...more })
  if (!parsed.ok) throw new Error(parsed.faults.join('; '))
  const opened = await openNodeServices(parsed.settings, 'warning')
  // Its log is full of what the drill does to it.
  const services: Services = {
    ...opened.services,
    clock: () => new Date(time.now()),
    log: getLogger('drill'),
  }
  return { services, close: opened.close }
}

/** The address of the n-th message: a telephone, or a chat. */
export function addressOf(channel: Channel, nth: number): string {
  return `${channel === 'sms' ? '+86138' : ''}${10_000_000 + nth}`
}

/** Puts so many broadcast messages in the outbox, each with words and an address of its own. */
export async function fill(services: Services, count: number, channel: Channel = 'sms'): Promise<void> {
  await services.store.atomically([runBroadcastWrite('drill')])
  for (let from = 0; from < count; from += 1000) {
    const messages = Array.from({ length: Math.min(1000, count - from) }, (_, at) => ({
      channel,
      kind: 'broadcast' as const,
      broadcastId: 'drill',
      contactId: null,
      address: addressOf(channel, from + at),
      spoken: { text: `message ${from + at}` },
    }))
    await services.store.atomically(await enqueue(services, messages, services.clock()))
  }
}

const OPEN = `select count(*) as count from outbox
  where state in ('queued', 'sending') or (state = 'unknown' and lease is not null and ?1 = 1)`

/** Sends until all is settled, however often the sending breaks off; with `asks`, what was lost is settled too. */
export async function sendAll(
  services: Services,
  sender: Sender,
  time: FastTime,
  channel: Channel = 'sms',
): Promise<void> {
  const asks = sender.find === undefined ? 0 : 1
  for (;;) {
    try {
      await drainChannel(services, channel, sender, {
        time,
        budgetMs: Number.POSITIVE_INFINITY,
        turns: Number.POSITIVE_INFINITY,
        concurrency: 32,
      })
      const [left] = await services.store.rows<{ count: number }>(OPEN, [asks])
      if (left?.count === 0) return
    } catch {
      // As the process's own loop does: it looks again.
    }
    await new Promise<void>((resolve) => {
      time.after(5000, resolve)
    })
  }
}

/** What became of the messages, and how often the provider took each. */
export type Tally = {
  readonly messages: number
  readonly sent: number
  readonly unknown: number
  readonly failed: number
  /** Not taken, though our word is that it was; or neither taken nor unknown. */
  readonly lost: number
  /** Taken more than once. */
  readonly doubled: number
}

export async function tally(
  services: Services,
  taken: readonly { readonly body: string }[],
  count: number,
): Promise<Tally> {
  const times = new Map<string, number>()
  for (const { body } of taken) times.set(body, (times.get(body) ?? 0) + 1)
  const states = await services.store.rows<{ state: string; count: number }>(
    'select state, count(*) as count from outbox group by state',
  )
  const of = (state: string) => states.find((row) => row.state === state)?.count ?? 0
  const never = Array.from({ length: count }, (_, nth) => times.get(`message ${nth}`) ?? 0).filter(
    (often) => often === 0,
  ).length
  const explained = of('unknown') + of('failed')
  return {
    messages: count,
    sent: of('sent'),
    unknown: of('unknown'),
    failed: of('failed'),
    lost: Math.max(0, never - explained),
    doubled: [...times.values()].filter((often) => often > 1).length,
  }
}
