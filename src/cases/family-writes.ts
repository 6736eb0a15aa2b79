import type { Change } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import { dueOn } from './due.ts'
import { placeOfCaseMessage } from './messages.ts'

type Of<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>

/** By whom and when. */
type Writer = { readonly contact: { readonly id: string }; readonly now: Date }

// A second telephone of the household joins the first one's case with a case of its own, so that neither learns of the other.
const OPEN = `insert into cases (id, reference, kind, state, contact_id, household_id, county, opened_at, due_on, part_of)
  values (?1, ?2, ?3, 'open', ?4, ?5, ?6, ?7, ?8,
    (select k.id from cases k where k.household_id = ?5 and k.kind = ?3 and k.state = 'open' and k.part_of is null limit 1))`

const SAID = `insert into case_messages (id, case_id, author, sealed, at)
  select ?1, id, 'family', ?2, ?3 from cases where reference = ?4`

// Not where the same contact has another of the kind open by now: there the words stand, for staff to find.
const REOPEN = `update cases set state = 'open', part_of = null, due_on = ?2, closed_at = null, closed_by = null, outcome = null
  where reference = ?1 and state = 'closed' and not exists
    (select 1 from cases o where o.contact_id = cases.contact_id and o.kind = cases.kind and o.state = 'open')`

const FOLLOW = `update cases set contact_id = ?2 where reference = ?1 and kind = 'misuse' and contact_id is null and not exists
  (select 1 from cases o where o.contact_id = ?2 and o.kind = 'misuse' and o.state = 'open')`

/** The writes that open a case with the family's own words. A reference that is taken undoes the batch. */
export async function openCase(
  services: Services,
  writer: Writer,
  { reference, caseKind, keepContact, householdId, county, text }: Of<'open-case'>,
): Promise<Query[]> {
  const { contact, now } = writer
  const row = [
    services.ids(),
    reference,
    caseKind,
    keepContact ? contact.id : null,
    householdId,
    county,
    now.toISOString(),
    dueOn(now),
  ]
  return [statement(OPEN, row), await said(services, now, reference, text)]
}

/** The writes that add the family's words to a case; a settled one is open again. */
export async function addToCase(
  services: Services,
  { now }: Writer,
  { reference, text }: Of<'add-to-case'>,
): Promise<Query[]> {
  return [await said(services, now, reference, text), statement(REOPEN, [reference, dueOn(now)])]
}

/** The write that ties a report to who made it, as they asked. */
export function followCase({ contact }: Writer, { reference }: Of<'follow-case'>): Query[] {
  return [statement(FOLLOW, [reference, contact.id])]
}

async function said({ vault, ids }: Services, now: Date, reference: string, text: string): Promise<Query> {
  const id = ids()
  const sealed = await vault.seal(text, placeOfCaseMessage(id))
  return statement(SAID, [id, sealed, now.toISOString(), reference])
}
