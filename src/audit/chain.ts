import type { Vault } from '../privacy/vault.ts'
import type { Services } from '../services.ts'
import { statement } from '../storage/store.ts'

/** An entry as the chain covers it: every column, in order. */
export type Chained = {
  readonly id: string
  readonly at: string
  readonly actor: string
  readonly role: string
  readonly action: string
  readonly subject: string | null
  readonly county: string | null
  readonly township: string | null
  readonly detail: string | null
}

export const ENTRY_COLUMNS =
  'e.id, e.at, e.actor, e.role, e.action, e.subject, e.county, e.township, e.detail'

/** What stands before the first entry. */
export const BEGINNING = ''

const STEP = 200
const HEAD = 'select seq, hash from audit_links order by seq desc limit 1'
// By the order they were written in: identifiers of one millisecond have none of their own.
const LOOSE = `select ${ENTRY_COLUMNS} from audit_entries e left join audit_links l on l.entry_id = e.id
  where l.seq is null order by e.rowid limit ${STEP}`
const LINK = `insert into audit_links (seq, entry_id, hash)
  select value ->> 0, value ->> 1, value ->> 2 from json_each(?1)`

/**
 * Ties what was written since to the chain, each entry's hash over the one before. Keyed: who has the database alone
 * cannot make it anew. Of two that do it at once one goes on from the other.
 */
export async function linkAudit({ store, vault }: Pick<Services, 'store' | 'vault'>): Promise<void> {
  for (;;) {
    const [head] = await store.rows<{ seq: number; hash: string }>(HEAD)
    const loose = await store.rows<Chained>(LOOSE)
    if (loose.length === 0) return
    let { seq, hash } = head ?? { seq: 0, hash: BEGINNING }
    const links = loose.map((entry) => {
      seq += 1
      hash = linkHash(vault, hash, seq, entry)
      return [seq, entry.id, hash]
    })
    const commit = await store.atomically([statement(LINK, [JSON.stringify(links)])])
    if (commit === 'committed' && loose.length < STEP) return
  }
}

/** The hash of an entry after the one before, under the current key. */
export function linkHash(vault: Vault, before: string, seq: number, entry: Chained): string {
  return vault.index('audit', linkText(before, seq, entry))
}

/** Whether the hash is the one that this entry has here, under any key at hand. */
export function isLinked(vault: Vault, hash: string, before: string, seq: number, entry: Chained): boolean {
  return vault.indexes('audit', linkText(before, seq, entry)).includes(hash)
}

function linkText(before: string, seq: number, entry: Chained): string {
  const { id, at, actor, role, action, subject, county, township, detail } = entry
  return JSON.stringify([before, seq, id, at, actor, role, action, subject, county, township, detail])
}
