import { beforeEach, describe, expect, it } from 'vitest'
import { PLATFORM } from '#platform'
import { claim, LEASE_MS } from '../../../src/outbox/claim.ts'
import type { Found, Sender } from '../../../src/outbox/sender.ts'
import { takeDelivery } from '../../../src/outbox/status.ts'
import { openOutbox, type Outbox, provider, SENT } from './fixture.ts'

const NOTICES = { kind: 'notice', broadcastId: null } as const
const MINUTE = 60_000

let outbox: Outbox

beforeEach(async () => {
  outbox = await openOutbox()
})

/** Runs the sender every minute for so long. */
async function runFor(minutes: number, sender: Sender): Promise<void> {
  for (let minute = 0; minute < minutes; minute++) {
    outbox.services.moveClock(MINUTE)
    await outbox.run(sender)
  }
}

const kept = (...providerIds: readonly string[]): Found => ({
  kept: providerIds.map((providerId) => ({ providerId, refused: null })),
})

/** A provider that does not answer at first, and tells when asked what `found` says. */
function silent(found: (asked: number) => Found) {
  let asked = 0
  const spy = provider(
    outbox,
    (_, nth) => (nth === 1 ? { state: 'unknown', code: 'no-answer' } : SENT),
    () => Promise.resolve(found(++asked)),
  )
  return { ...spy, asked: () => asked }
}

describe(`a message whose answer was lost on ${PLATFORM}`, () => {
  it.each([
    ['a time-out', () => ({ state: 'unknown', code: 'no-answer' }) as const],
    [
      'a sender that breaks',
      () => {
        throw new Error('broken')
      },
    ],
  ])('is not repeated after %s, where nobody can be asked', async (_what, answer) => {
    await outbox.queue({ text: 'x' })
    const { sender, texts } = provider(outbox, answer)
    await outbox.run(sender)
    await runFor(200, sender)
    expect(texts()).toHaveLength(1)
    expect(await outbox.states()).toEqual(['unknown'])
  })

  it('is asked for after a while, and once it is found never again', async () => {
    await outbox.queue({ text: 'x' })
    const { sender, texts, asked } = silent(() => kept('SM1'))
    await outbox.run(sender)
    expect(asked()).toBe(0)
    await runFor(30, sender)
    expect([texts().length, asked()]).toEqual([1, 1])
    expect(await outbox.rows()).toMatchObject([{ state: 'sent', provider_id: 'SM1' }])
  })

  it('has failed where that is what the provider kept of it', async () => {
    await outbox.queue({ text: 'x' })
    const { sender } = silent(() => ({
      kept: [{ providerId: 'SM1', refused: { state: 'stopped', code: '21610' } }],
    }))
    await outbox.run(sender)
    await runFor(2, sender)
    expect(await outbox.rows()).toMatchObject([{ state: 'failed', code: '21610', provider_id: 'SM1' }])
    expect(await outbox.services.store.rows('select stopped from contacts')).toEqual([{ stopped: 1 }])
  })

  it('leaves again only where the provider, asked twice some minutes apart, does not know it', async () => {
    await outbox.queue({ text: 'x' })
    const { sender, texts, asked } = silent(() => kept())
    await outbox.run(sender)
    await runFor(2, sender)
    expect([texts().length, asked()]).toEqual([1, 1])
    await runFor(20, sender)
    expect([texts().length, asked()]).toEqual([2, 2])
  })

  it('waits while the provider does not answer that either', async () => {
    await outbox.queue({ text: 'x' })
    const { sender, texts } = silent((asked) => (asked < 20 ? { unanswered: 'not-asked' } : kept('SM1')))
    await outbox.run(sender)
    await runFor(25, sender)
    expect(texts()).toHaveLength(1)
    expect(await outbox.states()).toEqual(['sent'])
  })

  it('is another than one alike that went to the same telephone', async () => {
    await outbox.queue({ text: 'x' }, { text: 'x' })
    const known: string[] = []
    const { sender, texts } = provider(
      outbox,
      (_, nth) => {
        // The second is lost before it gets there.
        if (nth !== 2) known.push(`SM${nth}`)
        return nth === 2 || nth === 1
          ? { state: 'unknown', code: 'no-answer' }
          : { state: 'sent', providerId: 'SM3' }
      },
      () => Promise.resolve(kept(...known)),
    )
    await outbox.run(sender)
    await runFor(10, sender)
    expect(texts()).toHaveLength(3)
    expect(new Set((await outbox.rows()).map(({ provider_id }) => provider_id))).toEqual(
      new Set(['SM1', 'SM3']),
    )
  })

  it('is believed to have left where a callback says so, even while it waits to leave again', async () => {
    await outbox.queue({ text: 'x' })
    const { sender, texts } = silent(() => kept())
    await outbox.run(sender)
    const [row] = await outbox.rows()
    const word = {
      id: row?.id ?? '',
      providerId: 'SM1',
      state: 'delivered',
      code: null,
      stopped: false,
    } as const
    await runFor(1, sender)
    await takeDelivery(outbox.services, word)
    await runFor(10, sender)
    expect(texts()).toHaveLength(1)
    expect(await outbox.states()).toEqual(['delivered'])
  })
})

describe(`a worker that is lost on ${PLATFORM}`, () => {
  it('leaves what it held unknown once its lease has run out, to be asked for', async () => {
    await outbox.queue({ text: 'taken' }, { text: 'never given', address: '+8613800000002' })
    await claim(outbox.services, 'sms', NOTICES, 2, outbox.time, 'lease')
    const { sender, texts } = provider(
      outbox,
      () => SENT,
      ({ spoken }) => Promise.resolve(spoken.text === 'taken' ? kept('SM1') : kept()),
    )
    outbox.services.moveClock(LEASE_MS - 1000)
    await outbox.run(sender)
    expect(await outbox.states()).toEqual(['sending', 'sending'])
    await runFor(6, sender)
    expect(texts()).toEqual(['never given'])
    expect(await outbox.states()).toEqual(['sent', 'sent'])
  })

  it('is believed where it comes back with an answer after all', async () => {
    await outbox.queue({ text: 'x' })
    const { sender } = provider(outbox, async () => {
      await new Promise<void>((resolve) => {
        outbox.time.after(2 * LEASE_MS, resolve)
      })
      return { state: 'sent', providerId: 'SM1' }
    })
    const other = provider(outbox, () => SENT)
    const slow = outbox.run(sender)
    await new Promise<void>((resolve) => {
      outbox.time.after(LEASE_MS + 5000, resolve)
    })
    await outbox.run(other.sender)
    await slow
    expect(other.texts()).toEqual([])
    expect(await outbox.rows()).toMatchObject([{ state: 'sent', provider_id: 'SM1' }])
  })

  it('does not give over what it has held for too long', async () => {
    await outbox.queue({ text: 'first' }, { text: 'second', address: '+8613800000002' })
    const { sender, texts } = provider(outbox, (_, nth) => {
      // The machine slept.
      if (nth === 1) outbox.services.moveClock(LEASE_MS)
      return SENT
    })
    await outbox.run(sender)
    expect(texts().toSorted()).toEqual(['first', 'second'])
    expect(await outbox.states()).toEqual(['sent', 'sent'])
  })
})
