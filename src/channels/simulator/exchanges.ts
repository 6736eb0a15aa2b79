import { openExchange } from '../../inbox/exchange.ts'
import { parseOutgoing, placeOfOutgoing } from '../../outbox/outgoing.ts'
import type { Services } from '../../services.ts'
import { statement } from '../../storage/store.ts'
import { type Measured, measure } from './measure.ts'

/** A text of the family's and what it was answered; without a text, what came to it by itself. */
export type Exchange = { readonly text: string | null; readonly replies: readonly Measured[] }

type Row = { readonly id: string; readonly sealed: string; readonly notice: number }

const LATEST = `
  select m.id, m.sealed, m.received_at as at, 0 as notice from messages m join contacts c on c.id = m.contact_id
  where c.address_index in (select value from json_each(?1))
  union all
  select o.id, o.sealed, o.settled_at, 1 from outbox o
  where o.address_index in (select value from json_each(?1)) and o.state in ('sent', 'delivered')
  order by at desc, id desc limit ?2`

const FORGET = 'delete from contacts where address_index in (select value from json_each(?1))'

type Stored = Pick<Services, 'store' | 'vault'>

/** The last `limit` exchanges of a telephone, oldest first, opened from what the inbox stored. */
export async function loadExchanges(
  { store, vault }: Stored,
  telephone: string,
  limit = 30,
): Promise<readonly Exchange[]> {
  const rows = await store.rows<Row>(LATEST, [addressOf(vault, telephone), limit])
  return Promise.all(rows.toReversed().map((row) => toExchange(vault, row)))
}

/** Takes a telephone back to where it had never written: its messages, session and settings go. */
export async function forgetExchanges({ store, vault }: Stored, telephone: string): Promise<void> {
  await store.atomically([statement(FORGET, [addressOf(vault, telephone)])])
}

async function toExchange(vault: Services['vault'], row: Row): Promise<Exchange> {
  if (row.notice === 1) {
    const { spoken } = parseOutgoing(await vault.open(row.sealed, placeOfOutgoing(row.id)))
    return { text: null, replies: [measure(spoken.text)] }
  }
  const { text, replies } = await openExchange(vault, row.id, row.sealed)
  return { text, replies: replies.map(measure) }
}

function addressOf(vault: Services['vault'], telephone: string): string {
  return JSON.stringify(vault.indexes('address', telephone))
}
