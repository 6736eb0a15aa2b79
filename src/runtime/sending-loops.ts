import type { Services } from '../services.ts'
import { startBroadcastLoop } from './broadcast-loop.ts'
import { type OnWake, startOutboxLoop } from './outbox-loop.ts'

/** Puts broadcasts into the outbox and sends what is due there. Returns how to end both, what is under way done. */
export function startSendingLoops(services: Services, onWake: OnWake): () => Promise<void> {
  const endOutbox = startOutboxLoop(services, onWake)
  const endBroadcasts = startBroadcastLoop(services, onWake)
  // What was put in last still leaves: the outbox ends last.
  return () => endBroadcasts().then(endOutbox)
}
