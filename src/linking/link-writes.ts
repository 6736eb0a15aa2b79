import type { LinkWay } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { mustHaveChangedOne, type Query, statement } from '../storage/store.ts'
import { noticeWrites } from './notice.ts'
import { contactKeys } from './tries.ts'

/** Who is linked, and when. */
export type Linker = {
  readonly contact: { readonly id: string }
  readonly inbound: { readonly address: string; readonly sharedTelephone?: string }
  readonly now: Date
  /** Whose number showed it; null where a telephone did. */
  readonly person: string | null
}

const LINK = `insert into contact_households (contact_id, household_id, how, linked_at, shown)
  select ?1, id, ?3, ?4, coalesce(?6, (select address_index from household_telephones
      where household_id = h.id and address_index in (select value from json_each(?7))))
  from households h where id = ?2 and not exists (select 1 from link_locks
    where household_id = h.id and contact_key in (select value from json_each(?5)))`

const UNLINK = 'delete from contact_households where contact_id = ?1'

/**
 * The writes that link a contact to households, and send each one's recorded telephones their notice with it. Undone as
 * a whole, to be decided anew, where it was linked or cut off meanwhile.
 */
export async function linkWrites(
  services: Services,
  { contact, inbound, now, person }: Linker,
  { how, households }: { readonly how: LinkWay; readonly households: readonly string[] },
): Promise<Query[]> {
  const keys = JSON.stringify(contactKeys(services.vault, inbound.address))
  const { sharedTelephone } = inbound
  const telephones = JSON.stringify(
    sharedTelephone === undefined ? [] : services.vault.indexes('address', sharedTelephone),
  )
  const links = households.flatMap((household) => [
    statement(LINK, [contact.id, household, how, now.toISOString(), keys, person, telephones]),
    mustHaveChangedOne(),
  ])
  return [...links, ...(await noticeWrites(services, households, inbound.address, now))]
}

/** The write by which a contact gives up all its links. */
export function unlinkWrites({ contact }: Pick<Linker, 'contact'>): Query[] {
  return [statement(UNLINK, [contact.id])]
}
