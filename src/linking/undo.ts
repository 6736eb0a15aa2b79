import { emptySession } from '../conversation/session/session.ts'
import type { Language } from '../i18n/texts.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import { contactKeys } from './tries.ts'
import { placeOfContact, placeOfSession } from '../privacy/places.ts'

/** How long the telephone on record may take a link back by one word. Staff may at any time. */
export const UNDO_DAYS = 30

const DAY_MS = 24 * 3600 * 1000

/** A contact linked to a household, as its link is taken back. */
type Linked = {
  readonly contact: string
  readonly household: string
  readonly sealedAddress: string
  readonly language: Language | null
}

const LINKED = `select l.contact_id as contact, l.household_id as household, c.sealed_address as sealedAddress,
    coalesce(c.language,
      (select m.language from messages m where m.contact_id = c.id and m.language is not null order by m.id desc limit 1)) as language
  from contact_households l join contacts c on c.id = l.contact_id`

const OF_TELEPHONE = `${LINKED} join household_telephones t on t.household_id = l.household_id
  where t.address_index in (select value from json_each(?1)) and l.linked_at >= ?2
    and c.address_index not in (select value from json_each(?1))
  order by l.linked_at desc, l.household_id desc`

const OF_HOUSEHOLD = `${LINKED} where l.household_id = ?1`

/** Whether anybody was linked of late to a household on whose record this telephone stands. */
export async function hasUndoable(services: Services, telephone: string, now: Date): Promise<boolean> {
  return (await linkedOfLate(services, telephone, now)).length > 0
}

/** The writes that take back what was linked of late to the households on whose record a telephone stands. */
export async function undoWrites(services: Services, telephone: string, now: Date): Promise<Query[]> {
  return takeBack(services, await linkedOfLate(services, telephone, now), now)
}

/** The writes that take back all links of a household, as staff may. */
export async function undoAllWrites(services: Services, household: string, now: Date): Promise<Query[]> {
  return takeBack(services, await services.store.rows<Linked>(OF_HOUSEHOLD, [household]), now)
}

async function linkedOfLate({ store, vault }: Services, telephone: string, now: Date): Promise<Linked[]> {
  const since = new Date(now.getTime() - UNDO_DAYS * DAY_MS).toISOString()
  const rows = await store.rows<Linked>(OF_TELEPHONE, [
    JSON.stringify(vault.indexes('address', telephone)),
    since,
  ])
  // A telephone may stand on several records, a village clerk's on many: its word is of the household that was linked last.
  return rows.filter(({ household }) => household === rows[0]?.household)
}

const LOCK = `insert into link_locks (household_id, contact_key, locked_at) values (?1, ?2, ?3)
  on conflict do nothing`
const UNLINK = 'delete from contact_households where contact_id = ?1 and household_id = ?2'
// Whoever of the household asked the same keeps a case of their own, and hears nothing more with the unlinked one.
const PARTS = `update cases set part_of = null
  where part_of in (select id from cases where contact_id = ?1 and household_id = ?2)`
const CASES =
  'update cases set household_id = null, part_of = null where contact_id = ?1 and household_id = ?2'
// A turn that is under way with the household in mind is decided anew without it.
const FORGET = 'update sessions set version = version + 1, sealed = ?2, updated_at = ?3 where contact_id = ?1'

/** Each contact is cut off from the household, and its talk forgets it; in its language it goes on. */
async function takeBack(services: Services, linked: readonly Linked[], now: Date): Promise<Query[]> {
  const { vault } = services
  const at = now.toISOString()
  const writes = await Promise.all(
    linked.map(async ({ contact, household, sealedAddress, language }) => {
      const [key = ''] = contactKeys(vault, await vault.open(sealedAddress, placeOfContact(contact)))
      const session = JSON.stringify({ ...emptySession(), language })
      return [
        statement(LOCK, [household, key, at]),
        statement(UNLINK, [contact, household]),
        statement(PARTS, [contact, household]),
        statement(CASES, [contact, household]),
        statement(FORGET, [contact, await vault.seal(session, placeOfSession(contact)), at]),
      ]
    }),
  )
  return writes.flat()
}
