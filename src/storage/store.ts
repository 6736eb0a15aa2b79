import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type * as schema from './schema.ts'

export type SqlValue = string | number | null

/** One SQL statement with its bound values; drizzle's builders give one by `toSQL()`. */
export type Statement = { readonly sql: string; readonly params: readonly unknown[] }

/** Anything that can tell its SQL: a drizzle query, or a statement wrapped by `statement`. */
export type Query = { toSQL(): Statement }

/** drizzle over either driver. Reads go through it and are always awaited; writes go through `atomically`. */
type Database = BaseSQLiteDatabase<'sync' | 'async', unknown, typeof schema>

export type Commit = 'committed' | 'conflict'

/**
 * Writes made all or none, as `atomically` makes them, and handed over in pieces while the next are prepared. A guard
 * stands in the piece of the write it guards. Where other writes of the store come between, `commit` throws and nothing is written.
 */
export type Gathering = {
  /** Takes the next piece. What fails is told by `commit`. */
  readonly add: (writes: readonly Query[]) => Promise<void>
  readonly commit: () => Promise<Commit>
}

/** The database as the rooms see it: the same promises on better-sqlite3 and on D1. */
export type Store = {
  readonly db: Database
  /** Rows of one raw read, for hot paths and bulk look-ups by `json_each`. Column names are the database's. */
  readonly rows: <Row>(sql: string, params?: readonly SqlValue[]) => Promise<Row[]>
  /**
   * All writes or none. `conflict`: a guard failed or a unique key was taken, and nothing was written.
   * Any other failure throws a StoreError, whose message holds no values.
   */
  readonly atomically: (writes: readonly Query[]) => Promise<Commit>
  /** Where a store can take writes over before the last of them is known; asked for by `gather` of `gathering.ts`. */
  readonly gather?: () => Gathering
  /** What was committed is on the disk itself, and outlives a loss of power; a commit alone outlives the process. */
  readonly flush: () => Promise<void>
  /** What was deleted leaves the disk too, as far as the database's files are ours. Harmless to repeat. */
  readonly scrub: () => Promise<void>
  /** Reached and migrated: false where a table is missing. */
  readonly ready: () => Promise<boolean>
}

/** A database failure, told by its code alone: drivers' messages can hold names and telephones. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: string
  constructor(code: string) {
    super(`database failure: ${code}`)
    this.code = code
  }
}

/** A raw write, for what the query builder cannot say (bulk inserts from `json_each(?1)`). */
export function statement(sql: string, params: readonly SqlValue[] = []): Query {
  return { toSQL: () => ({ sql, params }) }
}

/** A builder as a plain statement. A builder is a thenable, so one that an async function returns would be run there and then. */
export function write(builder: Query): Query {
  const built = builder.toSQL()
  return { toSQL: () => built }
}

/** D1 cannot look between the writes of a batch: what they changed is put where only 1 is allowed. */
export const CHANGED_ONE = 'insert or replace into guards (id, ok) select 1, changes()'

/** Undoes the batch unless the write just before it changed exactly one row (compare-and-set). */
export function mustHaveChangedOne(): Query {
  return statement(CHANGED_ONE)
}
