/** By what cases may stand in a list: their age, or the day by which the family should hear. */
export const CASE_ORDERS = ['opened', 'due'] as const

export type CaseOrder = {
  readonly column: (typeof CASE_ORDERS)[number]
  readonly isDescending: boolean
}

/** Oldest first. */
export const BY_AGE: CaseOrder = { column: 'opened', isDescending: false }

/** The condition that a case comes after the one whose id is bound at `?2` (empty: after none), and the order itself. */
export function caseOrderSql({ column, isDescending }: CaseOrder): {
  readonly after: string
  readonly by: string
} {
  const [way, beyond] = isDescending ? ['desc', '<'] : ['asc', '>']
  // Every id comes after the empty one: the oldest are sought by their key, without a look at those before.
  if (column === 'opened' && !isDescending) return { after: 'k.id > ?2', by: 'k.id asc' }
  // An id tells the moment it was made. A case of no day comes after all those of one.
  if (column === 'opened') return { after: `(?2 = '' or k.id ${beyond} ?2)`, by: `k.id ${way}` }
  const due = (table: string) => `coalesce(${table}.due_on, '9999-12-31')`
  const last = `select ${due('l')}, l.id from cases l where l.id = ?2`
  return {
    after: `(?2 = '' or (${due('k')}, k.id) ${beyond} (${last}))`,
    by: `${due('k')} ${way}, k.id ${way}`,
  }
}
