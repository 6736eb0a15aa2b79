import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { claim, LEASE_MS } from '../../src/outbox/claim.ts'
import { drain } from '../../src/outbox/drain.ts'
import { enqueue } from '../../src/outbox/enqueue.ts'
import type { Outgoing } from '../../src/outbox/outgoing.ts'
import type { Claimed, Sender, SendResult } from '../../src/outbox/sender.ts'
import { type Delivery, takeDelivery } from '../../src/outbox/status.ts'
import { statement } from '../../src/storage/store.ts'
import { testServices } from './services.ts'

type TestServices = Awaited<ReturnType<typeof testServices>>
let services: TestServices

beforeEach(async () => {
  services = await testServices(await openTestStore(), { SMS_RATE: '3' })
})

const SENT: SendResult = { state: 'sent', providerId: null }

/** A provider that answers as told, and keeps what it was given. */
function provider(answer: (message: Claimed, nth: number) => SendResult, find?: Sender['find']) {
  const given: Claimed[] = []
  const sender: Sender = {
    send: (message) => {
      given.push(message)
      return Promise.resolve(answer(message, given.length))
    },
    ...(find === undefined ? {} : { find }),
  }
  return { sender, texts: () => given.map(({ spoken }) => spoken.text) }
}

async function queue(...messages: (Partial<Outgoing> & { text: string })[]): Promise<void> {
  const outgoing = messages.map(({ text, ...rest }) => ({
    channel: 'sms' as const,
    kind: 'notice' as const,
    contactId: null,
    address: '+8613800000001',
    spoken: { text },
    ...rest,
  }))
  await services.store.atomically(await enqueue(services, outgoing, services.clock()))
}

function run(sender: Sender, budgetMs = 60_000): Promise<boolean> {
  return drain({ ...services, senders: { sms: sender } }, { budgetMs, sleep: () => Promise.resolve() })
}

async function rows() {
  return services.store.rows<{ id: string; state: string; code: string | null; attempts: number }>(
    'select id, state, code, attempts from outbox order by id',
  )
}

async function states(): Promise<string[]> {
  return (await rows()).map(({ state }) => state)
}

const addresses = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ text: `${at}`, address: `+86138000010${10 + at}` }))

