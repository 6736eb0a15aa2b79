import { beforeEach, describe, expect, it } from 'vitest'
import { PLATFORM } from '#platform'
import { claim } from '../../../src/outbox/claim.ts'
import { enqueue } from '../../../src/outbox/enqueue.ts'
import { statement } from '../../../src/storage/store.ts'
import { ADDRESS, apart, openOutbox, type Outbox, provider, SENT } from './fixture.ts'

const NOTICES = { kind: 'notice', broadcastId: null } as const
const DAY = 24 * 3600_000

let outbox: Outbox

beforeEach(async () => {
  outbox = await openOutbox({ SMS_RATE: '10' })
})

describe(`the outbox on ${PLATFORM}`, () => {
  it('sends each message once', async () => {
    await outbox.queue(...apart(25))
    const { sender, texts } = provider(outbox, () => SENT)
    expect(await outbox.run(sender)).toBe(false)
    await outbox.run(sender)
    expect(texts()).toEqual(apart(25).map(({ text }) => text))
    expect(new Set(await outbox.states())).toEqual(new Set(['sent']))
  })

  it('leaves the rest to the next where its time is up', async () => {
    await outbox.queue(...apart(25))
    const { sender, texts } = provider(outbox, () => SENT)
    expect(await outbox.run(sender, { budgetMs: 1000 })).toBe(true)
    expect(texts().length).toBeGreaterThan(5)
    expect(texts().length).toBeLessThan(20)
    expect(new Set(await outbox.states())).toEqual(new Set(['sent', 'queued']))
  })

  it('takes thousands of messages in one batch, in order, or none where one of them was there before', async () => {
    await outbox.queue(...apart(3000))
    expect(await outbox.states()).toHaveLength(3000)
    const { services, time } = outbox
    const first = await claim(services, 'sms', NOTICES, 3, time, 'lease')
    expect(first.map(({ spoken }) => spoken.text)).toEqual(['0', '1', '2'])

    await outbox.queue({ text: 'known', id: 'ID' })
    const again = apart(3).map(({ text, address = '' }, at) => ({
      ...(at === 1 ? { id: 'ID' } : {}),
      channel: 'sms' as const,
      kind: 'notice' as const,
      contactId: null,
      address,
      spoken: { text },
    }))
    expect(await services.store.atomically(await enqueue(services, again, services.clock()))).toBe('conflict')
    expect(await outbox.states()).toHaveLength(3001)
  })

  it('gives a message to one of two workers at once', async () => {
    await outbox.queue(...apart(6))
    const { services, time } = outbox
    const [one, other] = await Promise.all([
      claim(services, 'sms', NOTICES, 4, time, 'one'),
      claim(services, 'sms', NOTICES, 4, time, 'other'),
    ])
    const ids = [...one, ...other].map(({ id }) => id)
    expect(new Set(ids).size).toBe(6)
    expect(ids).toHaveLength(6)
  })

  it('does nothing twice where three drains go at once', async () => {
    await outbox.queue(...apart(40))
    const { sender, texts } = provider(outbox, () => SENT)
    await Promise.all([outbox.run(sender), outbox.run(sender), outbox.run(sender)])
    expect(texts().toSorted()).toEqual(
      apart(40)
        .map(({ text }) => text)
        .toSorted(),
    )
  })

  it('holds a message until it is due', async () => {
    const noon = outbox.services.clock().getTime()
    await outbox.queue({ text: 'later', notBefore: new Date(noon + 60_000) })
    const { sender, texts } = provider(outbox, () => SENT)
    await outbox.run(sender)
    expect(texts()).toEqual([])
    outbox.services.moveClock(60_000)
    await outbox.run(sender)
    expect(texts()).toEqual(['later'])
  })

  it('keeps the order of what goes to one address, also where the first must be tried again', async () => {
    await outbox.queue({ text: 'first' }, { text: 'second' }, { text: 'other', address: '+8613800000002' })
    const { sender, texts } = provider(outbox, (_, nth) =>
      nth === 1 ? { state: 'again', code: '500', afterMs: null } : SENT,
    )
    await outbox.run(sender)
    expect(texts()).toEqual(['first', 'other'])
    outbox.services.moveClock(3600_000)
    await outbox.run(sender)
    expect(texts()).toEqual(['first', 'other', 'first', 'second'])
  })

  it('does not put the next message to an address on its way before the first has landed', async () => {
    await outbox.queue({ text: 'first' }, { text: 'second' })
    let under = 0
    const { sender, texts } = provider(outbox, async () => {
      under++
      await new Promise<void>((resolve) => {
        outbox.time.after(500, resolve)
      })
      expect(under--).toBe(1)
      return SENT
    })
    await outbox.run(sender)
    expect(texts()).toEqual(['first', 'second'])
  })

  it('gives up what is refused again and again, after growing pauses', async () => {
    await outbox.queue({ text: 'x' })
    const { sender, given } = provider(outbox, () => ({ state: 'again', code: 'odd', afterMs: null }))
    for (let hours = 0; hours < 48 && (await outbox.states())[0] === 'queued'; hours++) {
      await outbox.run(sender)
      const [row] = await outbox.rows()
      const now = outbox.services.clock().getTime()
      outbox.services.moveClock(Math.max(0, Date.parse(row?.due_at ?? '') - now))
    }
    expect(await outbox.rows()).toMatchObject([{ state: 'failed', code: 'odd' }])
    expect(given).toHaveLength(8)
    const pauses = given.slice(1).map(({ at }, index) => at - (given[index]?.at ?? 0))
    for (const [at, pause] of pauses.slice(1).entries()) expect(pause).toBeGreaterThan((pauses[at] ?? 0) * 2)
    expect((given.at(-1)?.at ?? 0) - (given[0]?.at ?? 0)).toBeGreaterThan(DAY / 2)
  })

  it('never repeats what will not be taken', async () => {
    await outbox.queue({ text: 'x' })
    const { sender, texts } = provider(outbox, () => ({ state: 'failed', code: '21211' }))
    await outbox.run(sender)
    outbox.services.moveClock(DAY)
    await outbox.run(sender)
    expect(texts()).toHaveLength(1)
    expect(await outbox.rows()).toMatchObject([{ state: 'failed', code: '21211' }])
  })

  it('gives up what nobody can open any more, and sends the rest', async () => {
    await outbox.queue(...apart(3))
    await outbox.services.store.atomically([
      statement(`update outbox set sealed = 'spoilt' where rowid = (select min(rowid) from outbox)`),
    ])
    const { sender, texts } = provider(outbox, () => SENT)
    await outbox.run(sender)
    expect(texts()).toEqual(['1', '2'])
    expect(await outbox.rows()).toMatchObject([{ state: 'failed', code: 'unreadable' }, {}, {}])
  })

  it('gives back what it has not begun where the program ends, and finishes what it has', async () => {
    await outbox.queue(...apart(5))
    let stopping = false
    const { sender, texts } = provider(outbox, () => {
      stopping = true
      return SENT
    })
    await outbox.run(sender, { isStopping: () => stopping })
    expect(texts()).toEqual(['0'])
    expect(await outbox.rows()).toMatchObject([
      { state: 'sent', attempts: 1 },
      ...Array.from({ length: 4 }, () => ({ state: 'queued', attempts: 0 })),
    ])
  })

  it('keeps no text or address in the clear', async () => {
    await outbox.queue({ text: 'རྒྱ་ཡིག 明文', address: '+8613899998888' })
    const dump = JSON.stringify(await outbox.services.store.rows('select * from outbox'))
    expect(dump).not.toMatch(/明文|རྒྱ་ཡིག|13899998888/)
  })
})

