/** A further thread of `serving.ts`: the application over services of its own, on the port that the first listens on. */
import { workerData } from 'node:worker_threads'
import { listen } from './listen.ts'
import { openNodeServices } from './node.ts'
import { nodeApp } from './node-app.ts'
import type { Order } from './serving.ts'
import { liveAsThread } from './thread.ts'
import { tellOthers } from './wakes.ts'

const { settings, port, shared } = workerData as Order
const { services, onWake, onImport, close } = await openNodeServices(settings, 'info', { shared })
const app = nodeApp(services)

liveAsThread(async () => {
  tellOthers('message', onWake)
  tellOthers('upload', onImport)
  const { end } = await listen(app, port, true)
  services.log.info('listening too', { port })
  return async () => {
    await end()
    close()
  }
})
