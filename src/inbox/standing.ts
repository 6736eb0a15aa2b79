import type { Channel } from '../conversation/turn.ts'
import { cancelUnsentWrite, STOPPED_BY_PROVIDER, stopWrites } from '../outbox/stops.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import { sealExchange } from './exchange.ts'

/** What a provider tells of whom it carries to, without any message: that they want none, or want them again. */
export type Standing = {
  readonly channel: Channel
  readonly address: string
  /** The provider's id of this word; the same one is never obeyed twice. */
  readonly providerId: string
  readonly stopped: boolean
  /** A word of theirs that the provider obeyed itself, or what it alone tells: a chat blocked, or no longer. */
  readonly by: By
}

/** Whose word it is that a contact wants no messages, or wants them again. */
type By = 'person' | 'provider'

const CONTACT = `select id from contacts where channel = ?1 and address_index in (select value from json_each(?2)) limit 1`

const NOTED = `insert into messages (id, contact_id, channel, provider_id, received_at, state, sealed)
  values (?1, ?2, ?3, ?4, ?5, 'noted', ?6)`

const STOP: Readonly<Record<By, string>> = {
  person: `update contacts set stopped = 1, stopped_by = 'person' where id = ?1`,
  provider: `update contacts set stopped = 1, ${STOPPED_BY_PROVIDER} where id = ?1`,
}
// A chat that is no longer blocked is no wish for messages of whoever had said stop.
const START: Readonly<Record<By, string>> = {
  person: 'update contacts set stopped = 0, stopped_by = null where id = ?1',
  provider: `update contacts set stopped = 0, stopped_by = null where id = ?1 and stopped_by = 'provider'`,
}

/** The writes that end or resume a contact's messages; what waits to leave and was not asked for leaves no more. */
export function standingWrites(
  services: Pick<Services, 'vault'>,
  { id, address }: { readonly id: string; readonly address: string },
  { stopped, by }: { readonly stopped: boolean; readonly by: By },
  now: Date,
): readonly Query[] {
  if (!stopped) return [statement(START[by], [id])]
  return [statement(STOP[by], [id]), cancelUnsentWrite(services, address, now)]
}

/**
 * Obeys a provider's word on a contact, once. Of whom nothing is known nothing is stored, but for the stop of a telephone:
 * it may be a family's of the register, that has never written and would be written to.
 */
export async function takeStanding(
  services: Services,
  { channel, address, providerId, stopped, by }: Standing,
): Promise<void> {
  const { store, vault, clock, ids, log } = services
  const indexes = JSON.stringify(vault.indexes('address', address))
  const [contact] = await store.rows<{ id: string }>(CONTACT, [channel, indexes])
  if (contact === undefined && (channel !== 'sms' || !stopped)) return
  const now = clock()
  const id = ids()
  const sealed = await sealExchange(vault, id, { text: '', replies: [] })
  await store.atomically([
    statement(NOTED, [id, contact?.id ?? null, channel, providerId, now.toISOString(), sealed]),
    ...(contact === undefined
      ? await stopWrites(services, channel, address, now)
      : standingWrites(services, { id: contact.id, address }, { stopped, by }, now)),
  ])
  log.info('standing', { channel, stopped })
}
