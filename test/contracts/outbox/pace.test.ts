import { beforeEach, describe, expect, it } from 'vitest'
import { PLATFORM } from '#platform'
import type { SendResult } from '../../../src/outbox/sender.ts'
import { apart, openOutbox, type Outbox, provider, SENT } from './fixture.ts'

let outbox: Outbox

beforeEach(async () => {
  outbox = await openOutbox({ SMS_RATE: '10' })
})

const gapsOf = (given: readonly { readonly at: number }[]) =>
  given.slice(1).map(({ at }, index) => at - (given[index]?.at ?? 0))

describe(`a channel's pace on ${PLATFORM}`, () => {
  it.each([1, 3])('is kept without bursts, by so many workers together: %d', async (workers) => {
    await outbox.queue(...apart(40))
    const { sender, given } = provider(outbox, () => SENT)
    await Promise.all(Array.from({ length: workers }, () => outbox.run(sender)))
    expect(given).toHaveLength(40)
    expect(Math.min(...gapsOf(given))).toBeGreaterThanOrEqual(99)
  })

  it('does not wait for the slowest: as many are under way as the pace asks for', async () => {
    // Virtual time may run ahead of a slow machine, to the end of one of them; whoever waited would wait for three.
    const SLOWEST = 2000
    await outbox.queue(...apart(20))
    const { sender, given } = provider(outbox, async (_, nth) => {
      if (nth % 5 === 0)
        await new Promise<void>((resolve) => {
          outbox.time.after(SLOWEST, resolve)
        })
      return SENT
    })
    await outbox.run(sender, { concurrency: 32 })
    expect(gapsOf(given).reduce((sum, gap) => sum + gap, 0)).toBeLessThan(3 * SLOWEST)
    expect(new Set(await outbox.states())).toEqual(new Set(['sent']))
  })

  it('lets an answer go before messages that already have their moment, and makes up for it', async () => {
    await outbox.queue(...apart(40))
    const { sender, given } = provider(outbox, async (_, nth) => {
      if (nth === 5) {
        await outbox.queue(
          { text: 'answer', kind: 'answer', address: '+8613800000007' },
          { text: 'answer too', kind: 'answer', address: '+8613800000008' },
        )
        asked = outbox.services.clock().getTime()
      }
      return SENT
    })
    let asked = 0
    await outbox.run(sender)
    const answers = given.filter(({ kind }) => kind === 'answer')
    expect(answers.map(({ spoken }) => spoken.text)).toEqual(['answer', 'answer too'])
    for (const { at } of answers) expect(at - asked).toBeLessThan(500)
    const first = given[0]?.at ?? 0
    for (const [nth, { at }] of given.entries()) expect(at - first).toBeGreaterThanOrEqual((nth - 3) * 99)
  })
})

describe(`a provider in trouble on ${PLATFORM}`, () => {
  const busy = (more: Partial<SendResult & { state: 'again' }> = {}): SendResult => ({
    state: 'again',
    code: '429',
    afterMs: null,
    holds: 'channel',
    ...more,
  })

  it('is left alone for as long as it says, and then tried with one message first', async () => {
    await outbox.queue(...apart(10))
    const { sender, given } = provider(outbox, (_, nth) => (nth <= 2 ? busy({ afterMs: 30_000 }) : SENT))
    while ((await outbox.states()).includes('queued')) {
      await outbox.run(sender)
      outbox.services.moveClock(1000)
    }
    const refused = given[0]?.at ?? 0
    const underWay = given.filter(({ at }) => at - refused < 1000).length
    expect(underWay).toBeLessThan(5)
    const [probe, next] = given.slice(underWay)
    expect((probe?.at ?? 0) - refused).toBeGreaterThanOrEqual(30_000)
    expect((next?.at ?? 0) - (probe?.at ?? 0)).toBeGreaterThanOrEqual(99)
    expect(given).toHaveLength(12)
  })

  it('is tried at growing intervals where it says nothing, and no message is given up for it', async () => {
    await outbox.queue(...apart(3))
    const until = outbox.services.clock().getTime() + 20 * 60_000
    const { sender, given } = provider(outbox, () =>
      outbox.services.clock().getTime() < until ? busy({ code: 'ECONNREFUSED' }) : SENT,
    )
    while ((await outbox.states()).includes('queued')) {
      await outbox.run(sender)
      outbox.services.moveClock(1000)
    }
    expect(new Set(await outbox.states())).toEqual(new Set(['sent']))
    expect(given.length).toBeLessThan(40)
    const last = given.filter(({ at }) => at >= until)
    expect(last).toHaveLength(3)
    expect((last[0]?.at ?? 0) - until).toBeLessThan(75_000)
  })

  it('does not hold up a channel by one address that must wait', async () => {
    await outbox.queue({ text: 'wait' }, { text: 'after it' }, ...apart(3))
    const { sender, texts } = provider(outbox, ({ spoken }, nth) =>
      spoken.text === 'wait' && nth === 1 ? busy({ afterMs: 60_000, holds: 'address' }) : SENT,
    )
    await outbox.run(sender)
    expect(texts()).toEqual(['wait', '0', '1', '2'])
    outbox.services.moveClock(50_000)
    await outbox.run(sender)
    expect(texts()).toHaveLength(4)
    outbox.services.moveClock(10_000)
    await outbox.run(sender)
    expect(texts()).toEqual(['wait', '0', '1', '2', 'wait', 'after it'])
  })

  it('goes on with care after lost answers: one at a time until it answers again', async () => {
    await outbox.queue(...apart(12))
    const { sender, given } = provider(outbox, (_, nth) =>
      nth <= 4 ? { state: 'unknown', code: 'ECONNRESET' } : SENT,
    )
    await outbox.run(sender)
    expect((await outbox.states()).filter((state) => state === 'unknown')).toHaveLength(4)
    const gaps = gapsOf(given)
    expect(Math.max(...gaps)).toBeGreaterThanOrEqual(2000)
    expect(Math.max(...gaps.slice(5))).toBeLessThan(1000)
  })
})

describe(`a clock that is set back on ${PLATFORM}`, () => {
  it('makes nothing wait until it is as late again, and nothing leave twice or before its time', async () => {
    const noon = outbox.services.clock().getTime()
    await outbox.queue(...apart(5), {
      text: 'tomorrow',
      address: '+8613800000003',
      notBefore: new Date(noon + 24 * 3600_000),
    })
    const { sender, texts } = provider(outbox, (_, nth) =>
      nth === 2 ? { state: 'again', code: 'odd', afterMs: null } : SENT,
    )
    await outbox.run(sender)
    await outbox.queue({ text: 'queued before', address: '+8613800000004' })
    outbox.services.moveClock(-6 * 3600_000)
    await outbox.queue({ text: 'queued after', address: '+8613800000005' })
    await outbox.run(sender)
    expect(texts().slice(0, 5)).toEqual(['0', '1', '2', '3', '4'])
    expect(texts().slice(5).toSorted()).toEqual(['1', 'queued after', 'queued before'])
    expect((await outbox.states()).filter((state) => state !== 'sent')).toEqual(['queued'])
  })
})
