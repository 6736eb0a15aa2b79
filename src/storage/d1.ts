import type { D1Database } from '@cloudflare/workers-types'
import { drizzle } from 'drizzle-orm/d1'
import * as schema from './schema.ts'
import { type Query, type Statement, type Store, StoreError } from './store.ts'

/** The store over Cloudflare D1. Migrations are applied by `wrangler d1 migrations apply`, never here. */
export function openD1(d1: D1Database): Store {
  return {
    db: drizzle(d1, { schema }),
    rows: async <Row>(sql: string, params: readonly unknown[] = []) => {
      try {
        return (
          await d1
            .prepare(sql)
            .bind(...params)
            .all<Row>()
        ).results
      } catch (error) {
        throw new StoreError(codeOf(error))
      }
    },
    atomically: async (writes) => {
      if (writes.length === 0) return 'committed'
      try {
        await d1.batch(writes.map((write) => bound(d1, write)))
        return 'committed'
      } catch (error) {
        const code = codeOf(error)
        if (/^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY|CHECK)$/.test(code)) return 'conflict'
        throw new StoreError(code)
      }
    },
    // D1 says that it has committed once it is safe.
    flush: async () => {},
    // D1's files are Cloudflare's: nothing of them is ours to overwrite.
    scrub: async () => {},
    ready: async () => {
      try {
        await d1.prepare('select 1 from guards limit 1').all()
        return true
      } catch {
        return false
      }
    },
  }
}

function bound(d1: D1Database, write: Query) {
  const { sql, params }: Statement = write.toSQL()
  return d1.prepare(sql).bind(...params)
}

// D1 gives no code, only words such as "UNIQUE constraint failed: … SQLITE_CONSTRAINT"; only the kind is kept of them.
function codeOf(error: unknown): string {
  const words = error instanceof Error ? error.message : ''
  if (/UNIQUE constraint failed/.test(words)) return 'SQLITE_CONSTRAINT_UNIQUE'
  if (/CHECK constraint failed/.test(words)) return 'SQLITE_CONSTRAINT_CHECK'
  return /SQLITE_[A-Z_]+/.exec(words)?.[0] ?? 'UNKNOWN'
}
