import { beforeEach, describe, expect, it } from 'vitest'
import { PLATFORM } from '#platform'
import type { Sender } from '../../../src/outbox/sender.ts'
import { type Delivery, takeDelivery } from '../../../src/outbox/status.ts'
import { openOutbox, type Outbox, provider } from './fixture.ts'

let outbox: Outbox

beforeEach(async () => {
  outbox = await openOutbox()
})

const sent = () => ({ state: 'sent', providerId: 'SM1' }) as const

async function word(state: Delivery['state'], more: Partial<Delivery> = {}): Promise<void> {
  const [row] = await outbox.rows()
  const plain = { id: row?.id ?? '', providerId: 'SM1', code: null, stopped: false }
  await takeDelivery(outbox.services, { ...plain, state, ...more })
}

describe(`a provider's word on a message on ${PLATFORM}`, () => {
  it.each([
    { words: ['sent', 'delivered'], ends: 'delivered' },
    { words: ['delivered', 'sent'], ends: 'delivered' },
    { words: ['sent', 'delivered', 'delivered', 'sent'], ends: 'delivered' },
    { words: ['sent', 'failed', 'delivered'], ends: 'failed' },
    { words: ['delivered', 'failed'], ends: 'delivered' },
  ] as const)('moves it forward only: $words', async ({ words, ends }) => {
    await outbox.queue({ text: 'x' })
    await outbox.run(provider(outbox, sent).sender)
    for (const state of words) await word(state)
    expect(await outbox.states()).toEqual([ends])
  })

  it.each(['sent', 'delivered', 'failed'] as const)(
    'counts before our own sending is settled: %s',
    async (state) => {
      await outbox.queue({ text: 'x' })
      const sender: Sender = {
        send: async () => {
          await word(state)
          return sent()
        },
      }
      await outbox.run(sender)
      expect(await outbox.rows()).toMatchObject([{ state, provider_id: 'SM1' }])
    },
  )

  it('is known by the provider’s own id where it names no other', async () => {
    await outbox.queue({ text: 'x' })
    await word('delivered', { id: null })
    expect(await outbox.states()).toEqual(['queued'])
    await outbox.run(provider(outbox, sent).sender)
    await word('delivered', { id: null, providerId: 'SM2' })
    expect(await outbox.states()).toEqual(['sent'])
    await word('failed', { id: null, code: '21610', stopped: true })
    expect(await outbox.rows()).toMatchObject([{ state: 'failed', code: '21610' }])
    expect(await outbox.services.store.rows('select stopped from contacts')).toEqual([{ stopped: 1 }])
  })

  it('keeps the code of what failed, and the stop it tells of', async () => {
    await outbox.queue({ text: 'x' }, { text: 'next' })
    const { sender, texts } = provider(outbox, async () => {
      await word('failed', { code: '21610', stopped: true })
      return sent()
    })
    await outbox.run(sender)
    expect(texts()).toEqual(['x'])
    expect(await outbox.rows()).toMatchObject([
      { state: 'failed', code: '21610' },
      { state: 'cancelled', code: 'stopped' },
    ])
    expect(await outbox.services.store.rows('select stopped from contacts')).toEqual([{ stopped: 1 }])
  })

  it('moves nothing for a message that another was sent as, or that has not left, or that is none of ours', async () => {
    await outbox.queue({ text: 'x' })
    await word('delivered', { stopped: true })
    await word('delivered', { id: 'nobody' })
    expect(await outbox.states()).toEqual(['queued'])
    await outbox.run(provider(outbox, sent).sender)
    await word('failed', { providerId: 'SM2', stopped: true })
    expect(await outbox.states()).toEqual(['sent'])
    expect(await outbox.services.store.rows('select stopped from contacts')).toEqual([])
  })
})
