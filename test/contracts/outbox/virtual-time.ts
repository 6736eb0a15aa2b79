import type { Time } from '../../../src/time/time.ts'

type Timer = { readonly at: number; readonly call: () => void }

/** Turns in which nobody asked for a timer before everything is taken to wait for one: sealing and storing take some. */
const QUIET_TURNS = 3

/**
 * A time in which nobody waits: where everything waits for a timer, the clock moves to the next one. `move` moves it on by
 * so many milliseconds; `stop` ends it, as a process does that is killed.
 */
export function virtualTime(
  now: () => number,
  move: (milliseconds: number) => void,
): Time & { stop: () => void } {
  const timers = new Set<Timer>()
  let isRunning = false
  let isStopped = false
  let quiet = 0

  function next(): void {
    if (quiet < QUIET_TURNS) {
      quiet++
      setTimeout(next, 0)
      return
    }
    quiet = 0
    const [first] = [...timers].toSorted((one, other) => one.at - other.at)
    if (first === undefined || isStopped) {
      isRunning = false
      return
    }
    timers.delete(first)
    if (first.at > now()) move(first.at - now())
    first.call()
    setTimeout(next, 0)
  }

  return {
    now,
    after: (milliseconds, call) => {
      const timer = { at: now() + milliseconds, call }
      timers.add(timer)
      quiet = 0
      if (!isRunning) {
        isRunning = true
        setTimeout(next, 0)
      }
      return () => timers.delete(timer)
    },
    stop: () => {
      isStopped = true
    },
  }
}
