import { applyD1Migrations, env, reset } from 'cloudflare:test'
import type { Desk } from '../../src/inbox/desk.ts'
import type { Vault } from '../../src/privacy/vault.ts'
import { objectDesk } from '../../src/runtime/contact-desk.ts'
import { openD1 } from '../../src/storage/d1.ts'
import type { Store } from '../../src/storage/store.ts'

export const PLATFORM = 'workerd + D1'

/** The empty, migrated database: one for all files, emptied at each opening. */
export async function openTestStore(): Promise<Store> {
  // Only what is in use is emptied: after ten idle seconds, as a slow machine's may be, the database is not.
  await env.DB.prepare('select 1').run()
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  return openD1(env.DB)
}

/** The desk of a running Worker: a real Durable Object a contact, with services of its own on the same database. */
export function openDesk(vault: Vault): Desk {
  return objectDesk(env.CONTACTS, vault)
}
