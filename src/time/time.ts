/**
 * Real time, by which leases and a channel's pace are measured, whatever day the application's own clock shows: a demo's
 * may stand still.
 */
export type Time = {
  /** Milliseconds of the epoch. */
  readonly now: () => number
  /** Calls once after `milliseconds`; what it returns takes the call back. */
  readonly after: (milliseconds: number, call: () => void) => () => void
}

/** The runtime's own. */
export const realTime: Time = {
  now: Date.now,
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** Lets others have their turn, whose answers would wait behind a long work that is done piece by piece. */
export function giveWay(): Promise<void> {
  return pause(realTime, 0)
}

export function pause({ after }: Time, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    after(milliseconds, resolve)
  })
}
