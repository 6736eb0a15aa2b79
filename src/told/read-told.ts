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

// For all households at once: a query for each would soon be more than one invocation on Workers may make.
const EXCHANGES = `select household, id, at, channel, sealed from (
    select w.value ->> 0 as household, m.id, m.received_at as at, m.channel, m.sealed,
      row_number() over (partition by w.value ->> 0 order by m.id desc) as nth
    from json_each(?1) w cross join messages m on m.contact_id = w.value ->> 1)
  where nth <= ${MOST} order by id desc`

const SENT = `select household, id, at, channel, kind, sealed from (
    select w.value ->> 0 as household, o.id, coalesce(o.settled_at, o.created_at) as at, o.channel, o.kind, o.sealed,
      row_number() over (partition by w.value ->> 0 order by o.id desc) as nth
    from json_each(?1) w cross join outbox o on o.address_index = w.value ->> 1
    where o.kind <> 'answer' and o.state in ('sent', 'delivered'))
  where nth <= ${MOST} order by id desc`

type ContactRow = { readonly household: string; readonly id: string; readonly address_index: string }
type Row = {
  readonly household: string
  readonly id: string
  readonly at: string
  readonly channel: string
  readonly sealed: string
}

/**
 * What was said between these households and the office, of each the oldest first, on telephones that no household outside the area
 * shares. A family's erased words are not among it.
 */
export async function readTold(
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  households: readonly string[],
  area: Area,
): Promise<readonly Told[]> {
  const { sql, params } = areaCondition(area, { county: 'h.county', township: 'h.township' }, 2)
  const contacts = await store.rows<ContactRow>(contactsWithin(sql), [JSON.stringify(households), ...params])
  const ids = contacts.map(({ household, id }) => [household, id])
  const addresses = contacts.map(({ household, address_index }) => [household, address_index])
  const [exchanges, sent] = await Promise.all([
    store.rows<Row>(EXCHANGES, [JSON.stringify(ids)]),
    store.rows<Row & { readonly kind: 'notice' | 'broadcast' }>(SENT, [JSON.stringify(addresses)]),
  ])
  const said = await Promise.all(
    exchanges.map(async ({ household, id, at, channel, sealed }): Promise<Told[]> => {
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
    sent.map(async ({ household, id, at, channel, kind, sealed }) => {
      const { spoken } = parseOutgoing(await vault.open(sealed, placeOfOutgoing(id)))
      return { household, at, channel, kind, text: spoken.text }
    }),
  )
  return [...said.flat(), ...outgoing].sort(byHouseholdAndTime)
}

function byHouseholdAndTime(one: Told, other: Told): number {
  if (one.household !== other.household) return one.household < other.household ? -1 : 1
  return one.at < other.at ? -1 : one.at > other.at ? 1 : 0
}
