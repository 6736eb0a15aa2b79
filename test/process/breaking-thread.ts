/** Loaded before the program (`--import`): breaks a further thread that serves, once the file BREAK_AT is there. */
import { existsSync } from 'node:fs'
import { isMainThread, workerData } from 'node:worker_threads'

const file = process.env['BREAK_AT'] ?? ''
const isServing = !isMainThread && (workerData as { readonly shared?: unknown } | null)?.shared !== undefined

if (isServing) {
  if (existsSync(file)) throw new RangeError('broken as it loads')
  setInterval(() => {
    if (existsSync(file)) throw new RangeError('broken as it serves')
  }, 20)
}
