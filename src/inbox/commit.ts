import { segmentsOf } from '../conversation/rendering/segments.ts'
import type { Outcome } from '../conversation/turn.ts'
import { erasureWrites } from '../privacy/erasure.ts'
import type { Services } from '../services.ts'
import { type Commit, mustHaveChangedOne, type Query, statement } from '../storage/store.ts'
import { enqueue } from '../outbox/enqueue.ts'
import { changeWrites } from './changes.ts'
import { sealExchange } from './exchange.ts'
import type { Inbound } from './inbound.ts'
import type { Contact } from './load.ts'
import { placeOfContact, placeOfSession } from '../privacy/places.ts'

export type Settled = {
  readonly inbound: Inbound
  readonly messageId: string
  readonly contact: Contact
  readonly outcome: Outcome
  readonly now: Date
  /** Whose number the message showed. */
  readonly person: string | null
  /** False for a message stored unanswered, beyond what a contact may send in a minute. */
  readonly answered: boolean
}

/** Stores the message, its replies, the session and every change in one batch, or nothing of them. */
export async function commitTurn(services: Services, settled: Settled): Promise<Commit> {
  const erasing = settled.outcome.changes.find((change) => change.kind === 'erase-contact')
  const writes =
    erasing === undefined
      ? turnWrites(services, settled)
      : eraseWrites(services, settled, erasing.keepOpenCases)
  const commit = await services.store.atomically(await writes)
  if (commit === 'committed' && leavesSomething(settled)) services.wake()
  return commit
}

// An SMS is answered in its own response; of it, only the notice of a link waits to leave.
function leavesSomething({ inbound, outcome }: Settled): boolean {
  return inbound.channel !== 'sms' || outcome.changes.some(({ kind }) => kind === 'link')
}

async function turnWrites(services: Services, settled: Settled): Promise<Query[]> {
  const { contact, outcome, inbound } = settled
  // What tells of a report that belongs to nobody is kept as nobody's, and without its words.
  const [owner, text] = outcome.anonymous === true ? [null, ''] : [contact.id, inbound.text]
  const writes = await Promise.all([
    contact.version === null ? contactWrites(services, settled) : [],
    sessionWrites(services, settled),
    messageWrites(services, settled, owner, text),
    ...outcome.changes.map((change) => changeWrites(services, settled, change)),
    replyWrites(services, settled, owner),
  ])
  return writes.flat()
}

// The statements of every turn are written out: building them anew each time costs more than running them.
// One who has never written may stand there: a provider told of its stop.
const NEW_CONTACT = `insert into contacts (id, channel, address_index, sealed_address, stopped, created_at)
  values (?1, ?2, ?3, ?4, 0, ?5) on conflict (id) do nothing`
const NEW_SESSION = 'insert into sessions (contact_id, version, sealed, updated_at) values (?1, 1, ?2, ?3)'
const NEXT_SESSION = `update sessions set version = version + 1, sealed = ?2, updated_at = ?3
  where contact_id = ?1 and version = ?4`
const MESSAGE = `insert into messages (id, contact_id, channel, provider_id, received_at, state, sealed, intent, topic, language,
    segments)
  values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)`

async function contactWrites({ vault }: Services, { inbound, contact, now }: Settled): Promise<Query[]> {
  const index = vault.index('address', inbound.address)
  const sealed = await vault.seal(inbound.address, placeOfContact(contact.id))
  return [statement(NEW_CONTACT, [contact.id, inbound.channel, index, sealed, now.toISOString()])]
}

async function sessionWrites({ vault }: Services, { contact, outcome, now }: Settled): Promise<Query[]> {
  const sealed = await vault.seal(JSON.stringify(outcome.session), placeOfSession(contact.id))
  const row = [contact.id, sealed, now.toISOString()]
  if (contact.version === null) return [statement(NEW_SESSION, row)]
  return [statement(NEXT_SESSION, [...row, contact.version]), mustHaveChangedOne()]
}

async function messageWrites(
  { vault }: Services,
  { inbound, messageId, outcome, now, answered }: Settled,
  contactId: string | null,
  text: string,
): Promise<Query[]> {
  const sealed = await sealExchange(vault, messageId, {
    text,
    replies: outcome.replies.map((reply) => reply.text),
  })
  const { intent, topic, language } = outcome.heard
  const state = answered ? 'answered' : 'unanswered'
  const { channel, providerId } = inbound
  const row = [
    messageId,
    contactId,
    channel,
    providerId,
    now.toISOString(),
    state,
    sealed,
    intent,
    topic,
    language,
    channel === 'sms' ? outcome.replies.reduce((sum, reply) => sum + segmentsOf(reply.text), 0) : null,
  ]
  return [statement(MESSAGE, row)]
}

// An SMS is answered in the webhook's own response; every other answer leaves by the outbox.
async function replyWrites(
  services: Services,
  { inbound: { channel, address }, outcome, now }: Settled,
  contactId: string | null,
): Promise<Query[]> {
  if (channel === 'sms') return []
  // What tells of a tap is shown with it, and leaves no other way.
  const messages = outcome.replies.filter(({ beside }) => beside !== true)
  const answers = messages.map((spoken) => ({
    channel,
    kind: 'answer' as const,
    contactId,
    address,
    spoken,
  }))
  return enqueue(services, answers, now)
}

// Messages and session go with the contact; that this message was answered stays, so that it is not answered twice.
async function eraseWrites(services: Services, settled: Settled, keepOpenCases: boolean): Promise<Query[]> {
  const { contact, inbound, now } = settled
  const erased = {
    contactId: contact.id,
    version: contact.version,
    addressIndexes: services.vault.indexes('address', inbound.address),
    keepOpenCases,
    at: now.toISOString(),
  }
  return [
    ...erasureWrites(erased),
    ...(await messageWrites(services, settled, null, '')),
    ...(await replyWrites(services, settled, null)),
  ]
}
