import { beforeEach, describe, expect, it } from 'vitest'
import { PLATFORM } from '#platform'
import {
  broadcastCounts,
  cancelBroadcastWrite,
  endBroadcastWrite,
  pauseBroadcastWrite,
  runBroadcastWrite,
  waitingBroadcasts,
} from '../../../src/outbox/broadcasts.ts'
import { apart, openOutbox, type Outbox, provider, SENT } from './fixture.ts'

const MINUTE = 60_000

let outbox: Outbox

beforeEach(async () => {
  outbox = await openOutbox({ SMS_RATE: '10', QUIET_HOURS: '21:30-07:30' })
  await outbox.services.store.atomically([runBroadcastWrite('A'), runBroadcastWrite('B')])
})

/** Moves the clock to that time of the day it shows in Shanghai, seconds and all. */
function moveTo(time: string): void {
  const day = new Date(outbox.services.clock().getTime() + 8 * 3600_000).toISOString().slice(0, 10)
  outbox.services.moveClock(Date.parse(`${day}T${time}+08:00`) - outbox.services.clock().getTime())
}

describe(`what leaves first on ${PLATFORM}`, () => {
  it('is answers, then notices, then broadcasts', async () => {
    await outbox.queue(
      { text: 'broadcast', broadcast: 'A', address: '+8613800000002' },
      { text: 'notice', kind: 'notice', address: '+8613800000003' },
      { text: 'answer', kind: 'answer', address: '+8613800000004' },
    )
    const { sender, texts } = provider(outbox, () => SENT)
    await outbox.run(sender)
    expect(texts()).toEqual(['answer', 'notice', 'broadcast'])
  })

  it('is an answer also where the same telephone waits for a broadcast', async () => {
    await outbox.queue({ text: 'broadcast', broadcast: 'A' }, { text: 'answer', kind: 'answer' })
    const { sender, texts } = provider(outbox, () => SENT)
    await outbox.run(sender)
    expect(texts()).toEqual(['answer', 'broadcast'])
  })

  it('is of several broadcasts each in turn: none waits for the end of a larger one', async () => {
    await outbox.queue(...apart(30, { broadcast: 'A' }), { text: 'small', broadcast: 'B' })
    const { sender, texts } = provider(outbox, () => SENT)
    await outbox.run(sender)
    expect(texts().indexOf('small')).toBeLessThan(6)
    expect(texts()).toHaveLength(31)
  })

  it('is broadcasts never, where only what is urgent is asked for', async () => {
    await outbox.queue({ text: 'broadcast', broadcast: 'A' }, { text: 'answer', kind: 'answer' })
    const { sender, texts } = provider(outbox, () => SENT)
    expect(await outbox.run(sender, { urgentOnly: true })).toBe(false)
    expect(texts()).toEqual(['answer'])
  })
})

