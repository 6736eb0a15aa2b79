import type { Services } from '../../services.ts'
import { statement } from '../../storage/store.ts'

const MOST_FAILURES = 8
const LOCKED_MS = 15 * 60_000

type Locking = Pick<Services, 'store' | 'vault' | 'clock'>

const LOCKED = 'select locked_until from sign_in_failures where key = ?1'
const FAILED = `insert into sign_in_failures (key, count, locked_until) values (?1, 1, null)
  on conflict (key) do update set
    count = case when count >= ?2 then 1 else count + 1 end,
    locked_until = case when count + 1 = ?2 then ?3 else locked_until end`
const FORGOTTEN = 'delete from sign_in_failures where key = ?1'

/** Whether this user name may not be tried now, whether or not there is one of that name. */
export async function isLockedOut({ store, vault, clock }: Locking, username: string): Promise<boolean> {
  const [row] = await store.rows<{ locked_until: string | null }>(LOCKED, [keyOf(vault, username)])
  return row?.locked_until != null && row.locked_until > clock().toISOString()
}

/** Counts a wrong password; after a few in a row the name is locked for a quarter of an hour. Codes the library counts. */
export async function countFailure({ store, vault, clock }: Locking, username: string): Promise<void> {
  const until = new Date(clock().getTime() + LOCKED_MS).toISOString()
  await store.atomically([statement(FAILED, [keyOf(vault, username), MOST_FAILURES, until])])
}

/** A right password forgets what failed before. */
export async function forgetFailures({ store, vault }: Locking, username: string): Promise<void> {
  await store.atomically([statement(FORGOTTEN, [keyOf(vault, username)])])
}

// What is typed as a name may be a password: it is kept as a blind index alone.
function keyOf(vault: Services['vault'], username: string): string {
  return vault.index('sign-in', username.trim().toLowerCase())
}
