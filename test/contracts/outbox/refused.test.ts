import { describe, expect, it } from 'vitest'
import { PLATFORM } from '#platform'
import { claim, LEASE_MS } from '../../../src/outbox/claim.ts'
import { drain } from '../../../src/outbox/drain.ts'
import type { Sender } from '../../../src/outbox/sender.ts'
import { oneInFive, type Refuses, refusing } from '../../drills/refusing-store.ts'
import { apart, openOutbox, type Outbox, provider, SENT } from './fixture.ts'

/** Refuses the statement that begins so, that often. */
function refusesFirst(beginning: string, times: number): Refuses {
  let left = times
  return (sql) => sql.startsWith(beginning) && left-- > 0
}

/** Runs the sender every few seconds until all has left, as a process's own loop does; it gives up after so many tries. */
async function runOn({ run, services, states }: Outbox, sender: Sender, tries = 200): Promise<void> {
  for (let nth = 0; nth < tries; nth++) {
    await run(sender).catch(() => {})
    if ((await states()).every((state) => state === 'sent')) return
    services.moveClock(5000)
  }
}

const LIMITS = { budgetMs: 3600_000, turns: 100, concurrency: 8 } as const
const CLAIM = "update outbox\n  set state = 'sending'"
const MOMENTS = 'update outbox_channels set next_at'
const ABSENT = 'update outbox set state = ?4'

describe(`a database that refuses on ${PLATFORM}`, () => {
  // Nobody can be asked here, as on Telegram: what counted as lost would stay unknown for good.
  it.each([
    { what: 'the answer to a claim', beginning: CLAIM, times: 3 },
    { what: 'the moments for what is claimed', beginning: MOMENTS, times: 3 },
  ])('makes nothing unknown that was never given to the provider: $what', async ({ beginning, times }) => {
    const refuses = refusesFirst(beginning, times)
    const outbox = await openOutbox({}, (store) => refusing(store, refuses))
    await outbox.queue(...apart(40))
    const { sender, texts } = provider(outbox, () => SENT)
    await runOn(outbox, sender, times + 1)
    expect(texts().toSorted()).toEqual(
      apart(40)
        .map(({ text }) => text)
        .toSorted(),
    )
    expect(await outbox.rows()).toMatchObject(apart(40).map(() => ({ state: 'sent', attempts: 1 })))
  })

  it('gives back what it claimed even where others took it for lost meanwhile', async () => {
    let isMended = false
    let isDown = false
    const claimed = Promise.withResolvers<void>()
    const outbox = await openOutbox({}, (store) =>
      refusing(store, (sql) => {
        isDown ||= sql.startsWith(CLAIM)
        if (isDown) claimed.resolve()
        return isDown && !isMended
      }),
    )
    await outbox.queue({ text: 'x' })
    const { sender, texts } = provider(outbox, () => SENT)
    const down = outbox.run(sender).catch(() => {})
    const other = provider(outbox, () => SENT)
    await claimed.promise
    await new Promise<void>((resolve) => {
      outbox.time.after(90_000, resolve)
    })
    await drain({ ...outbox.services, senders: { sms: other.sender } }, { time: outbox.time, ...LIMITS })
    expect([other.texts(), await outbox.states()]).toEqual([[], ['unknown']])
    isMended = true
    await down
    await outbox.run(sender)
    expect([texts(), await outbox.states()]).toEqual([['x'], ['sent']])
  })

  it('holds up no other message than the one whose answer it refused to keep', async () => {
    const refuses = refusesFirst(ABSENT, 1)
    const outbox = await openOutbox({}, (store) => refusing(store, refuses))
    await outbox.queue(...apart(8))
    let asked = 0
    const { sender } = provider(
      outbox,
      () => SENT,
      () => {
        asked++
        return Promise.resolve({ kept: [] })
      },
    )
    const { services, time } = outbox
    await claim(services, 'sms', { kind: 'notice', broadcastId: null }, 8, time, 'of a worker that is lost')
    services.moveClock(LEASE_MS + 1000)
    await outbox.run(sender)
    const rows = await services.store.rows('select 1 from outbox where asked = 1')
    expect([asked, rows.length]).toEqual([8, 7])
  })

  it.each([1, 2, 3, 4, 5])('at random, sends each message once (seed %i)', async (seed) => {
    const refuses = oneInFive(seed)
    const outbox = await openOutbox({}, (store) => refusing(store, refuses))
    await outbox.queue(...apart(60))
    const { sender, texts } = provider(outbox, () => SENT)
    await runOn(outbox, sender)
    expect(texts().toSorted()).toEqual(
      apart(60)
        .map(({ text }) => text)
        .toSorted(),
    )
    expect(new Set(await outbox.states())).toEqual(new Set(['sent']))
  })
})
