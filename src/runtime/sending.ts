import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Services } from '../services.ts'
import type { OnWake } from './outbox-loop.ts'
import { startSendingLoops } from './sending-loops.ts'

/** What the thread is told. */
export type Told = 'wake' | 'end'

/**
 * Sends all that leaves, in a thread with a connection of its own, while the process lives: counting, wording and sealing
 * a broadcast, and copying the database's log back, keep a processor busy, and no answer is to wait behind them. Returns
 * how to end it. An error there ends the process, as one here would.
 */
export function startSending(services: Services, onWake: OnWake): () => Promise<void> {
  // Gone with its connection: no other thread sees it.
  if (services.settings.databasePath === ':memory:') return startSendingLoops(services, onWake)
  const thread = new Worker(new URL('./sending-thread.ts', import.meta.url), {
    workerData: services.settings,
  })
  const ended = once(thread, 'exit')
  const tell = (told: Told) => thread.postMessage(told)
  const takeBack = onWake(() => tell('wake'))
  return async () => {
    takeBack()
    tell('end')
    await ended
  }
}
