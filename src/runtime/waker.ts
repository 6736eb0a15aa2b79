/** Wakes who waits: a call while nobody waits is kept for the next who does. */
export type Waker = {
  readonly wake: () => void
  /** Ends when woken, or after `milliseconds`. */
  readonly wait: (milliseconds: number) => Promise<void>
}

/** A waker within one process. */
export function createWaker(): Waker {
  let woken = false
  let end: (() => void) | null = null
  return {
    wake: () => {
      woken = true
      end?.()
    },
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(finish, woken ? 0 : milliseconds)
        end = finish
        function finish() {
          clearTimeout(timer)
          end = null
          woken = false
          resolve()
        }
      }),
  }
}
