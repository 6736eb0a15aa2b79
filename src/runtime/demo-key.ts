import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toBase64 } from '../privacy/base64.ts'

/** The demo's data key, made on first start and kept in the data's folder, for its owner alone to read. */
export function demoKey(folder: string): string {
  const path = join(folder, 'demo.key')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  mkdirSync(folder, { recursive: true })
  const key = toBase64(crypto.getRandomValues(new Uint8Array(32)))
  writeFileSync(path, `${key}\n`, { mode: 0o600 })
  return key
}
