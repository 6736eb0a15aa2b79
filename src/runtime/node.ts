import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { demoKey } from './demo-key.ts'
import { createIds } from '../ids.ts'
import { lineWriter } from './line-writer.ts'
import { measureLabels } from './measure-labels.ts'
import { createLog } from './log.ts'
import { fromBase64 } from '../privacy/base64.ts'
import { createDesk } from '../inbox/desk.ts'
import { openSenders } from '../channels/senders.ts'
import { createVault } from '../privacy/vault.ts'
import { nodeCipher } from './node-cipher.ts'
import { nodeMac } from './node-mac.ts'
import type { OnWake } from './outbox-loop.ts'
import { createMemoryLimiter } from './rate-limiter.ts'
import type { Shared } from './shared.ts'
import { sharedDesk } from './shared-desk.ts'
import { sharedLimiter } from './shared-limiter.ts'
import type { Services } from '../services.ts'
import type { Settings } from '../settings.ts'
import { openSqlite } from '../storage/sqlite.ts'

/** A form's file stands in memory once, before it is kept in pieces: some 300,000 rows of CSV. */
const UPLOAD_LIMITS = {
  bytes: 64 * 1024 * 1024,
  workbook: 64 * 1024 * 1024,
  rows: Number.POSITIVE_INFINITY,
  queries: Number.POSITIVE_INFINITY,
} as const

/** What a process holds open; `onWake` tells when a message waits to leave, `onImport` when a file was handed in. */
export type Opened = {
  readonly services: Services
  readonly onWake: OnWake
  readonly onImport: OnWake
  readonly close: () => void
}

/** What a thread has otherwise than a process that is one alone. */
export type OfThread = {
  /** Pages that the database's log may hold before this connection copies it back. */
  readonly logPages?: number
  /** What it shares with other threads that answer. */
  readonly shared?: Shared
}

/** The services on Node: embedded SQLite, migrated; in the demo a data key made on first start and kept beside the database. */
export async function openNodeServices(
  settings: Settings,
  logLevel: 'info' | 'warning',
  { logPages, shared }: OfThread = {},
): Promise<Opened> {
  if (settings.databasePath !== ':memory:') mkdirSync(dirname(settings.databasePath), { recursive: true })
  const dataKey = settings.dataKey ?? demoKey(dirname(settings.databasePath))
  const previous = settings.dataKeyPrevious
  const previousKey = previous === undefined ? undefined : fromBase64(previous)
  const primitives = { cipherOf: nodeCipher, macOf: nodeMac }
  const vault = await createVault(fromBase64(dataKey), previousKey, primitives)
  const clock = fixedOrReal(settings.now)
  const store = openSqlite(settings.databasePath, logPages)
  const listeners = new Set<() => void>()
  const importers = new Set<() => void>()
  const services: Services = {
    settings,
    store,
    vault,
    clock,
    ids: createIds(realClock),
    limiter: shared === undefined ? createMemoryLimiter(realClock) : sharedLimiter(shared.limiter, realClock),
    log: createLog(logLevel, lineWriter(process.stdout)),
    desk: shared === undefined ? createDesk() : sharedDesk(shared.desk),
    senders: openSenders(settings),
    wake: (of) => {
      for (const wake of of === 'upload' ? importers : listeners) wake()
    },
    uploadLimits: UPLOAD_LIMITS,
    measureLabels,
  }
  return { services, onWake: listening(listeners), onImport: listening(importers), close: store.close }
}

function realClock(): Date {
  return new Date()
}

function fixedOrReal(now: string | undefined): () => Date {
  return now === undefined ? realClock : () => new Date(now)
}

function listening(listeners: Set<() => void>): OnWake {
  return (wake) => {
    listeners.add(wake)
    return () => listeners.delete(wake)
  }
}
