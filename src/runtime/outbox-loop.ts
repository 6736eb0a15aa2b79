import { CHANNELS, type Channel } from '../conversation/turn.ts'
import { drainChannel } from '../outbox/drain-channel.ts'
import type { Sender } from '../outbox/sender.ts'
import { realTime } from '../time/time.ts'
import type { Services } from '../services.ts'
import { createWaker } from '../time/waker.ts'

/** Calls whenever a message waits to leave; what it returns ends that. */
export type OnWake = (wake: () => void) => () => void

const LOOK_EVERY_MS = 5000
const CONCURRENCY = 32

/**
 * Sends what is due while the process lives, each channel for itself: when woken, and every few seconds. Returns how to
 * end it: what is with a provider is waited for and written down.
 */
export function startOutboxLoop(services: Services, onWake: OnWake): () => Promise<void> {
  const ends = CHANNELS.flatMap((channel) => {
    const sender = services.senders[channel]
    return sender === undefined ? [] : [startChannelLoop(services, channel, sender, onWake)]
  })
  return async () => {
    await Promise.all(ends.map((end) => end()))
  }
}

function startChannelLoop(
  services: Services,
  channel: Channel,
  sender: Sender,
  onWake: OnWake,
): () => Promise<void> {
  const waker = createWaker(realTime)
  const takeBack = onWake(waker.wake)
  let stopping = false
  const limits = {
    time: realTime,
    budgetMs: Number.POSITIVE_INFINITY,
    turns: Number.POSITIVE_INFINITY,
    concurrency: CONCURRENCY,
    isStopping: () => stopping,
    onWake,
  }
  const ended = loop()

  async function loop(): Promise<void> {
    while (!stopping) {
      try {
        await drainChannel(services, channel, sender, limits)
      } catch (error) {
        services.log.error('outbox failed', {
          channel,
          error: error instanceof Error ? error.name : 'unknown',
        })
      }
      if (!stopping) await waker.wait(LOOK_EVERY_MS)
    }
  }

  return async () => {
    stopping = true
    waker.wake()
    takeBack()
    await ended
  }
}
