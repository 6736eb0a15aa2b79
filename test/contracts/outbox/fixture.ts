import { openTestStore } from '#platform'
import { drain } from '../../../src/outbox/drain.ts'
import type { Limits } from '../../../src/outbox/drain-channel.ts'
import { enqueue } from '../../../src/outbox/enqueue.ts'
import type { Outgoing } from '../../../src/outbox/outgoing.ts'
import type { Claimed, Sender, SendResult } from '../../../src/outbox/sender.ts'
import type { Channel } from '../../../src/conversation/turn.ts'
import type { Store } from '../../../src/storage/store.ts'
import { testServices } from '../services.ts'
import { virtualTime } from './virtual-time.ts'

/** What a message is put in the outbox with, beside what a plain notice has. */
export type Wanted = {
  readonly text: string
  readonly id?: string
  readonly channel?: Channel
  readonly kind?: 'answer' | 'notice'
  readonly broadcast?: string
  readonly contactId?: string
  readonly address?: string
  readonly notBefore?: Date
}

type Row = {
  readonly id: string
  readonly state: string
  readonly code: string | null
  readonly attempts: number
  readonly provider_id: string | null
  readonly due_at: string
}

export const SENT: SendResult = { state: 'sent', providerId: null }
export const ADDRESS = '+8613800000001'

/** An empty outbox over the platform's own database, in a time in which nobody waits; it is sent from the `disturbed` store. */
export async function openOutbox(
  environment: Readonly<Record<string, string>> = {},
  disturbed: (store: Store) => Store = (store) => store,
) {
  const services = await testServices(await openTestStore(), environment)
  const time = virtualTime(() => services.clock().getTime(), services.moveClock)

  return {
    services,
    time,
    queue: async (...messages: readonly Wanted[]) => {
      await services.store.atomically(await enqueue(services, messages.map(outgoing), services.clock()))
    },
    run: (sender: Sender, limits: Partial<Limits> = {}) =>
      drain(
        { ...services, store: disturbed(services.store), senders: { sms: sender } },
        { time, budgetMs: 3600_000, turns: 10_000, concurrency: 8, ...limits },
      ),
    rows: () =>
      services.store.rows<Row>(
        'select id, state, code, attempts, provider_id, due_at from outbox order by rowid',
      ),
    states: async () =>
      (await services.store.rows<{ state: string }>('select state from outbox order by rowid')).map(
        ({ state }) => state,
      ),
  }
}

export type Outbox = Awaited<ReturnType<typeof openOutbox>>

function outgoing({ text, broadcast, kind = 'notice', ...rest }: Wanted): Outgoing {
  const plain = {
    channel: 'sms' as const,
    contactId: null,
    address: ADDRESS,
    spoken: { text },
    ...rest,
  }
  return broadcast === undefined
    ? { ...plain, kind }
    : { ...plain, kind: 'broadcast', broadcastId: broadcast }
}

type Given = Claimed & { readonly at: number }

/** A provider that answers as told, and keeps what it was given, and when. */
export function provider(
  { services, time }: Outbox,
  answer: (message: Claimed, nth: number) => SendResult | Promise<SendResult>,
  find?: Sender['find'],
) {
  const given: Given[] = []
  const sender: Sender = {
    send: async (message) => {
      const nth = given.push({ ...message, at: services.clock().getTime() })
      // A provider takes a while.
      await new Promise<void>((resolve) => {
        time.after(20, resolve)
      })
      return answer(message, nth)
    },
    ...(find === undefined ? {} : { find }),
  }
  return { sender, given, texts: () => given.map(({ spoken }) => spoken.text) }
}

/** So many messages, each to an address of its own. */
export function apart(count: number, more: Omit<Wanted, 'text'> = {}): readonly Wanted[] {
  return Array.from({ length: count }, (_, at) => ({
    text: `${at}`,
    address: `+86138${String(10_000_000 + at)}`,
    ...more,
  }))
}
