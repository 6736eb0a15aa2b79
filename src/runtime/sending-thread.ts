/** The thread of `sending.ts`: services of its own over a database that is up to date. */
import { workerData } from 'node:worker_threads'
import type { Settings } from '../settings.ts'
import { openNodeServices } from './node.ts'
import { startSendingLoops } from './sending-loops.ts'
import { liveAsThread } from './thread.ts'
import { hearOthers } from './wakes.ts'

/** Fewer than another connection lets stand: the database's log is copied back here, not where answers are given. */
const LOG_PAGES = 16_384

const { services, onWake, close } = await openNodeServices(workerData as Settings, 'info', {
  logPages: LOG_PAGES,
})

liveAsThread(() => {
  const deafen = hearOthers('message', services.wake)
  const end = startSendingLoops(services, onWake)
  return async () => {
    deafen()
    await end()
    close()
  }
})
