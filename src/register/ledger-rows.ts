import type { Vault } from '../privacy/vault.ts'
import type { LedgerEntry } from './ledger-entry.ts'

/** A ledger row as the look-up selects it, a JSON array for every row. */
export type LedgerTuple = readonly [
  person: string,
  programme: LedgerEntry['programme'],
  schoolYear: number,
  state: LedgerEntry['state'],
  toldOn: string | null,
  appliedOn: string | null,
  grantedOn: string | null,
  paidOn: string | null,
  refusedOn: string | null,
  grantedAmount: number | null,
  paidAmount: number | null,
  sealedReason: string | null,
]

/** The columns of a LedgerTuple, in its order, of the table called `l`. */
export const LEDGER_COLUMNS = `l.person_id, l.programme, l.school_year, l.state, l.told_on, l.applied_on, l.granted_on,
  l.paid_on, l.refused_on, l.granted_amount, l.paid_amount, l.sealed_reason`

/** What a refusal's reason is bound to. */
export function placeOfReason(person: string, programme: string, schoolYear: number): string {
  return `ledger/${person}/${programme}/${schoolYear}`
}

/** Opens one row of the ledger. */
export async function toLedgerEntry(vault: Vault, tuple: LedgerTuple): Promise<LedgerEntry> {
  const [person, programme, schoolYear, state, toldOn, appliedOn, grantedOn, paidOn, refusedOn] = tuple
  const [, , , , , , , , , grantedAmount, paidAmount, sealed] = tuple
  const days = { toldOn, appliedOn, grantedOn, paidOn, refusedOn }
  const reason =
    sealed === null ? null : await vault.open(sealed, placeOfReason(person, programme, schoolYear))
  return { person, programme, schoolYear, state, ...days, grantedAmount, paidAmount, reason }
}
