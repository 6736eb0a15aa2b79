import type { ImportMark } from '../register/importing/report.ts'
import type { LedgerMark } from '../register/ledger/import.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import type { Gathered } from './gather.ts'

/**
 * Where a file that is taken in steps goes on, and what was heard of it so far. It names people: it is kept sealed. Of a
 * ledger as long as Workers take it is the better part of the two megabytes that D1 lets a value be.
 */
export type Mark = { readonly left: ImportMark | LedgerMark; readonly gathered: Gathered }

const READ = 'select sealed_mark from uploads where id = ?1'
// Whoever is next may go on at once, and has all its tries: something was done.
const KEEP = `update uploads set sealed_mark = ?2, lease_until = null, tries = 0
  where id = ?1 and state in ('reading', 'applying')`

/** Where an upload goes on; null where it begins. */
export async function readMark(
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  id: string,
): Promise<Mark | null> {
  const [row] = await store.rows<{ sealed_mark: string | null }>(READ, [id])
  if (row == null || row.sealed_mark === null) return null
  return JSON.parse(await vault.open(row.sealed_mark, placeOfMark(id))) as Mark
}

/** The write that leaves the rest of an upload to a further step. */
export async function keepMark({ vault }: Pick<Services, 'vault'>, id: string, mark: Mark): Promise<Query> {
  return statement(KEEP, [id, await vault.seal(JSON.stringify(mark), placeOfMark(id))])
}

/** What an upload's mark is bound to. */
export function placeOfMark(id: string): string {
  return `uploads/${id}/mark`
}
