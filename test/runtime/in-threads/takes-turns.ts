/** Takes so many turns of one contact, in each of which it reads a number, rests, and writes the next. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Inbound } from '../../../src/inbox/inbound.ts'
import { sharedDesk } from '../../../src/runtime/shared-desk.ts'

const { inbound, memory, tally, turns } = workerData as {
  readonly inbound: Inbound
  readonly memory: SharedArrayBuffer
  readonly tally: SharedArrayBuffer
  readonly turns: number
}
const desk = sharedDesk(memory)
const counted = new Int32Array(tally)

const taken = Array.from({ length: turns }, () =>
  desk(inbound, async () => {
    const [last = 0] = counted
    await new Promise(setImmediate)
    counted[0] = last + 1
    return { replies: [], repeated: false }
  }),
)
// Who waits for a turn keeps no thread alive: a server is by its connections, this one by what it could be told.
parentPort?.on('message', () => {})
parentPort?.postMessage('taken')
await Promise.all(taken)
parentPort?.postMessage('done')
parentPort?.close()
