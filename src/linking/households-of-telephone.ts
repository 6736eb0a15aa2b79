import type { Services } from '../services.ts'
import { contactKeys } from './tries.ts'

// By the register's word alone, and by none that has cut the contact off.
const OF_TELEPHONE = `select household_id as id from household_telephones t
  where address_index in (select value from json_each(?1)) and not exists (select 1 from link_locks l
    where l.household_id = t.household_id and l.contact_key in (select value from json_each(?2)))
  order by household_id`

/** The households on whose record a telephone (E.164) stands that the chat at `address` has shown to be its own, by id. */
export async function householdsOfTelephone(
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  telephone: string,
  address: string,
): Promise<readonly string[]> {
  const indexes = JSON.stringify(vault.indexes('address', telephone))
  const keys = JSON.stringify(contactKeys(vault, address))
  const rows = await store.rows<{ id: string }>(OF_TELEPHONE, [indexes, keys])
  return rows.map(({ id }) => id)
}
