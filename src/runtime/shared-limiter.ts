import { hash } from 'node:crypto'
import type { RateLimiter } from '../services.ts'

/** Keys counted in one minute; those beyond share what is left. */
const PLACES = 32_768
/** Places tried for one key before it is counted with another: too strict rather than too lax. */
const TRIES = 32

/** What the limiters of all threads of a process share. */
export function limiterMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer((1 + 2 * PLACES) * Int32Array.BYTES_PER_ELEMENT)
}

/**
 * Counts in all threads of a process together, by the calendar minute, and no thread waits for another: each key has a
 * place, marked as its own, with its count. A few that come in another thread at the turn of a minute may go uncounted.
 */
export function sharedLimiter(memory: SharedArrayBuffer, clock: () => Date): RateLimiter {
  const minute = new Int32Array(memory, 0, 1)
  const marks = new Int32Array(memory, minute.byteLength, PLACES)
  const counts = new Int32Array(memory, minute.byteLength + marks.byteLength, PLACES)

  return async (key, limit) => {
    beginMinute()
    return Atomics.add(counts, placeOf(key), 1) < limit
  }

  function beginMinute(): void {
    const now = Math.floor(clock().getTime() / 60_000)
    const last = Atomics.load(minute, 0)
    if (now === last || Atomics.compareExchange(minute, 0, last, now) !== last) return
    marks.fill(0)
    counts.fill(0)
  }

  function placeOf(key: string): number {
    const digest = hash('sha1', key, 'buffer')
    const first = digest.readUInt32LE()
    // Of a free place it is 0.
    const mark = digest.readInt32LE(4) | 1
    for (let next = 0; next < TRIES; next++) {
      const place = (first + next) % PLACES
      const marked = Atomics.compareExchange(marks, place, 0, mark)
      if (marked === 0 || marked === mark) return place
    }
    return first % PLACES
  }
}
