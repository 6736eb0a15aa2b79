import type { Language } from '../i18n/texts.ts'
import type { Channel } from '../conversation/turn.ts'
import { LANGUAGE_OF_CONTACT } from '../register/contact-language.ts'
import type { WithTelephones } from '../register/finding/look-up.ts'
import type { Services } from '../services.ts'
import type { Way } from './contact.ts'
import { placeOfContact } from '../privacy/places.ts'

/** A way with the address it leads to: E.164, or a chat's id. */
export type OpenWay = Way & { readonly address: string }

type WayTuple = readonly [
  contactId: string | null,
  channel: Channel,
  stopped: number,
  language: Language | null,
  linkedAt: string | null,
  addressIndex: string,
]

const LINKED = `(select json_group_array(json_array(c.id, c.channel, c.stopped, ${LANGUAGE_OF_CONTACT}, l.linked_at, c.address_index))
  from contact_households l join contacts c on c.id = l.contact_id where l.household_id = h.id)`

const TELEPHONES = `(select json_group_array(json_array(c.id, coalesce(c.channel, 'sms'), coalesce(c.stopped, 0),
    ${LANGUAGE_OF_CONTACT}, null, t.address_index))
  from household_telephones t left join contacts c on c.address_index = t.address_index where t.household_id = h.id)`

/** The columns of a WaysRow of a household `h`. While keys rotate a telephone's contact may stand under another index. */
export const WAYS_COLUMNS = `${LINKED} as linked, ${TELEPHONES} as telephones`

export type WaysRow = { readonly linked: string; readonly telephones: string }

/** A household's ways, without addresses: enough to tell how it is reached. */
export function waysOfRow({ linked, telephones }: WaysRow): readonly Way[] {
  return [linked, telephones].flatMap((json) => (JSON.parse(json) as readonly WayTuple[]).map(wayOf))
}

function wayOf([contactId, channel, stopped, language, linkedAt, addressIndex]: WayTuple): Way {
  return { contactId, channel, stopped: stopped === 1, language, linkedAt, addressIndex }
}

type ContactRow = {
  readonly household: string | null
  readonly sealed: string
  readonly contactId: string
  readonly channel: Channel
  readonly stopped: number
  readonly language: Language | null
  readonly linkedAt: string | null
  readonly addressIndex: string
}

const CONTACT = `c.id as contactId, c.channel, c.stopped, ${LANGUAGE_OF_CONTACT} as language, c.address_index as addressIndex,
  c.sealed_address as sealed`

const LINKS = `select l.household_id as household, l.linked_at as linkedAt, ${CONTACT}
  from contact_households l join contacts c on c.id = l.contact_id
  where l.household_id in (select value from json_each(?1))`

const STANDING = `select household_id as household, address_index as addressIndex from household_telephones
  where household_id in (select value from json_each(?1))`

const WRITERS = `select null as household, null as linkedAt, ${CONTACT} from contacts c
  where c.address_index in (select value from json_each(?1))`

/** Every way to these households, with addresses; a telephone's contact is found under every key at hand. */
export async function openWays(
  services: Pick<Services, 'store' | 'vault'>,
  households: readonly WithTelephones[],
): Promise<ReadonlyMap<string, readonly OpenWay[]>> {
  const { store } = services
  const ids = JSON.stringify(households.map(({ household }) => household.id))
  const [links, standing] = await Promise.all([
    store.rows<ContactRow>(LINKS, [ids]),
    store.rows<{ household: string; addressIndex: string }>(STANDING, [ids]),
  ])
  const lines = linesOf(services, households, standing)
  const indexes = [...lines.values()].flatMap((all) => all.flatMap((line) => line.indexes))
  const writers = await store.rows<ContactRow>(WRITERS, [JSON.stringify(indexes)])
  const contacts = new Map(writers.map((row) => [row.addressIndex, row]))
  const linksOf = Map.groupBy(links, ({ household }) => household)
  const found = households.map(async ({ household: { id } }) => {
    const linked = await Promise.all((linksOf.get(id) ?? []).map((row) => openContact(services, row)))
    const lined = await Promise.all((lines.get(id) ?? []).map((line) => openLine(services, line, contacts)))
    return [id, [...linked, ...lined.filter((way) => way !== null)]] as const
  })
  return new Map(await Promise.all(found))
}

/** A telephone that stands on a household: its index as stored, and all that it may have; null where only a contact knows it. */
type Line = { readonly telephone: string | null; readonly indexes: readonly string[] }

function linesOf(
  { vault }: Pick<Services, 'vault'>,
  households: readonly WithTelephones[],
  standing: readonly { readonly household: string; readonly addressIndex: string }[],
): ReadonlyMap<string, readonly Line[]> {
  const byHousehold = Map.groupBy(standing, ({ household }) => household)
  return new Map(
    households.map(({ household: { id }, telephones }) => {
      const known = telephones.map((telephone) => ({
        telephone,
        indexes: vault.indexes('address', telephone),
      }))
      const lines = (byHousehold.get(id) ?? []).map(
        ({ addressIndex }): Line =>
          known.find(({ indexes }) => indexes.includes(addressIndex)) ?? {
            telephone: null,
            indexes: [addressIndex],
          },
      )
      return [id, lines]
    }),
  )
}

async function openLine(
  services: Pick<Services, 'vault'>,
  { telephone, indexes }: Line,
  contacts: ReadonlyMap<string, ContactRow>,
): Promise<OpenWay | null> {
  // While keys rotate there may be one under each index: whoever stopped has stopped.
  const known = indexes.flatMap((index) => contacts.get(index) ?? [])
  const row = known.find(({ stopped }) => stopped === 1) ?? known[0]
  if (row !== undefined) return openContact(services, row)
  if (telephone === null) return null
  const [addressIndex = ''] = indexes
  const never = { contactId: null, language: null, stopped: false, linkedAt: null }
  return { ...never, channel: 'sms', addressIndex, address: telephone }
}

async function openContact({ vault }: Pick<Services, 'vault'>, row: ContactRow): Promise<OpenWay> {
  const { contactId, channel, stopped, language, linkedAt, addressIndex, sealed } = row
  const address = await vault.open(sealed, placeOfContact(contactId))
  return { contactId, channel, stopped: stopped === 1, language, linkedAt, addressIndex, address }
}
