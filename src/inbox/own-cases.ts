import type { OwnCase } from '../conversation/case.ts'

/** As many as a family can look through. */
const MOST = 12

/**
 * The cases of the contact called `c`, for a select beside others. In no order and without a limit: SQLite makes a table
 * of its own for these, which costs more than all else that is read of a contact.
 */
export const OWN_CASES = `(select json_group_array(json_object('id', k.id, 'reference', k.reference, 'kind', k.kind,
    'state', k.state, 'outcome', k.outcome, 'openedOn', date(k.opened_at, '+8 hours')))
  from cases k where k.contact_id = c.id)`

type Row = OwnCase & { readonly id: string }

/** What `OWN_CASES` selected: open ones first, then the latest, twelve at most. */
export function readOwnCases(json: string): readonly OwnCase[] {
  const rows = JSON.parse(json) as readonly Row[]
  return rows
    .toSorted(openFirst)
    .slice(0, MOST)
    .map(({ reference, kind, state, openedOn, outcome }) => ({ reference, kind, state, openedOn, outcome }))
}

function openFirst(a: Row, b: Row): number {
  if (a.state !== b.state) return a.state === 'open' ? -1 : 1
  return a.id < b.id ? 1 : -1
}
