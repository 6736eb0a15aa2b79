import type { Services } from '../services.ts'
import { dayOf } from '../time/clock.ts'

/** What no value is at hand for to make an index of, by what it is: it ages out, and the previous key is kept until then. */
export type Waiting = {
  readonly [What in keyof typeof COUNTS]: number
}

/** Since when the previous key is no longer written under, and since when nothing that can be opened stands under it. */
type Since = { readonly begun: string; readonly since: string }

const DAY_MS = 24 * 3600 * 1000

const COUNTS = {
  /** A day: whoever has spent today's tries to be linked has none more. */
  tries: 'select count(*) as count from link_tries where day >= ?1 and day <= ?2',
  /** Three days: links by which staff were let in. */
  invites: `select count(*) as count from staff_invites
    where used_at is null and expires_at > ?1 and expires_at <= ?2`,
  /** A file that is being read or applied in steps looks on with the indexes that it has noted. */
  files: `select count(*) as count from uploads
    where sealed_mark is not null and state in ('reading', 'applying') and started_at <= ?2`,
  /** A month: rows as they stood before an import, by which it can be taken back. */
  imports: `select count(distinct import_id) as count from import_before
    where import_id in (select id from imports where started_at <= ?2)`,
} as const

/**
 * How much is still waited for. Not waited for is what only fails to fit once the key is gone: digests of what an earlier
 * file said (the next import writes its households anew), wrong passwords counted in a row (from none again), and the cutting
 * off of an address that has been forgotten since.
 */
export async function waitingOn(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  { begun, since }: Since,
): Promise<Waiting> {
  const now = clock()
  const invited = new Date(Date.parse(begun) + 3 * DAY_MS).toISOString()
  const count = async (what: keyof typeof COUNTS, ...between: readonly string[]) => {
    const [row] = await store.rows<{ count: number }>(COUNTS[what], between)
    return row?.count ?? 0
  }
  return {
    tries: await count('tries', dayOf(now), dayOf(new Date(begun))),
    invites: await count('invites', now.toISOString(), invited),
    files: await count('files', '', since),
    imports: await count('imports', '', since),
  }
}
