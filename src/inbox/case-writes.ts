import type { Change } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import type { ChangeScene } from './change-scene.ts'

type OpenCase = Extract<Change, { kind: 'open-case' }>
type AddToCase = Extract<Change, { kind: 'add-to-case' }>

const CASE = `insert into cases (id, reference, kind, state, contact_id, household_id, county, opened_at)
  values (?1, ?2, ?3, 'open', ?4, ?5, ?6, ?7)`
const SAID = `insert into case_messages (id, case_id, author, sealed, at)
  select ?1, id, 'family', ?2, ?3 from cases where reference = ?4`

/** The writes that open a case with the family's own words. */
export async function openCase(
  services: Services,
  scene: ChangeScene,
  { reference, caseKind, householdId, county, text }: OpenCase,
): Promise<Query[]> {
  const at = scene.now.toISOString()
  return [
    statement(CASE, [services.ids(), reference, caseKind, scene.contact.id, householdId, county, at]),
    await said(services, scene, reference, text),
  ]
}

/** The write that adds the family's words to an open case. */
export async function addToCase(
  services: Services,
  scene: ChangeScene,
  { reference, text }: AddToCase,
): Promise<Query[]> {
  return [await said(services, scene, reference, text)]
}

async function said(
  { vault, ids }: Services,
  { now }: ChangeScene,
  reference: string,
  text: string,
): Promise<Query> {
  const id = ids()
  const sealed = await vault.seal(text, placeOfCaseMessage(id))
  return statement(SAID, [id, sealed, now.toISOString(), reference])
}

/** What a case message's sealed text is bound to. */
function placeOfCaseMessage(id: string): string {
  return `case_messages/${id}`
}
