/** The thread of `sending.ts`: services of its own over a database that is up to date. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Settings } from '../settings.ts'
import { openNodeServices } from './node.ts'
import type { Told } from './sending.ts'
import { startSendingLoops } from './sending-loops.ts'

/** Fewer than another connection lets stand: the database's log is copied back here, not where answers are given. */
const LOG_PAGES = 16_384

const { services, onWake, close } = await openNodeServices(workerData as Settings, 'info', LOG_PAGES)
const end = startSendingLoops(services, onWake)

parentPort?.on('message', (told: Told) => {
  if (told === 'wake') return services.wake()
  void end().finally(() => {
    close()
    // Connections that a provider keeps open would hold it up; of a thread this ends the thread alone.
    process.exit()
  })
})
