/**
 * Loaded before the program (`--import`): a further thread that serves breaks once the file BREAK_AT is there, or with HOLD
 * never comes to be loaded.
 */
import { existsSync } from 'node:fs'
import { isMainThread, workerData } from 'node:worker_threads'

const file = process.env['BREAK_AT'] ?? ''
const isServing = !isMainThread && (workerData as { readonly shared?: unknown } | null)?.shared !== undefined

if (isServing) {
  if (existsSync(file)) throw new RangeError('broken as it loads')
  setInterval(() => {
    if (existsSync(file)) throw new RangeError('broken as it serves')
  }, 20)
  if (process.env['HOLD'] !== undefined) {
    process.stderr.write('a thread is held\n')
    await new Promise(() => {})
  }
}
