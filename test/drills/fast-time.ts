import type { Time } from '../../src/time/time.ts'
import { NOON } from '../contracts/fixed.ts'

/** A time that began with `from` at the real moment `epoch` and goes `speed` times as fast: leases run out and lost messages are asked for within seconds. */
export type FastTime = Time & {
  /** Sets its clock back, as an administrator does. */
  readonly setBack: (milliseconds: number) => void
}

// As it was before anybody put a fast one in its place.
const { now: realNow } = Date

/** Where the drills' time begins: the noon of a working day in term, on whatever day they run. */
export const DRILL_DAY = Date.parse(NOON)

export function fastTime(epoch: number, speed: number, from = epoch): FastTime {
  let back = 0
  return {
    now: () => Math.round(from + (realNow() - epoch) * speed - back),
    after: (milliseconds, call) => {
      const timer = setTimeout(call, milliseconds / speed)
      return () => clearTimeout(timer)
    },
    setBack: (milliseconds) => {
      back += milliseconds
    },
  }
}
