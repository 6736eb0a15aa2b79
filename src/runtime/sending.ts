import type { Services } from '../services.ts'
import type { OnWake } from './outbox-loop.ts'
import { startSendingLoops } from './sending-loops.ts'
import { startThread, type Thread } from './thread.ts'
import { tellOthers } from './wakes.ts'

/**
 * Sends all that leaves, in a thread with a connection of its own, while the process lives: counting, wording and sealing
 * a broadcast, and copying the database's log back, keep a processor busy, and no answer is to wait behind them. An error
 * there ends the process, as one here would.
 */
export function startSending(services: Services, onWake: OnWake): Thread {
  // Gone with its connection: no other thread sees it.
  if (services.settings.databasePath === ':memory:')
    return { begun: Promise.resolve(true), end: startSendingLoops(services, onWake) }
  const file = new URL('./sending-thread.ts', import.meta.url)
  const { begun, end } = startThread(file, 'sending', services.settings, (error) => {
    throw error
  })
  const takeBack = tellOthers('message', onWake)
  return {
    begun,
    end: () => {
      takeBack()
      return end()
    },
  }
}
