import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { demoKey } from './demo-key.ts'
import { createIds } from './ids.ts'
import { lineWriter } from './line-writer.ts'
import { createLog } from './log.ts'
import { fromBase64 } from '../privacy/base64.ts'
import { openSenders } from '../channels/senders.ts'
import { createVault } from '../privacy/vault.ts'
import { nodeCipher } from './node-cipher.ts'
import { createMemoryLimiter } from './rate-limiter.ts'
import { createWaker, type Waker } from './waker.ts'
import type { Services } from '../services.ts'
import type { Settings } from '../settings.ts'
import { openSqlite } from '../storage/sqlite.ts'

/** What a process holds open; `waker` is woken when a message waits to leave. */
export type Opened = { readonly services: Services; readonly waker: Waker; readonly close: () => void }

/** The services on Node: embedded SQLite, migrated; in the demo a data key made on first start and kept beside the database. */
export async function openNodeServices(settings: Settings, logLevel: 'info' | 'warning'): Promise<Opened> {
  if (settings.databasePath !== ':memory:') mkdirSync(dirname(settings.databasePath), { recursive: true })
  const dataKey = settings.dataKey ?? demoKey(dirname(settings.databasePath))
  const previous = settings.dataKeyPrevious
  const previousKey = previous === undefined ? undefined : fromBase64(previous)
  const vault = await createVault(fromBase64(dataKey), previousKey, nodeCipher)
  const clock = fixedOrReal(settings.now)
  const store = openSqlite(settings.databasePath)
  const waker = createWaker()
  const services: Services = {
    settings,
    store,
    vault,
    clock,
    ids: createIds(() => new Date()),
    limiter: createMemoryLimiter(() => new Date()),
    log: createLog(logLevel, lineWriter(process.stdout)),
    senders: openSenders(settings),
    wake: waker.wake,
  }
  return { services, waker, close: store.close }
}

function fixedOrReal(now: string | undefined): () => Date {
  return now === undefined ? () => new Date() : () => new Date(now)
}