describe(`who wants nothing more on ${PLATFORM}`, () => {
  const contacts = () =>
    outbox.services.store.rows('select channel, stopped from contacts order by created_at, id')

  async function addContact(id: string, address: string, stopped: number): Promise<void> {
    const { vault, store } = outbox.services
    const row = [id, vault.index('address', address), stopped]
    await store.atomically([
      statement(
        `insert into contacts (id, channel, address_index, sealed_address, stopped, created_at)
          values (?1, 'sms', ?2, 's', ?3, '2026-01-01')`,
        row,
      ),
    ])
  }

  it.each([true, false])(
    'is kept where the provider tells of it; has it written before: %s',
    async (hasWritten) => {
      if (hasWritten) await addContact('c1', ADDRESS, 0)
      await outbox.queue({ text: 'notice' }, { text: 'next' }, { text: 'answer', kind: 'answer' })
      const { sender, texts } = provider(outbox, ({ kind }) =>
        kind === 'answer' ? SENT : { state: 'stopped', code: '21610' },
      )
      await outbox.run(sender)
      expect(texts().toSorted()).toEqual(['answer', 'notice'])
      expect(await contacts()).toEqual([{ channel: 'sms', stopped: 1 }])
      expect(await outbox.rows()).toMatchObject([
        { state: 'failed', code: '21610' },
        { state: 'cancelled', code: 'stopped' },
        { state: 'sent' },
      ])
    },
  )

  it('is sent nothing that was put in the outbox as they said so', async () => {
    await addContact('c1', ADDRESS, 1)
    await outbox.queue({ text: 'notice' }, { text: 'answer', kind: 'answer' })
    const { sender, texts } = provider(outbox, () => SENT)
    await outbox.run(sender)
    expect(texts()).toEqual(['answer'])
    expect(await outbox.rows()).toMatchObject([{ state: 'cancelled', code: 'stopped' }, { state: 'sent' }])
  })
})
