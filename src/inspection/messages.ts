import { openExchange } from '../inbox/exchange.ts'
import { parseOutgoing, placeOfOutgoing } from '../outbox/outgoing.ts'
import type { Services } from '../services.ts'
import { type Area, areaCondition } from '../staff/area.ts'
import { withoutLongNumbers } from '../understanding/anonymity/numbers.ts'
import { withPlainDigits } from '../understanding/proof/last-six.ts'

/** One message between a household's telephones and the office. A family's own is without the numbers it wrote. */
export type Told = {
  readonly household: string
  readonly at: string
  readonly channel: string
  /** A family's text, what it was answered, or what the office sent by itself. */
  readonly kind: 'text' | 'answer' | 'notice' | 'broadcast'
  readonly text: string
}

/** The latest of each household's messages that are read. */
const MOST = 40

// A telephone that a household elsewhere shares: what was said on it may be about that one.
const contactsWithin = (within: string) => `with found as (
    select t.household_id as household, c.id, c.address_index from household_telephones t
      join contacts c on c.address_index = t.address_index
      where t.household_id in (select value from json_each(?1))
    union select l.household_id, c.id, c.address_index from contact_households l join contacts c on c.id = l.contact_id
      where l.household_id in (select value from json_each(?1)))
  select * from found where not exists (select 1 from households h where not ${within} and h.id in (
    select household_id from household_telephones where address_index = found.address_index
    union select household_id from contact_households where contact_id = found.id))`

const EXCHANGES = `select m.id, m.received_at as at, m.channel, m.sealed from messages m
  where m.contact_id in (select value from json_each(?1)) order by m.id desc limit ${MOST}`

const SENT = `select o.id, coalesce(o.settled_at, o.created_at) as at, o.channel, o.kind, o.sealed from outbox o
  where o.address_index in (select value from json_each(?1)) and o.kind <> 'answer' and o.state in ('sent', 'delivered')
  order by o.id desc limit ${MOST}`

type ContactRow = { readonly household: string; readonly id: string; readonly address_index: string }
type Row = { readonly id: string; readonly at: string; readonly channel: string; readonly sealed: string }

/**
 * What was said between these households and the office, oldest first, on telephones that no household outside the area
 * shares. A family's erased words are not among it.
 */
export async function readTold(
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  households: readonly string[],
  area: Area,
): Promise<readonly Told[]> {
  const { sql, params } = areaCondition(area, { county: 'h.county', township: 'h.township' }, 2)
  const contacts = await store.rows<ContactRow>(contactsWithin(sql), [JSON.stringify(households), ...params])
  const told: Told[] = []
  for (const [household, of] of Map.groupBy(contacts, (contact) => contact.household)) {
    const ids = JSON.stringify(of.map(({ id }) => id))
    const addresses = JSON.stringify(of.map(({ address_index }) => address_index))
    const [exchanges, sent] = await Promise.all([
      store.rows<Row>(EXCHANGES, [ids]),
      store.rows<Row & { readonly kind: 'notice' | 'broadcast' }>(SENT, [addresses]),
    ])
    const said = await Promise.all(
      exchanges.map(async ({ id, at, channel, sealed }): Promise<Told[]> => {
        const { text, replies } = await openExchange(vault, id, sealed)
        const words = withoutLongNumbers(withPlainDigits(text))
        const asked = text === '' ? [] : [{ household, at, channel, kind: 'text', text: words } as const]
        return [
          ...asked,
          ...replies.map((reply) => ({ household, at, channel, kind: 'answer', text: reply }) as const),
        ]
      }),
    )
    const outgoing = await Promise.all(
      sent.map(async ({ id, at, channel, kind, sealed }) => {
        const { spoken } = parseOutgoing(await vault.open(sealed, placeOfOutgoing(id)))
        return { household, at, channel, kind, text: spoken.text }
      }),
    )
    told.push(...[...said.flat(), ...outgoing].sort(byTime))
  }
  return told
}

function byTime(one: Told, other: Told): number {
  return one.at < other.at ? -1 : one.at > other.at ? 1 : 0
}
