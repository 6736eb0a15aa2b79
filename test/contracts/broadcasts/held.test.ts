import { beforeEach, describe, expect, it } from 'vitest'
import { PLATFORM } from '#platform'
import { cancelBroadcast, pauseBroadcast, resumeBroadcast } from '../../../src/broadcasts/life/control.ts'
import { feedBroadcasts } from '../../../src/broadcasts/sending/feed.ts'
import { drain } from '../../../src/outbox/drain.ts'
import type { SendResult } from '../../../src/outbox/sender.ts'
import { realTime } from '../../../src/time/time.ts'
import { parseSealed, placeOfHousehold } from '../../../src/register/sealed.ts'
import { statement } from '../../../src/storage/store.ts'
import { importFamilies, telephoneOf } from '../families.ts'
import { send } from '../telephones.ts'
import {
  AUTHOR,
  approved,
  HOURS,
  must,
  openScene,
  PLAN,
  read,
  type Scene,
  SENT,
  sendAll,
  step,
} from './scene.ts'

const FAMILIES = 130
let scene: Scene
let services: Scene['services']
/** What happens with the provider's n-th message, before it answers. */
let meanwhile: (nth: number) => SendResult

beforeEach(async () => {
  meanwhile = () => SENT
  scene = await openScene({}, (_, nth) => meanwhile(nth))
  services = scene.services
  await importFamilies(services, Array(FAMILIES).fill({}))
})

/** Sends up to so many of what is queued, as a worker that is then cut short. */
function sendSome(turns: number) {
  return drain(services, { time: realTime, budgetMs: 60_000, turns, concurrency: 8 })
}

/** Households that no page has come to, with their telephones. */
async function notYetQueued() {
  const rows = await services.store.rows<{ id: string; sealed: string }>(
    'select id, sealed from households where id not in (select household_id from broadcast_deliveries)',
  )
  return Promise.all(
    rows.map(async ({ id, sealed }) => {
      const { telephones } = parseSealed(await services.vault.open(sealed, placeOfHousehold(id)))
      return { id, telephone: telephones[0] ?? '' }
    }),
  )
}

describe(`a broadcast under way on ${PLATFORM}`, () => {
  it('is paused between two pages: nothing more is put in the outbox, and nothing of it leaves', async () => {
    const id = await approved(services)
    await feedBroadcasts(services, { pages: 1 })
    must(await pauseBroadcast(services, AUTHOR, id))
    await sendAll(services)
    expect(scene.sms.addresses()).toEqual([])
    expect((await read(services, id)).counts.queued).toBe(FAMILIES)
    must(await resumeBroadcast(services, AUTHOR, id))
    await sendAll(services)
    expect(new Set(scene.sms.addresses()).size).toBe(FAMILIES)
    expect(scene.sms.addresses()).toHaveLength(FAMILIES)
  })

  it('is paused while it leaves: what one claim holds is the last of it', async () => {
    const id = await approved(services)
    await feedBroadcasts(services, { pages: 50 })
    await sendSome(1)
    const left = scene.sms.addresses().length
    expect(left).toBeGreaterThan(0)
    must(await pauseBroadcast(services, AUTHOR, id))
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(left)
    must(await resumeBroadcast(services, AUTHOR, id))
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(FAMILIES)
  })

  it('is cancelled for good: what has left has left, and the rest is counted as cancelled', async () => {
    const id = await approved(services)
    await feedBroadcasts(services, { pages: 1 })
    await sendSome(1)
    const left = scene.sms.addresses().length
    must(await cancelBroadcast(services, AUTHOR, id))
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(left)
    expect(await read(services, id)).toMatchObject({
      broadcast: { state: 'cancelled' },
      counts: { queued: 0, sent: left, cancelled: 100 - left },
    })
  })

  it('holds no other up while it is paused', async () => {
    const paused = await approved(services)
    await feedBroadcasts(services, { pages: 50 })
    must(await pauseBroadcast(services, AUTHOR, paused))
    await approved(services, { audience: { county: '621223' }, body: { 'zh-CN': '通知' } })
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(FAMILIES)
  })

  it('goes on only a minute ahead of its channel: who says stop, or applies, in the meantime is left out', async () => {
    const slow = { ...services, settings: { ...services.settings, smsRate: 1, telegramRate: 1 } }
    const id = await approved(slow)
    await feedBroadcasts(slow, { pages: 50 })
    const [stopping, applying] = await notYetQueued()
    await send(services, stopping?.telephone ?? '', '停止')
    await services.store.atomically([
      statement(
        `insert into ledger (person_id, programme, school_year, state, applied_on)
         select id, 'secondary-vocational-grant', 2026, 'applied', '2026-11-18' from persons where household_id = ?1`,
        [applying?.id ?? ''],
      ),
    ])
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(FAMILIES - 2)
    expect(scene.sms.addresses()).not.toContain(stopping?.telephone)
    expect(scene.sms.addresses()).not.toContain(applying?.telephone)
    expect((await read(services, id)).skippedBecause).toEqual({ stopped: 1 })
  })

  it('is not sent to who said stop after their message was queued', async () => {
    const id = await approved(services)
    await feedBroadcasts(services, { pages: 50 })
    await send(services, telephoneOf(7), '停止')
    await sendAll(services)
    expect(scene.sms.addresses()).not.toContain(telephoneOf(7))
    expect((await read(services, id)).counts).toMatchObject({ sent: FAMILIES - 1, cancelled: 1 })
  })
})

