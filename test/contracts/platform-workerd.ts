import { applyD1Migrations, env, reset } from 'cloudflare:test'
import { openD1 } from '../../src/storage/d1.ts'
import type { Store } from '../../src/storage/store.ts'

export const PLATFORM = 'workerd + D1'

/** The empty, migrated database: one a file, emptied at each opening. */
export async function openTestStore(): Promise<Store> {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  return openD1(env.DB)
}
