import { beforeEach, describe, expect, it } from 'vitest'
import { PLATFORM } from '#platform'
import { pauseBroadcast } from '../../../src/broadcasts/life/control.ts'
import { feedBroadcasts } from '../../../src/broadcasts/sending/feed.ts'
import { drain } from '../../../src/outbox/drain.ts'
import { realTime } from '../../../src/time/time.ts'
import { refusing } from '../../drills/refusing-store.ts'
import { importFamilies } from '../families.ts'
import { AUTHOR, approved, HOURS, must, openScene, read, type Scene, step } from './scene.ts'

const FAMILIES = 130
const SECONDS = 1000
let scene: Scene
let services: Scene['services']

beforeEach(async () => {
  scene = await openScene()
  services = scene.services
  await importFamilies(services, Array(FAMILIES).fill({}))
})

/** A broadcast of which some messages have left in half a minute; how many. */
async function halfAMinute(): Promise<{ readonly id: string; readonly left: number }> {
  const id = await approved(services)
  await feedBroadcasts(services, { pages: 1 })
  await drain(services, { time: realTime, budgetMs: 60_000, turns: 1, concurrency: 8 })
  services.moveClock(30 * SECONDS)
  await feedBroadcasts(services, { pages: 1 })
  return { id, left: scene.sms.addresses().length }
}

describe(`how a broadcast goes on, on ${PLATFORM}`, () => {
  it('is told in what has left of all, how many a second, and the time that is left', async () => {
    const { id, left } = await halfAMinute()
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(FAMILIES)
    expect((await read(services, id)).progress).toEqual({
      done: left,
      of: FAMILIES,
      perSecond: left / 30,
      secondsLeft: Math.ceil((FAMILIES - left) / (left / 30)),
      quietUntil: null,
    })
  })

  it('is counted over all its families from its first page on', async () => {
    const id = await approved(services)
    await feedBroadcasts(services, { pages: 1 })
    expect((await read(services, id)).progress).toMatchObject({ done: 0, of: FAMILIES, perSecond: null })
  })

  it.each([
    ['its measure is old', () => Promise.resolve(services.moveClock(121 * SECONDS))],
    ['it is paused', async (id: string) => void must(await pauseBroadcast(services, AUTHOR, id))],
  ])('tells no time that is left where %s', async (_where, happen) => {
    const { id } = await halfAMinute()
    await happen(id)
    expect((await read(services, id)).progress).toMatchObject({ perSecond: null, secondsLeft: null })
  })

  it('says until when quiet hours hold it', async () => {
    const { id } = await halfAMinute()
    services.moveClock(10 * HOURS)
    expect((await read(services, id)).progress?.quietUntil).toBe('2026-11-18T23:30:00.000Z')
  })

  it('does not keep it from its end where it cannot be counted', async () => {
    const { store } = services
    const troubled = {
      ...services,
      store: refusing(store, (sql) => sql.startsWith('update broadcast_runs set size')),
    }
    const id = await approved(troubled)
    for (let look = 0; look < 4; look++) await step(troubled).catch(() => drain(troubled, LIMITS))
    expect(await read(services, id)).toMatchObject({
      broadcast: { state: 'done' },
      counts: { sent: FAMILIES },
    })
  })
})

const LIMITS = { time: realTime, budgetMs: 60_000, turns: 10_000, concurrency: 8 } as const