describe(`quiet hours on ${PLATFORM}`, () => {
  // It is noon; they begin at 21:30.
  const EVENING = 9.5 * HOURS

  it('hold what was approved in them, and release it when they are over', async () => {
    services.moveClock(EVENING)
    const id = await approved(services)
    await sendAll(services)
    expect(scene.sms.addresses()).toEqual([])
    expect(await read(services, id)).toMatchObject({
      broadcast: { state: 'scheduled' },
      progress: { quietUntil: '2026-11-18T23:30:00.000Z' },
    })
    services.moveClock(10 * HOURS - 1)
    await sendAll(services)
    expect(scene.sms.addresses()).toEqual([])
    services.moveClock(1)
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(FAMILIES)
    expect((await read(services, id)).broadcast.state).toBe('done')
  })

  it('hold the rest of a send that runs into them, and let it go on in the morning', async () => {
    services.moveClock(EVENING - 1000)
    meanwhile = (nth) => {
      // The clock strikes while the fiftieth message is on its way.
      if (nth === 50) services.moveClock(1000)
      return SENT
    }
    const id = await approved(services)
    await step(services)
    const left = scene.sms.addresses().length
    expect(left).toBeGreaterThanOrEqual(50)
    expect(left).toBeLessThan(FAMILIES)
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(left)
    expect((await read(services, id)).broadcast.state).toBe('sending')
    services.moveClock(10 * HOURS)
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(FAMILIES)
    expect(new Set(scene.sms.addresses()).size).toBe(FAMILIES)
  })

  it('hold a message that comes due again in them', async () => {
    services.moveClock(EVENING - 1000)
    let isRefused = false
    meanwhile = () => {
      if (isRefused) return SENT
      isRefused = true
      return { state: 'again', code: '30022', afterMs: null, holds: 'address' }
    }
    await approved(services, { audience: { ...PLAN.audience, per: 'household' } })
    await step(services)
    expect(scene.sms.addresses()).toHaveLength(FAMILIES - 1)
    services.moveClock(1 * HOURS)
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(FAMILIES - 1)
    services.moveClock(10 * HOURS)
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(FAMILIES)
  })

  it('do not hold a draft’s time: it is sent when it was set for, not before', async () => {
    const id = await approved(services, { sendAt: '2026-11-19T09:00:00+08:00' })
    await sendAll(services)
    services.moveClock(20 * HOURS)
    await sendAll(services)
    expect(scene.sms.addresses()).toEqual([])
    services.moveClock(1 * HOURS)
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(FAMILIES)
    expect((await read(services, id)).run).toMatchObject({ dueAt: '2026-11-19T01:00:00.000Z' })
  })
})
