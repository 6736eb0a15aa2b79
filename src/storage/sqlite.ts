import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { codeOf, connect, outcomeOf, preparer, unitRunner } from './connection.ts'
import { logOf } from './flush-log.ts'
import { groupCommit, type Settled } from './group-commit.ts'
import * as schema from './schema.ts'
import { type Commit, type Store, StoreError } from './store.ts'

export type SqliteStore = Store & { readonly close: () => void }

const MIGRATIONS = new URL('../../migrations', import.meta.url).pathname

/** Opens (and makes, and brings up to date) the SQLite file at `path`; `:memory:` for one that is gone with the process. */
export function openSqlite(path: string, logPages?: number): SqliteStore {
  const sqlite = connect(path, logPages)
  const db = drizzle(sqlite, { schema })
  migrate(db, { migrationsFolder: MIGRATIONS })
  const prepare = preparer(sqlite)
  const log = logOf(path)
  const commit = groupCommit(sqlite, unitRunner(prepare))

  return {
    db,
    rows: async <Row>(sql: string, params: readonly unknown[] = []) =>
      reading(() => prepare(sql).all(params) as Row[]),
    atomically: async (writes) => settledAs(await commit(writes.map((write) => write.toSQL()))),
    flush: () => log.flush(),
    // The log still holds pages as they were: copied back and cut to nothing.
    scrub: async () => {
      sqlite.pragma('wal_checkpoint(TRUNCATE)')
    },
    ready: async () => isReady(() => sqlite.prepare('select 1 from guards limit 1').all()),
    close: () => {
      log.close()
      sqlite.close()
    },
  }
}

function reading<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new StoreError(codeOf(error))
  }
}

function settledAs(settled: Settled): Commit {
  if (settled === 'committed') return 'committed'
  const outcome = outcomeOf(settled.error)
  if (outcome instanceof StoreError) throw outcome
  return outcome
}

function isReady(probe: () => unknown): boolean {
  try {
    probe()
    return true
  } catch {
    return false
  }
}
