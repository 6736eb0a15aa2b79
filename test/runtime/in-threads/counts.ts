/** Asks the limiter for one key so many times, and tells how often it was let through. */
import { parentPort, workerData } from 'node:worker_threads'
import { sharedLimiter } from '../../../src/runtime/shared-limiter.ts'

const { memory, key, limit, times } = workerData as {
  readonly memory: SharedArrayBuffer
  readonly key: string
  readonly limit: number
  readonly times: number
}
const limiter = sharedLimiter(memory, () => new Date(0))
let passed = 0
for (let time = 0; time < times; time++) if (await limiter(key, limit)) passed++
parentPort?.postMessage(passed)
