/** Asks the limiter for one key so many times, and tells how often it was let through. All threads' askings move its clock. */
import { parentPort, workerData } from 'node:worker_threads'
import { sharedLimiter } from '../../../src/runtime/shared-limiter.ts'

const { memory, asked, key, limit, times, aMinute } = workerData as {
  readonly memory: SharedArrayBuffer
  /** How often all threads have asked. */
  readonly asked: SharedArrayBuffer
  readonly key: string
  readonly limit: number
  readonly times: number
  /** How many askings make a minute. */
  readonly aMinute: number
}
const count = new Int32Array(asked)
const limiter = sharedLimiter(memory, () => new Date(60_000 * Math.floor(Atomics.add(count, 0, 1) / aMinute)))
let passed = 0
for (let time = 0; time < times; time++) if (await limiter(key, limit)) passed++
parentPort?.postMessage(passed)
