import { BOOK_VERSION, loadBook } from '../book/in-force.ts'
import type { OwnCase } from '../conversation/case.ts'
import { emptySession, readSession, type Session } from '../conversation/session/session.ts'
import type { PolicyBook } from '../policy/parameters/parameters.ts'
import { idBefore } from '../ids.ts'
import type { Offices } from '../register/office.ts'
import { loadOffices, OFFICES_VERSION } from '../register/offices/load.ts'
import type { Services } from '../services.ts'
import type { Language } from '../understanding/types.ts'
import type { Inbound } from './inbound.ts'
import { OWN_CASES, readOwnCases } from './own-cases.ts'
import { placeOfSession } from '../privacy/places.ts'

/** Who writes, as a turn needs them. `version` is null for one who has never written. */
export type Contact = {
  readonly id: string
  readonly version: number | null
  readonly language: Language | null
  readonly stopped: boolean
  readonly session: Session
  /** Messages of the last minute, this one not counted. */
  readonly recent: number
  /** Open ones first, then the latest. */
  readonly cases: readonly OwnCase[]
  /** The households it is linked to, by id. */
  readonly linked: readonly string[]
}

/** A row for each key at hand; null under those by which nobody has written. */
type Row = Loaded & ({ readonly [Name in keyof Known]: null } | Known)

type Loaded = { readonly offices: number | null; readonly book: number | null }

type Known = {
  readonly id: string
  readonly language: Language | null
  readonly stopped: number
  readonly version: number | null
  readonly sealed: string | null
  readonly recent: number
  readonly cases: string
  readonly linked: string
}

const CONTACT = `
  select ${OFFICES_VERSION} as offices, ${BOOK_VERSION} as book, c.id, c.language, c.stopped, s.version, s.sealed,
    (select count(*) from messages m where m.contact_id = c.id and m.id > ?2) as recent,
    ${OWN_CASES} as cases,
    (select json_group_array(household_id) from contact_households where contact_id = c.id) as linked
  from json_each(?1) a left join contacts c on c.address_index = a.value left join sessions s on s.contact_id = c.id`

/**
 * The contact behind an address, with its session; a new one, not yet stored, where it has never written. With it come
 * what offices entered and the book in force, of which the same read tells whether they have changed.
 */
export async function loadContact(
  services: Services,
  inbound: Inbound,
  messageId: string,
): Promise<{ readonly contact: Contact; readonly offices: Offices; readonly book: PolicyBook }> {
  const indexes = services.vault.indexes('address', inbound.address)
  // By the identifiers' own time: the demo's clock may stand still.
  const rows = await services.store.rows<Row>(CONTACT, [JSON.stringify(indexes), idBefore(messageId, 60_000)])
  const row = rows.find(({ id }) => id !== null) ?? rows[0]
  const [contact, offices, book] = await Promise.all([
    row === undefined || row.id === null ? newContact(services.ids()) : knownContact(services, row),
    loadOffices(services.store, row?.offices ?? null),
    loadBook(services.store, row?.book ?? null),
  ])
  return { contact, offices, book }
}

async function knownContact(services: Services, row: Known): Promise<Contact> {
  return {
    id: row.id,
    version: row.version,
    language: row.language,
    stopped: row.stopped === 1,
    session: row.sealed === null ? emptySession() : await openSession(services, row.id, row.sealed),
    recent: row.recent,
    cases: readOwnCases(row.cases),
    linked: JSON.parse(row.linked) as Contact['linked'],
  }
}

function newContact(id: string): Contact {
  return {
    id,
    version: null,
    language: null,
    stopped: false,
    session: emptySession(),
    recent: 0,
    cases: [],
    linked: [],
  }
}

async function openSession(services: Services, contactId: string, sealed: string): Promise<Session> {
  const json: unknown = JSON.parse(await services.vault.open(sealed, placeOfSession(contactId)))
  return readSession(json)
}
