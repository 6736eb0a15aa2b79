import { openSqlite } from '../../src/storage/sqlite.ts'
import type { Store } from '../../src/storage/store.ts'

export const PLATFORM = 'Node + SQLite'

/** An empty, migrated database of its own. */
export async function openTestStore(): Promise<Store> {
  return openSqlite(':memory:')
}
