import type { Time } from './time.ts'

/** Wakes who waits: a call while nobody waits is kept for the next who does. */
export type Waker = {
  readonly wake: () => void
  /** Ends when woken, or after `milliseconds`. */
  readonly wait: (milliseconds: number) => Promise<void>
}

/** A waker for one who waits, within one process. */
export function createWaker({ after }: Pick<Time, 'after'>): Waker {
  let woken = false
  let end: (() => void) | null = null
  return {
    wake: () => {
      woken = true
      end?.()
    },
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const takeBack = after(woken ? 0 : milliseconds, finish)
        end = finish
        function finish() {
          takeBack()
          end = null
          woken = false
          resolve()
        }
      }),
  }
}
