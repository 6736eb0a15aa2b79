import type { Channel } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import { placeOfContact } from '../privacy/places.ts'

// What was not asked for in a talk does not leave any more.
const UNSENT = `update outbox set state = 'cancelled', code = 'stopped', settled_at = ?2
  where address_index in (select value from json_each(?1)) and kind <> 'answer' and state = 'queued'`

/** What a provider's word sets beside `stopped`: a stop that the person said, or that is older, stays theirs. */
export const STOPPED_BY_PROVIDER = `stopped_by = case when stopped = 1 then stopped_by else 'provider' end`

const STOPPED = `update contacts set stopped = 1, ${STOPPED_BY_PROVIDER}
  where address_index in (select value from json_each(?1))`
// A telephone of the register that never wrote can have said stop to the provider all the same.
const NEW_STOPPED = `insert into contacts (id, channel, address_index, sealed_address, stopped, stopped_by, created_at)
  select ?1, ?2, ?3, ?4, 1, 'provider', ?5
  where not exists (select 1 from contacts where address_index in (select value from json_each(?6)))`

/** The write that takes back what waits for an address that wants nothing more; answers still leave. */
export function cancelUnsentWrite({ vault }: Pick<Services, 'vault'>, address: string, now: Date): Query {
  return statement(UNSENT, [JSON.stringify(vault.indexes('address', address)), now.toISOString()])
}

/** The writes that keep a stop the provider told of: its own opt-out, or a chat that blocked us. */
export async function stopWrites(
  { vault, ids }: Services,
  channel: Channel,
  address: string,
  now: Date,
): Promise<Query[]> {
  const id = ids()
  const indexes = JSON.stringify(vault.indexes('address', address))
  const sealed = await vault.seal(address, placeOfContact(id))
  const row = [id, channel, vault.index('address', address), sealed, now.toISOString(), indexes]
  return [
    statement(STOPPED, [indexes]),
    statement(NEW_STOPPED, row),
    cancelUnsentWrite({ vault }, address, now),
  ]
}
