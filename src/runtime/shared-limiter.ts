import { hash } from 'node:crypto'
import type { RateLimiter } from '../services.ts'

/** Keys counted in one minute; those beyond share what is left. */
const PLACES = 32_768
/** Places tried for one key before it is counted with another: too strict rather than too lax. */
const TRIES = 32

/** Bits of a place: the minute it is of, the mark of its key, and how often that was let through. */
const MARK_BITS = 18
const COUNT_BITS = 20
const MINUTE_AT = BigInt(MARK_BITS + COUNT_BITS)
const MARK_AT = BigInt(COUNT_BITS)
const MOST = 2 ** COUNT_BITS - 1

/** What the limiters of all threads of a process share. */
export function limiterMemory(): SharedArrayBuffer {
  return new SharedArrayBuffer(PLACES * BigUint64Array.BYTES_PER_ELEMENT)
}

/**
 * Counts in all threads of a process together, by the calendar minute, and no thread waits for another: each key has a
 * place, which says in one number whose it is, of which minute, and its count, and is changed as one. A place of a minute
 * that is over is free, so that nothing is to be emptied at the turn of one. At most 1,048,575 are let through.
 */
export function sharedLimiter(memory: SharedArrayBuffer, clock: () => Date): RateLimiter {
  const places = new BigUint64Array(memory)

  return async (key, limit) => {
    const most = Math.min(limit, MOST)
    const minute = BigInt(Math.floor(clock().getTime() / 60_000))
    const digest = hash('sha1', key, 'buffer')
    const first = digest.readUInt32LE()
    const mark = BigInt(digest.readUInt32LE(4) % 2 ** MARK_BITS)
    for (let next = 0; next < TRIES; next++) {
      const passed = pass((first + next) % PLACES, minute, mark, most)
      if (passed !== null) return passed
    }
    return pass(first % PLACES, minute, null, most) === true
  }

  /** Whether one more passes at this place; null where it is another's. A null mark goes with whoever has it. */
  function pass(place: number, minute: bigint, mark: bigint | null, most: number): boolean | null {
    for (;;) {
      const held = Atomics.load(places, place)
      const isFree = held === 0n || held >> MINUTE_AT < minute
      if (!isFree && mark !== null && markOf(held) !== mark) return null
      if (most <= (isFree ? 0 : countOf(held))) return false
      const next = isFree ? (minute << MINUTE_AT) | ((mark ?? 0n) << MARK_AT) | 1n : held + 1n
      if (Atomics.compareExchange(places, place, held, next) === held) return true
    }
  }
}

function markOf(held: bigint): bigint {
  return BigInt.asUintN(MARK_BITS, held >> MARK_AT)
}

function countOf(held: bigint): number {
  return Number(BigInt.asUintN(COUNT_BITS, held))
}