describe(`a broadcast in the outbox on ${PLATFORM}`, () => {
  it('leaves only while it runs, and stops within what a quarter of a second holds', async () => {
    await outbox.queue(...apart(30, { broadcast: 'A' }))
    const { store } = outbox.services
    const { sender, texts } = provider(outbox, async (_, nth) => {
      if (nth === 5) await store.atomically([pauseBroadcastWrite('A')])
      return SENT
    })
    await outbox.run(sender)
    expect(texts().length).toBeLessThanOrEqual(5 + 3)
    const paused = texts().length
    await outbox.run(sender)
    expect(texts()).toHaveLength(paused)
    await store.atomically([runBroadcastWrite('A')])
    await outbox.run(sender)
    expect(texts()).toHaveLength(30)
  })

  it('stays cancelled, and what was left of it is marked so', async () => {
    await outbox.queue(...apart(2500, { broadcast: 'A' }), { text: 'other', broadcast: 'B' })
    const { store } = outbox.services
    await store.atomically([cancelBroadcastWrite('A'), runBroadcastWrite('A')])
    expect(await broadcastCounts(outbox.services, 'A')).toMatchObject({ cancelled: 2500, queued: 0 })
    const { sender, texts } = provider(outbox, () => SENT)
    await outbox.run(sender)
    expect(texts()).toEqual(['other'])
    expect(await store.rows(`select count(*) as count from outbox where state = 'cancelled'`)).toEqual([
      { count: 2500 },
    ])
  })

  it('does not leave after a cancel where it comes back to be tried again', async () => {
    await outbox.queue({ text: 'x', broadcast: 'A' })
    const { sender, texts } = provider(outbox, async () => {
      await outbox.services.store.atomically([cancelBroadcastWrite('A')])
      return { state: 'again', code: 'odd', afterMs: null }
    })
    await outbox.run(sender)
    outbox.services.moveClock(60 * MINUTE)
    await outbox.run(sender)
    expect(texts()).toHaveLength(1)
    expect(await outbox.states()).toEqual(['cancelled'])
  })

  it('is counted by state, and how many wait by channel', async () => {
    await outbox.queue(
      ...apart(4, { broadcast: 'A' }),
      { text: 'chat', broadcast: 'B', channel: 'telegram' },
      { text: 'held', broadcast: 'B', notBefore: new Date(outbox.services.clock().getTime() + MINUTE) },
    )
    const { sender } = provider(outbox, (_, nth) => (nth === 2 ? { state: 'failed', code: '21614' } : SENT))
    await outbox.run(sender)
    const none = { queued: 0, sending: 0, sent: 0, delivered: 0, failed: 0, unknown: 0, cancelled: 0 }
    expect(await broadcastCounts(outbox.services, 'A')).toEqual({ ...none, sent: 3, failed: 1 })
    expect(await broadcastCounts(outbox.services, 'B')).toEqual({ ...none, queued: 2 })
    expect(await waitingBroadcasts(outbox.services, 'sms')).toBe(1)
    expect(await waitingBroadcasts(outbox.services, 'telegram')).toBe(1)
  })

  it('is over once it has ended, but for a message that was lost and never taken', async () => {
    await outbox.queue({ text: 'x', broadcast: 'A' })
    const { sender, texts } = provider(
      outbox,
      (_, nth) => (nth === 1 ? { state: 'unknown', code: 'no-answer' } : SENT),
      () => Promise.resolve({ kept: [] }),
    )
    await outbox.run(sender)
    await outbox.services.store.atomically([endBroadcastWrite('A')])
    for (let minutes = 0; minutes < 6; minutes++) {
      outbox.services.moveClock(MINUTE)
      await outbox.run(sender)
    }
    expect(texts()).toHaveLength(2)
    expect(await outbox.states()).toEqual(['sent'])
  })
})

describe(`quiet hours on ${PLATFORM}`, () => {
  it('hold broadcasts, and nothing else, from their first minute on', async () => {
    moveTo('21:29:58')
    await outbox.queue(...apart(40, { broadcast: 'A' }))
    const { sender, given } = provider(outbox, () => SENT)
    await outbox.run(sender)
    const begun = given.length
    expect(begun).toBeGreaterThan(10)
    expect(begun).toBeLessThan(25)
    await outbox.queue({ text: 'answer', kind: 'answer' }, { text: 'notice', address: '+8613800000009' })
    moveTo('23:00:00')
    await outbox.run(sender)
    expect(given.slice(begun).map(({ kind }) => kind)).toEqual(['answer', 'notice'])
    const quiet = given.filter(({ kind, at }) => kind === 'broadcast' && isQuietAt(at))
    expect(quiet).toEqual([])
  })

  it('let go of them once they are over', async () => {
    moveTo('22:00:00')
    await outbox.queue(...apart(3, { broadcast: 'A' }))
    const { sender, texts } = provider(outbox, () => SENT)
    await outbox.run(sender)
    outbox.services.moveClock(9.5 * 60 * MINUTE - 10_000)
    await outbox.run(sender)
    expect(texts()).toEqual([])
    outbox.services.moveClock(10_000)
    await outbox.run(sender)
    expect(texts()).toEqual(['0', '1', '2'])
  })

  function isQuietAt(at: number): boolean {
    const time = new Date(at + 8 * 3600_000).toISOString().slice(11, 16)
    return time >= '21:30' || time < '07:30'
  }
})
