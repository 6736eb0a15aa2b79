import type { Services } from '../services.ts'
import { mustHaveChangedOne, type Query, statement } from '../storage/store.ts'
import { BEGINNING, type Chained, ENTRY_COLUMNS, isLinked, linkHash } from './chain.ts'
import type { AuditHead } from './verify.ts'

/** `current`: all of it stands under the current key; `broken`: left as it is, for its hashes are the evidence. */
export type Rekeyed =
  | { readonly state: 'current' | 'broken' }
  | { readonly state: 'rekeyed'; readonly head: AuditHead }

type Row = Chained & AuditHead

const STEP = 1000
// Some hundred kilobytes of a write's one parameter.
const HASHES_IN_A_WRITE = 10_000
const LINKS = `select l.seq, l.hash, ${ENTRY_COLUMNS} from audit_links l left join audit_entries e on e.id = l.entry_id
  where l.seq > ?1 order by l.seq limit ?2`
const REHASH = `update audit_links set hash = item ->> 1
  from (select value as item from json_each(?1)) where audit_links.seq = item ->> 0`
// Whoever linked a further entry meanwhile has linked it to a hash that is no more.
const IS_LAST = `update audit_links set hash = hash
  where seq = ?1 and hash = ?2 and seq = (select max(seq) from audit_links)`

/**
 * Makes the chain's hashes anew under the current key, from the first to the last and in one batch: a chain half under one
 * key and half under another could not be verified without both. Only a whole chain is: what was altered stays to be seen.
 */
export async function rekeyAudit(services: Pick<Services, 'store' | 'vault'>): Promise<Rekeyed> {
  const { store, vault } = services
  // An entry that is missing is read as empty, and fits no hash.
  const [first] = await store.rows<Row>(LINKS, [0, 1])
  if (first === undefined || first.hash === linkHash(vault, BEGINNING, first.seq, first))
    return { state: 'current' }
  const { isWhole, head, hashes } = await rehashed(services)
  const last = hashes.at(-1)
  if (!isWhole || last === undefined) return { state: 'broken' }
  const writes: Query[] = [statement(IS_LAST, [head.seq, head.hash]), mustHaveChangedOne()]
  for (let at = 0; at < hashes.length; at += HASHES_IN_A_WRITE)
    writes.push(statement(REHASH, [JSON.stringify(hashes.slice(at, at + HASHES_IN_A_WRITE))]))
  if ((await store.atomically(writes)) === 'conflict') return rekeyAudit(services)
  return { state: 'rekeyed', head: { seq: last[0], hash: last[1] } }
}

async function rehashed({ store, vault }: Pick<Services, 'store' | 'vault'>) {
  const hashes: (readonly [seq: number, hash: string])[] = []
  let head: AuditHead = { seq: 0, hash: BEGINNING }
  for (;;) {
    const rows = await store.rows<Row>(LINKS, [head.seq, STEP])
    for (const row of rows) {
      if (row.seq !== head.seq + 1 || !isLinked(vault, row.hash, head.hash, row.seq, row))
        return { isWhole: false, head, hashes }
      hashes.push([row.seq, linkHash(vault, hashes.at(-1)?.[1] ?? BEGINNING, row.seq, row)])
      head = { seq: row.seq, hash: row.hash }
    }
    if (rows.length < STEP) return { isWhole: true, head, hashes }
  }
}
