import { setTimeout as sleep } from 'node:timers/promises'
import { drain } from '../outbox/drain.ts'
import type { Services } from '../services.ts'
import type { Waker } from './waker.ts'

const LOOK_EVERY_MS = 5000
const BUDGET_MS = 60_000

/** Sends what is due while the process lives: when woken, and every few seconds. Returns how to end it, work under way done. */
export function startOutboxLoop(services: Services, waker: Waker): () => Promise<void> {
  let stopping = false
  const ended = loop()

  async function loop(): Promise<void> {
    while (!stopping) {
      try {
        const more = await drain(services, { budgetMs: BUDGET_MS, sleep, stopping: () => stopping })
        if (!more) await waker.wait(LOOK_EVERY_MS)
      } catch (error) {
        services.log.error('outbox failed', { error: error instanceof Error ? error.name : 'unknown' })
        await waker.wait(LOOK_EVERY_MS)
      }
    }
  }

  return async () => {
    stopping = true
    waker.wake()
    await ended
  }
}
