import { approvedAmendments, BOOK_VERSION } from '../book/in-force.ts'
import { type Amendment, amend } from '../policy/parameters/amend.ts'
import type { Day } from '../policy/facts.ts'
import { PLAN, type PolicyBook } from '../policy/parameters/parameters.ts'
import type { Store } from '../storage/store.ts'
import type { Proposal } from './proposal.ts'

/** The book without a decision, and with it; `version` is the book's that they were made of. */
export type Around = {
  readonly before: PolicyBook
  readonly after: PolicyBook
  readonly version: number | null
}

// Rules are made ready once a book: the few that are looked at are kept.
const MOST_KEPT = 8
const kept = new WeakMap<Store, Map<string, Around>>()

/** The books around a decision, all others that are approved left as they are. One refused or withdrawn moves nothing. */
export async function booksAround(store: Store, proposal: Proposal): Promise<Around> {
  const [row] = await store.rows<{ version: number | null }>(`select ${BOOK_VERSION} as version`)
  const version = row?.version ?? null
  const key = `${proposal.id} ${proposal.state} ${version}`
  const known = kept.get(store) ?? new Map<string, Around>()
  kept.set(store, known)
  const found = known.get(key)
  if (found !== undefined) return found
  const around = { ...laidAround(await approvedAmendments(store), proposal), version }
  const [oldest] = known.keys()
  if (known.size >= MOST_KEPT && oldest !== undefined) known.delete(oldest)
  known.set(key, around)
  return around
}

/** The day on which a decision is looked at: its first, or today once that is past. */
export function dayOfEffect({ from }: Pick<Proposal, 'from'>, today: Day): Day {
  return from > today ? from : today
}

function laidAround(
  approved: readonly Amendment[],
  { id, state, from, changes, citation }: Proposal,
): Pick<Around, 'before' | 'after'> {
  const others = approved.filter((one) => one.id !== id)
  const before = amend(PLAN, others)
  if (state === 'refused' || state === 'withdrawn') return { before, after: before }
  const all = others.length < approved.length ? approved : [...others, { id, from, changes, citation }]
  return { before, after: amend(PLAN, all) }
}
