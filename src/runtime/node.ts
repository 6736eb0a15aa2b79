import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { demoKey } from './demo-key.ts'
import { createIds } from './ids.ts'
import { lineWriter } from './line-writer.ts'
import { createLog } from './log.ts'
import { fromBase64 } from '../privacy/base64.ts'
import { createVault } from '../privacy/vault.ts'
import { nodeCipher } from './node-cipher.ts'
import { createMemoryLimiter } from './rate-limiter.ts'
import type { Services } from '../services.ts'
import type { Settings } from '../settings.ts'
import { openSqlite } from '../storage/sqlite.ts'

/** The services on Node: embedded SQLite, migrated; in the demo a data key made on first start and kept beside the database. */
export async function openNodeServices(
  settings: Settings,
  logLevel: 'info' | 'warning',
): Promise<{ services: Services; close: () => void }> {
  if (settings.databasePath !== ':memory:') mkdirSync(dirname(settings.databasePath), { recursive: true })
  const dataKey = settings.dataKey ?? demoKey(dirname(settings.databasePath))
  const previous = settings.dataKeyPrevious
  const previousKey = previous === undefined ? undefined : fromBase64(previous)
  const vault = await createVault(fromBase64(dataKey), previousKey, nodeCipher)
  const clock = fixedOrReal(settings.now)
  const store = openSqlite(settings.databasePath)
  const services: Services = {
    settings,
    store,
    vault,
    clock,
    ids: createIds(() => new Date()),
    limiter: createMemoryLimiter(() => new Date()),
    log: createLog(logLevel, lineWriter(process.stdout)),
    senders: {},
    wake: () => {},
  }
  return { services, close: store.close }
}

function fixedOrReal(now: string | undefined): () => Date {
  return now === undefined ? () => new Date() : () => new Date(now)
}
