import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { limiterMemory, sharedLimiter } from '../../src/runtime/shared-limiter.ts'

describe('a limiter over all threads', () => {
  it('lets so many through in a minute, of each key, and counts from the start in the next', async () => {
    let now = 0
    const memory = limiterMemory()
    const [one, other] = [
      sharedLimiter(memory, () => new Date(now)),
      sharedLimiter(memory, () => new Date(now)),
    ]
    const asked = async (key: string) => [await one(key, 3), await other(key, 3)]
    const four = async (key: string) => [...(await asked(key)), ...(await asked(key))]
    expect(await four('a')).toEqual([true, true, true, false])
    expect(await four('b')).toEqual([true, true, true, false])
    now += 60_000
    expect(await four('a')).toEqual([true, true, true, false])
  })

  it.each([
    ['in one minute', { times: 6000, aMinute: 18_000, limit: 10_000 }, 10_000],
    ['while minute after minute begins', { times: 20_000, aMinute: 300, limit: 100 }, 20_000],
  ])('lets none through beyond that however many threads ask at once, %s', async (_, asking, all) => {
    const workerData = { memory: limiterMemory(), asked: new SharedArrayBuffer(4), key: 'a', ...asking }
    const passed = await Promise.all([1, 2, 3].map(() => answerOf('counts.ts', workerData)))
    expect(passed.reduce((sum, count) => sum + count, 0)).toBe(all)
  })

  it('counts each at the turn of a minute, by which thread ever the next is begun', async () => {
    let now = 0
    const memory = limiterMemory()
    const ahead = sharedLimiter(memory, () => new Date(now + 1))
    const behind = sharedLimiter(memory, () => new Date(now))
    for (now = 59_999; now < 600_000; now += 60_000) {
      expect([await ahead('a', 2), await behind('a', 2), await ahead('a', 2)]).toEqual([true, true, false])
    }
  })

  it('holds back more, not fewer, once there is no place left for a further key', async () => {
    const limiter = sharedLimiter(limiterMemory(), () => new Date(0))
    for (let key = 0; key < 100_000; key++) await limiter(String(key), 1)
    expect(await limiter('0', 1)).toBe(false)
    expect(await limiter('one more', 1)).toBe(false)
  })
})

async function answerOf(file: string, workerData: unknown): Promise<number> {
  const thread = new Worker(new URL(`./in-threads/${file}`, import.meta.url), { workerData })
  const [answer] = (await once(thread, 'message')) as [number]
  return answer
}