describe(`the outbox on ${PLATFORM}`, () => {
  it('sends each message once, more of them than a second allows', async () => {
    await queue(...addresses(8))
    const { sender, texts } = provider(() => SENT)
    expect(await run(sender)).toBe(false)
    await run(sender)
    expect(texts().toSorted()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7'])
    expect(new Set(await states())).toEqual(new Set(['sent']))
  })

  it('leaves the rest to the next where its time is up', async () => {
    await queue(...addresses(5))
    const { sender, texts } = provider(() => SENT)
    expect(await run(sender, 1000)).toBe(true)
    expect(texts()).toHaveLength(3)
  })

  it('gives a message to one of two workers at once', async () => {
    await queue(...addresses(6))
    const [one, other] = await Promise.all([claim(services, 'sms', 4), claim(services, 'sms', 4)])
    const ids = [...one, ...other].map(({ id }) => id)
    expect(new Set(ids).size).toBe(6)
    expect(ids).toHaveLength(6)
  })

  it('keeps the order of what goes to one address, also where the first must be tried again', async () => {
    await queue({ text: 'first' }, { text: 'second' })
    const { sender, texts } = provider((_, nth) =>
      nth === 1 ? { state: 'again', code: '500', afterMs: null } : SENT,
    )
    await run(sender)
    expect(texts()).toEqual(['first'])
    services.moveClock(3600_000)
    await run(sender)
    expect(texts()).toEqual(['first', 'first', 'second'])
  })

  it('sends answers before notices, and notices before broadcasts', async () => {
    const [a, b, c] = ['+8613800000002', '+8613800000003', '+8613800000004']
    await queue(
      { text: 'broadcast', kind: 'broadcast', address: a },
      { text: 'notice', kind: 'notice', address: b },
      { text: 'answer', kind: 'answer', address: c },
    )
    const order: string[] = []
    for (let taken = 0; taken < 3; taken++) {
      for (const { spoken } of await claim(services, 'sms', 1)) order.push(spoken.text)
    }
    expect(order).toEqual(['answer', 'notice', 'broadcast'])
  })

  it('waits as long as the provider says, with everything of that channel', async () => {
    await queue(...addresses(4))
    const { sender, texts } = provider(() => ({ state: 'again', code: '429', afterMs: 30_000 }))
    await run(sender)
    services.moveClock(29_000)
    await run(sender)
    expect(texts()).toHaveLength(3)
    services.moveClock(1000)
    await run(sender)
    expect(texts()).toHaveLength(6)
  })

  it('gives up what is refused again and again, after growing pauses', async () => {
    await queue({ text: 'x' })
    const { sender, texts } = provider(() => ({ state: 'again', code: '503', afterMs: null }))
    const pauses: number[] = []
    for (let minutes = 0; minutes < 300 && (await states())[0] === 'queued'; minutes++) {
      const before = texts().length
      await run(sender)
      if (texts().length > before) pauses.push(minutes)
      services.moveClock(60_000)
    }
    expect(texts()).toHaveLength(8)
    expect(await rows()).toMatchObject([{ state: 'failed', code: '503' }])
    const gaps = pauses.slice(1).map((at, index) => at - (pauses[index] ?? 0))
    expect(gaps.at(-1)).toBeGreaterThan(gaps.at(-3) ?? 0)
  })

  it('never repeats what will not be taken', async () => {
    await queue({ text: 'x' })
    const { sender, texts } = provider(() => ({ state: 'failed', code: '21211' }))
    await run(sender)
    services.moveClock(24 * 3600_000)
    await run(sender)
    expect(texts()).toHaveLength(1)
    expect(await rows()).toMatchObject([{ state: 'failed', code: '21211' }])
  })

  it('stops a contact who said stop at the provider', async () => {
    await services.store.atomically([
      statement(`insert into contacts (id, channel, address_index, sealed_address, stopped, created_at)
        values ('c1', 'sms', 'i', 's', 0, '2026-01-01')`),
    ])
    await queue({ text: 'x', contactId: 'c1' })
    await run(provider(() => ({ state: 'stopped', code: '21610' })).sender)
    expect(await services.store.rows('select stopped from contacts')).toEqual([{ stopped: 1 }])
    expect(await states()).toEqual(['failed'])
  })

  it.each([
    ['a time-out', () => ({ state: 'unknown', code: 'no-answer' }) as const],
    [
      'a sender that breaks',
      () => {
        throw new Error('broken')
      },
    ],
  ])('does not repeat after %s: it may have left', async (_what, answer) => {
    await queue({ text: 'x' })
    const { sender, texts } = provider(answer)
    await run(sender)
    services.moveClock(24 * 3600_000)
    await run(sender)
    expect(texts()).toHaveLength(1)
    expect(await states()).toEqual(['unknown'])
  })

  it('asks the provider once for what was lost, and believes it', async () => {
    await queue({ text: 'x' }, { text: 'y', address: '+8613800000009' })
    let asked = 0
    const { sender } = provider(
      () => ({ state: 'unknown', code: 'no-answer' }),
      ({ spoken }) => {
        asked++
        return Promise.resolve(
          spoken.text === 'x'
            ? { state: 'sent', providerId: 'SM1' }
            : { state: 'unknown', code: 'not-found' },
        )
      },
    )
    await run(sender)
    expect(asked).toBe(0)
    services.moveClock(61_000)
    await run(sender)
    await run(sender)
    expect(asked).toBe(2)
    expect(await states()).toEqual(['sent', 'unknown'])
  })

  it('counts what a lost worker held as unknown, once the lease has run out', async () => {
    await queue({ text: 'x' })
    await claim(services, 'sms', 1)
    const { sender, texts } = provider(() => SENT)
    services.moveClock(LEASE_MS - 1000)
    await run(sender)
    expect(await states()).toEqual(['sending'])
    services.moveClock(2000)
    await run(sender)
    expect(texts()).toEqual([])
    expect(await rows()).toMatchObject([{ state: 'unknown', code: 'lease-expired' }])
  })

  it('keeps no text or address in the clear', async () => {
    await queue({ text: 'རྒྱ་ཡིག 明文', address: '+8613899998888' })
    const dump = JSON.stringify(await services.store.rows('select * from outbox'))
    expect(dump).not.toMatch(/明文|རྒྱ་ཡིག|13899998888/)
  })
})

describe(`a provider's word on a message on ${PLATFORM}`, () => {
  const word = (id: string, state: Delivery['state'], more: Partial<Delivery> = {}): Delivery => ({
    id,
    providerId: 'SM1',
    state,
    code: null,
    stopped: false,
    ...more,
  })

  it.each([
    { words: ['sent', 'delivered'], ends: 'delivered' },
    { words: ['delivered', 'sent'], ends: 'delivered' },
    { words: ['sent', 'delivered', 'delivered', 'sent'], ends: 'delivered' },
    { words: ['sent', 'failed', 'delivered'], ends: 'failed' },
    { words: ['delivered', 'failed'], ends: 'delivered' },
  ] as const)('moves it forward only: $words', async ({ words, ends }) => {
    await queue({ text: 'x' })
    await run(provider(() => ({ state: 'sent', providerId: 'SM1' })).sender)
    const [row] = await rows()
    for (const state of words) await takeDelivery(services, word(row?.id ?? '', state))
    expect(await states()).toEqual([ends])
  })

  it('counts even before our own sending is settled', async () => {
    await queue({ text: 'x' })
    const sender: Sender = {
      send: async ({ id }) => {
        await takeDelivery(services, word(id, 'delivered'))
        return { state: 'sent', providerId: 'SM1' }
      },
    }
    await run(sender)
    expect(await states()).toEqual(['delivered'])
  })

  it('moves nothing for a message that another was sent as, or that has not left', async () => {
    await queue({ text: 'x' })
    const [queued] = await rows()
    await takeDelivery(services, word(queued?.id ?? '', 'delivered'))
    expect(await states()).toEqual(['queued'])
    await run(provider(() => ({ state: 'sent', providerId: 'SM1' })).sender)
    await takeDelivery(services, word(queued?.id ?? '', 'failed', { providerId: 'SM2' }))
    expect(await states()).toEqual(['sent'])
  })
})
