import { beforeEach, describe, expect, it } from 'vitest'
import { PLATFORM } from '#platform'
import { createBroadcast } from '../../../src/broadcasts/life/create.ts'
import { feedBroadcasts } from '../../../src/broadcasts/sending/feed.ts'
import type { Once } from '../../../src/broadcasts/life/once.ts'
import type { Services } from '../../../src/services.ts'
import { type Query, StoreError } from '../../../src/storage/store.ts'
import { importFamilies, telephoneOf } from '../families.ts'
import {
  APPROVER,
  AUTHOR,
  approved,
  DAYS,
  FAILED,
  must,
  openScene,
  PLAN,
  read,
  type Scene,
  SENT,
  sendAll,
} from './scene.ts'

const FAMILIES = 130
let scene: Scene
let services: Services

beforeEach(async () => {
  scene = await openScene()
  services = scene.services
})

const everybody = Array.from({ length: FAMILIES }, (_, at) => telephoneOf(at))
const ONCE: Once = { key: 'k1', digest: 'a' }

describe(`a broadcast is drafted once on ${PLATFORM}`, () => {
  it('however often the request comes, one after the other or at once', async () => {
    await importFamilies(services, [{}])
    const one = must(await createBroadcast(services, AUTHOR, PLAN, ONCE))
    const rest = await Promise.all([1, 2].map(() => createBroadcast(services, AUTHOR, PLAN, ONCE)))
    expect(rest.map(must)).toEqual([one, one])
    const atOnce = await Promise.all(
      [1, 2, 3].map(() => createBroadcast(services, AUTHOR, PLAN, { ...ONCE, key: 'k2' })),
    )
    expect(new Set(atOnce.map((result) => must(result).id)).size).toBe(1)
    expect(await services.store.rows('select 1 from broadcasts')).toHaveLength(2)
  })

  it('under a key of its own: another request under it is refused, another’s key is another', async () => {
    const one = must(await createBroadcast(services, AUTHOR, PLAN, ONCE))
    expect(await createBroadcast(services, AUTHOR, PLAN, { ...ONCE, digest: 'b' })).toMatchObject({
      fault: { code: 'invalid', fields: [{ path: 'Idempotency-Key' }] },
    })
    expect(must(await createBroadcast(services, APPROVER, PLAN, ONCE)).id).not.toBe(one.id)
  })
})

describe(`a family is sent a broadcast once on ${PLATFORM}`, () => {
  it('by several workers at once', async () => {
    await importFamilies(services, Array(FAMILIES).fill({}))
    const id = await approved(services)
    const workers = Array.from({ length: 4 }, async () => {
      for (let look = 0; look < 8; look++) await feedBroadcasts(services, { pages: 5 })
    })
    await Promise.all(workers)
    await sendAll(services)
    expect(scene.sms.addresses().toSorted()).toEqual(everybody)
    expect(await read(services, id)).toMatchObject({
      broadcast: { state: 'done' },
      counts: { sent: FAMILIES, skipped: 0 },
    })
  })

  it('by one that is cut off again and again, between two batches and within one', async () => {
    await importFamilies(services, Array(FAMILIES).fill({}))
    const id = await approved(services)
    for (let cut = 0; cut < 12; cut++) {
      const before = await services.store.rows('select 1 from broadcast_deliveries')
      await feedBroadcasts(cutOff(services, cut), { pages: 5 }).catch(() => undefined)
      const lines = await services.store.rows('select 1 from broadcast_deliveries')
      const messages = await services.store.rows('select 1 from outbox')
      expect(messages).toHaveLength(lines.length)
      expect(lines.length).toBeGreaterThanOrEqual(before.length)
    }
    await sendAll(services)
    expect(scene.sms.addresses().toSorted()).toEqual(everybody)
    expect((await read(services, id)).broadcast.state).toBe('done')
  })
})

describe(`a family told of a programme on ${PLATFORM}`, () => {
  it('is not told of it by another broadcast within the days of rest, and is afterwards', async () => {
    await importFamilies(services, [{}])
    await approved(services)
    await sendAll(services)
    scene.services.moveClock(6 * DAYS)
    const soon = await approved(services)
    expect((await read(services, soon)).broadcast.estimate).toMatchObject({ skipped: { 'told-lately': 1 } })
    await sendAll(services)
    expect((await read(services, soon)).skippedBecause).toEqual({ 'told-lately': 1 })
    scene.services.moveClock(1 * DAYS)
    await approved(services)
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(2)
  })

  it('is told of another programme, or of none, or where no rest is wanted', async () => {
    await importFamilies(services, [{}])
    await approved(services)
    await sendAll(services)
    const audience = { county: '621223', programme: 'secondary-vocational-tuition-waiver' as const }
    await approved(services, { audience, body: { 'zh-CN': '{{programme}}' } })
    await approved(services, { audience: { county: '621223' }, body: { 'zh-CN': '通知' } })
    await approved(services, { restDays: 0 })
    await sendAll(services)
    expect(scene.sms.addresses()).toHaveLength(4)
  })

  it('by a message that failed may be told again', async () => {
    let isReached = false
    scene = await openScene({}, () => (isReached ? SENT : FAILED))
    services = scene.services
    await importFamilies(services, [{}])
    await approved(services)
    await sendAll(services)
    isReached = true
    const id = await approved(services)
    await sendAll(services)
    expect((await read(services, id)).counts).toMatchObject({ sent: 1, skipped: 0 })
  })

  it('of two broadcasts at once is told by one', async () => {
    await importFamilies(services, Array(FAMILIES).fill({}))
    const ids = [await approved(services), await approved(services)]
    const workers = Array.from({ length: 3 }, async () => {
      for (let look = 0; look < 8; look++) await feedBroadcasts(services, { pages: 3 })
    })
    await Promise.all(workers)
    await sendAll(services)
    expect(scene.sms.addresses().toSorted()).toEqual(everybody)
    const [one, other] = await Promise.all(ids.map((id) => read(services, id)))
    expect((one?.counts.sent ?? 0) + (other?.counts.sent ?? 0)).toBe(FAMILIES)
  })
})

/** A house whose worker dies at its n-th batch from now: by turns before that is written, and after. */
function cutOff(services: Services, nth: number): Services {
  let batches = 0
  const atomically = async (writes: readonly Query[]) => {
    batches += 1
    const isLast = batches > nth / 2
    if (isLast && nth % 2 === 0) throw new StoreError('CUT_OFF')
    const commit = await services.store.atomically(writes)
    if (isLast) throw new StoreError('CUT_OFF')
    return commit
  }
  return { ...services, store: { ...services.store, atomically } }
}
