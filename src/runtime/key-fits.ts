import { placeOfHousehold } from '../register/sealed.ts'
import type { Services } from '../services.ts'
import { placeOfContact } from '../privacy/places.ts'

/** What is told, and by whom: the settings are not right. */
export const KEY_FAULT = 'DATA_KEY: does not open what the database holds'

/**
 * Whether the keys at hand open what the database holds, by its newest household, or contact where there is none. With
 * another key every family would be a stranger, and a register imported again would stand there twice.
 */
export async function keyFits({ store, vault }: Pick<Services, 'store' | 'vault'>): Promise<boolean> {
  const [held] = await store.rows<Held>(NEWEST)
  if (held === undefined) return true
  const place = held.of === 'household' ? placeOfHousehold(held.id) : placeOfContact(held.id)
  return vault.open(held.sealed, place).then(
    () => true,
    () => false,
  )
}

type Held = { readonly of: 'household' | 'contact'; readonly id: string; readonly sealed: string }

const NEWEST = `select * from (
    select * from (select 'household' as "of", id, sealed from households order by id desc limit 1)
    union all
    select * from (select 'contact', id, sealed_address from contacts order by id desc limit 1)
  ) order by "of" desc limit 1`
