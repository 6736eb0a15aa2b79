import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { groupCommit, type Settled } from './group-commit.ts'
import * as schema from './schema.ts'
import { CHANGED_ONE, type Commit, type Store, StoreError } from './store.ts'

export type SqliteStore = Store & { readonly close: () => void }

type Prepared = {
  readonly run: (params: readonly unknown[]) => number
  readonly all: (params: readonly unknown[]) => unknown[]
}

const MIGRATIONS = new URL('../../migrations', import.meta.url).pathname

/** Opens (and makes, and brings up to date) the SQLite file at `path`; `:memory:` for one that is gone with the process. */
export function openSqlite(path: string): SqliteStore {
  const sqlite = new Sqlite(path)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = NORMAL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('busy_timeout = 5000')
  // What is deleted is overwritten: a person forgotten is in no free page.
  sqlite.pragma('secure_delete = ON')
  // Blind indexes scatter over the whole database: 32 MiB of pages kept, and as much log before it is copied back.
  sqlite.pragma('cache_size = -32768')
  sqlite.pragma('wal_autocheckpoint = 8192')
  const db = drizzle(sqlite, { schema })
  migrate(db, { migrationsFolder: MIGRATIONS })
  const prepare = preparer(sqlite)
  const commit = groupCommit(sqlite, (statements) => {
    let changed = 0
    for (const { sql, params } of statements) {
      if (sql !== CHANGED_ONE) changed = prepare(sql).run(params)
      else if (changed !== 1) throw new Conflict()
    }
  })

  return {
    db,
    rows: async <Row>(sql: string, params: readonly unknown[] = []) =>
      reading(() => prepare(sql).all(params) as Row[]),
    atomically: async (writes) => outcomeOf(await commit(writes.map((write) => write.toSQL()))),
    // The log still holds pages as they were: copied back and cut to nothing.
    scrub: async () => {
      sqlite.pragma('wal_checkpoint(TRUNCATE)')
    },
    ready: async () => isReady(() => sqlite.prepare('select 1 from guards limit 1').all()),
    close: () => sqlite.close(),
  }
}

// Preparing costs more than most of our statements; the few hundred there are stay prepared.
function preparer(sqlite: Sqlite.Database): (sql: string) => Prepared {
  const cache = new Map<string, Prepared>()
  return (sql) => {
    const known = cache.get(sql)
    if (known !== undefined) return known
    const statement = sqlite.prepare(sql)
    const bind = /\?\d/.test(sql) ? numbered : (params: readonly unknown[]) => params
    const prepared: Prepared = {
      run: (params) => statement.run(...bind(params)).changes,
      all: (params) => statement.all(...bind(params)),
    }
    if (cache.size > 500) cache.clear()
    cache.set(sql, prepared)
    return prepared
  }
}

// better-sqlite3 takes `?1` for a name; D1 takes it for a place.
function numbered(params: readonly unknown[]): readonly unknown[] {
  return [Object.fromEntries(params.map((value, at) => [at + 1, value]))]
}

function reading<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new StoreError(codeOf(error))
  }
}

function outcomeOf(settled: Settled): Commit {
  if (settled === 'committed') return 'committed'
  if (settled.error instanceof Conflict) return 'conflict'
  const code = codeOf(settled.error)
  if (/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|CHECK)$/.test(code)) return 'conflict'
  throw new StoreError(code)
}

/** Thrown inside a unit to undo it. */
class Conflict extends Error {
  override readonly name = 'Conflict'
}

function isReady(probe: () => unknown): boolean {
  try {
    probe()
    return true
  } catch {
    return false
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Sqlite.SqliteError) return error.code
  return error instanceof Error ? error.name : 'UNKNOWN'
}
