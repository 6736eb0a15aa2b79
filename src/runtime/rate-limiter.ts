import type { RateLimiter } from '../services.ts'

/** Counts in this process, by the calendar minute: enough for one Node; Workers bring their own limiter. */
export function createMemoryLimiter(clock: () => Date): RateLimiter {
  let minute = 0
  const counts = new Map<string, number>()
  return async (key, limit) => {
    const now = Math.floor(clock().getTime() / 60_000)
    if (now !== minute) {
      counts.clear()
      minute = now
    }
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    return count <= limit
  }
}
