import { type Amendment, amend } from '../policy/parameters/amend.ts'
import type { Change } from '../policy/parameters/change.ts'
import { PLAN, type PolicyBook } from '../policy/parameters/parameters.ts'
import type { Store } from '../storage/store.ts'

/**
 * Which change to the book is the newest, for a select beside others: every decision approved, or taken back before its
 * day, is a version. Null where the plan stands as issued.
 */
export const BOOK_VERSION = '(select max(book_version) from policy_proposals)'

type Loaded = { readonly version: number; readonly book: PolicyBook }

// As values alone, which requests may share on Workers; rules are made ready once a book.
const kept = new WeakMap<Store, Loaded>()

/** The book as it stands: the plan, with every decision approved laid over it. */
export async function bookInForce(store: Store): Promise<PolicyBook> {
  const [row] = await store.rows<{ version: number | null }>(`select ${BOOK_VERSION} as version`)
  return loadBook(store, row?.version ?? null)
}

/** The book as of this version or later; read anew only when the version has changed. */
export async function loadBook(store: Store, version: number | null): Promise<PolicyBook> {
  if (version === null) return PLAN
  const known = kept.get(store)
  if (known?.version === version) return known.book
  const book = amend(PLAN, await approvedAmendments(store))
  kept.set(store, { version, book })
  return book
}

type Row = Omit<Amendment, 'changes'> & { readonly changes: string }

const APPROVED = `select id, from_day as "from", changes, citation from policy_proposals
  where state = 'approved' order by book_version`

/** The decisions approved, in the order in which they were. */
export async function approvedAmendments(store: Store): Promise<readonly Amendment[]> {
  const rows = await store.rows<Row>(APPROVED)
  return rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) as readonly Change[] }))
}
