import Sqlite from 'better-sqlite3'
import { CHANGED_ONE, type Commit, type Statement, StoreError } from './store.ts'

type Prepared = {
  readonly run: (params: readonly unknown[]) => number
  readonly all: (params: readonly unknown[]) => unknown[]
}

/** How long another connection that writes is waited for. */
export const BUSY_MS = 5000
/** Pages of 4 KiB that the log may hold before the commit that passes them copies it back: most are written again and again, and the disk is waited for each time. */
const LOG_PAGES = 32_768

/** One connection to a SQLite file (made where there is none), tuned alike in every thread; `:memory:` for one that is gone with the process. */
export function connect(path: string, logPages = LOG_PAGES): Sqlite.Database {
  const sqlite = new Sqlite(path)
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = NORMAL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma(`busy_timeout = ${BUSY_MS}`)
  // What is deleted is overwritten: a person forgotten is in no free page.
  sqlite.pragma('secure_delete = ON')
  // Blind indexes scatter over the whole database: 32 MiB of pages kept.
  sqlite.pragma('cache_size = -32768')
  sqlite.pragma(`wal_autocheckpoint = ${logPages}`)
  return sqlite
}

/** Statements by their text. Preparing costs more than most of ours; the few hundred there are stay prepared. */
export function preparer(sqlite: Sqlite.Database): (sql: string) => Prepared {
  const cache = new Map<string, Prepared>()
  return (sql) => {
    const known = cache.get(sql)
    if (known !== undefined) return known
    const { text, bind } = inOrder(sql)
    const statement = sqlite.prepare(text)
    const prepared: Prepared = {
      run: (params) => statement.run(...bind(params)).changes,
      all: (params) => statement.all(...bind(params)),
    }
    if (cache.size > 500) cache.clear()
    cache.set(sql, prepared)
    return prepared
  }
}

/** Runs the statements of one unit; throws where a guard failed. The caller holds the transaction. */
export function unitRunner(prepare: (sql: string) => Prepared): (statements: readonly Statement[]) => void {
  return (statements) => {
    let changed = 0
    for (const { sql, params } of statements) {
      if (sql !== CHANGED_ONE) changed = prepare(sql).run(params)
      else if (changed !== 1) throw new Conflict()
    }
  }
}

/** What a failed unit's error means: a conflict, or a StoreError to be thrown. */
export function outcomeOf(error: unknown): Exclude<Commit, 'committed'> | StoreError {
  if (error instanceof Conflict) return 'conflict'
  const code = codeOf(error)
  return /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|CHECK)$/.test(code) ? 'conflict' : new StoreError(code)
}

/** A driver's error by its code alone. */
export function codeOf(error: unknown): string {
  if (error instanceof Sqlite.SqliteError) return error.code
  return error instanceof Error ? error.name : 'UNKNOWN'
}

// D1 takes `?1` for a place, better-sqlite3 for a name, and binding by name is slow: each place is written as a plain `?`.
function inOrder(sql: string) {
  const places: number[] = []
  const text = sql.replace(/\?(\d+)/g, (_, place) => {
    places.push(Number(place) - 1)
    return '?'
  })
  const bind = (params: readonly unknown[]) => (places.length === 0 ? params : places.map((at) => params[at]))
  return { text, bind }
}

/** Thrown inside a unit to undo it. */
class Conflict extends Error {
  override readonly name = 'Conflict'
}
