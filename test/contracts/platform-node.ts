import { createDesk, type Desk } from '../../src/inbox/desk.ts'
import type { Vault } from '../../src/privacy/vault.ts'
import { openSqlite } from '../../src/storage/sqlite.ts'
import type { Store } from '../../src/storage/store.ts'

export const PLATFORM = 'Node + SQLite'

/** An empty, migrated database of its own. */
export async function openTestStore(): Promise<Store> {
  return openSqlite(':memory:')
}

/** The desk of a running program. */
export function openDesk(_vault: Vault): Desk {
  return createDesk()
}
