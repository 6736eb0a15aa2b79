import type { LedgerEntry } from '../register/ledger-entry.ts'

/** What may be asked of the ledger about one programme in one school year. */
export const LEDGER_FILTERS = [
  'none',
  'told',
  'applied',
  'granted',
  'paid',
  'refused',
  'not-applied',
  'not-received',
] as const
export type LedgerFilter = (typeof LEDGER_FILTERS)[number]

type Entry = Pick<LedgerEntry, 'state' | 'paidOn'>

/** Entries of the ledger `l` that answer a filter, or that answer it by not being there; and the same of an entry in hand. */
type Asked = {
  readonly there: boolean
  readonly entries: string
  readonly holds: (entry: Entry) => boolean
}

const ASKED: Readonly<Record<LedgerFilter, Asked>> = {
  none: { there: false, entries: 'true', holds: () => false },
  told: standing('told'),
  applied: standing('applied'),
  granted: standing('granted'),
  paid: standing('paid'),
  refused: standing('refused'),
  // Granted, paid or refused without a day of application: somebody has applied.
  'not-applied': { there: false, entries: "l.state <> 'told'", holds: ({ state }) => state === 'told' },
  // Refused after money was paid: it was received.
  'not-received': { there: false, entries: 'l.paid_on is not null', holds: ({ paidOn }) => paidOn === null },
}

/** Whether what came of the programme is as asked; null: the ledger knows nothing of it. */
export function answersLedger(filter: LedgerFilter, entry: Entry | null): boolean {
  const { there, holds } = ASKED[filter]
  return entry === null ? !there : holds(entry)
}

/** Whether only of what stands in the ledger a filter can be true. */
export function asksForEntry(filter: LedgerFilter): boolean {
  return ASKED[filter].there
}

/** What a filter asks of an entry `l` that is there, in SQL. */
export function entryCondition(filter: LedgerFilter): string {
  const { there, entries } = ASKED[filter]
  return there ? entries : `not (${entries})`
}

/** The same in SQL, given the condition that finds the person's entry `l`. */
export function ledgerCondition(filter: LedgerFilter, found: string): string {
  const { there, entries } = ASKED[filter]
  return `${there ? '' : 'not '}exists (select 1 from ledger l where ${found} and ${entries})`
}

function standing(state: LedgerEntry['state']): Asked {
  return { there: true, entries: `l.state = '${state}'`, holds: (entry) => entry.state === state }
}
