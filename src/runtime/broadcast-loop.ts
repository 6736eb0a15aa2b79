import { feedBroadcasts } from '../broadcasts/sending/feed.ts'
import { pause, realTime } from '../time/time.ts'
import type { Services } from '../services.ts'
import type { OnWake } from './outbox-loop.ts'
import { createWaker } from '../time/waker.ts'

const LOOK_EVERY_MS = 2000
/** Every message that waits to leave wakes, and most are no broadcast's. */
const REST_MS = 250
/** Pages between two looks, and households a page: some few milliseconds, in which nobody else writes. */
export const FEED = { pages: 100, size: 20 } as const

/**
 * Keeps broadcasts going while the process lives: looks when woken, and every few seconds. Returns how to end it, the page
 * under way done.
 */
export function startBroadcastLoop(services: Services, onWake: OnWake): () => Promise<void> {
  const waker = createWaker(realTime)
  const takeBack = onWake(waker.wake)
  let stopping = false
  const ended = loop()

  async function loop(): Promise<void> {
    while (!stopping) {
      if (await look()) continue
      await waker.wait(LOOK_EVERY_MS)
      if (!stopping) await pause(realTime, REST_MS)
    }
  }

  async function look(): Promise<boolean> {
    try {
      return await feedBroadcasts(services, { ...FEED, isStopping: () => stopping })
    } catch (error) {
      services.log.error('broadcasts failed', { error: error instanceof Error ? error.name : 'unknown' })
      return false
    }
  }

  return async () => {
    stopping = true
    waker.wake()
    takeBack()
    await ended
  }
}
