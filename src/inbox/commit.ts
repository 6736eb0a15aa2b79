import { eq, and, sql } from 'drizzle-orm'
import type { Change, Outcome } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { cases, contacts, messages, sessions } from '../storage/schema.ts'
import { type Commit, mustHaveChangedOne, type Query, write } from '../storage/store.ts'
import type { Inbound } from './inbound.ts'
import type { Contact } from './load.ts'

export type Settled = {
  readonly inbound: Inbound
  readonly messageId: string
  readonly contact: Contact
  readonly outcome: Outcome
  readonly now: Date
  readonly answered: boolean
}

/** Stores the message, its replies, the session and every change in one batch, or nothing of them. */
export async function commitTurn(services: Services, settled: Settled): Promise<Commit> {
  const erased = settled.outcome.changes.some((change) => change.kind === 'erase-contact')
  const writes = erased ? await eraseWrites(services, settled) : await turnWrites(services, settled)
  return services.store.atomically(writes)
}

async function turnWrites(services: Services, settled: Settled): Promise<Query[]> {
  const { contact, outcome } = settled
  const [contactWrites, sessionWrites, message, changes] = await Promise.all([
    contact.version === null ? newContact(services, settled) : [],
    sessionWrite(services, settled),
    messageWrite(services, settled, contact.id),
    Promise.all(outcome.changes.map((change) => changeWrites(services, settled, change))),
  ])
  return [...contactWrites, ...sessionWrites, message, ...changes.flat()]
}

async function newContact({ store, vault }: Services, { inbound, contact, now }: Settled): Promise<Query[]> {
  const row = {
    id: contact.id,
    channel: inbound.channel,
    addressIndex: vault.index('address', inbound.address),
    sealedAddress: await vault.seal(inbound.address, `contacts/${contact.id}`),
    createdAt: now.toISOString(),
  }
  return [store.db.insert(contacts).values(row)]
}

async function sessionWrite({ store, vault }: Services, settled: Settled): Promise<Query[]> {
  const { contact, outcome, now } = settled
  const sealed = await vault.seal(JSON.stringify(outcome.session), `sessions/${contact.id}`)
  const updatedAt = now.toISOString()
  if (contact.version === null) {
    return [store.db.insert(sessions).values({ contactId: contact.id, version: 1, sealed, updatedAt })]
  }
  const unchanged = and(eq(sessions.contactId, contact.id), eq(sessions.version, contact.version))
  const next = { version: contact.version + 1, sealed, updatedAt }
  return [store.db.update(sessions).set(next).where(unchanged), mustHaveChangedOne()]
}

async function messageWrite(services: Services, settled: Settled, contactId: string | null): Promise<Query> {
  const { inbound, messageId: id, outcome, now, answered } = settled
  const [sealedText, sealedReplies] = await Promise.all([
    services.vault.seal(contactId === null ? '' : inbound.text, `messages/${id}/text`),
    services.vault.seal(JSON.stringify(outcome.replies), `messages/${id}/replies`),
  ])
  const row = {
    id,
    contactId,
    channel: inbound.channel,
    providerId: inbound.providerId,
    receivedAt: now.toISOString(),
    state: answered ? 'answered' : 'unanswered',
    sealedText,
    sealedReplies,
    ...outcome.heard,
  }
  return write(services.store.db.insert(messages).values(row))
}

async function changeWrites(services: Services, settled: Settled, change: Change): Promise<Query[]> {
  const { db } = services.store
  const update = (values: Partial<typeof contacts.$inferInsert>) => [
    db.update(contacts).set(values).where(eq(contacts.id, settled.contact.id)),
  ]
  switch (change.kind) {
    case 'set-language':
      return update({ language: change.language })
    case 'stop':
      return update({ stopped: true })
    case 'start':
      return update({ stopped: false })
    case 'open-case':
      return [await caseWrite(services, settled, change)]
    case 'add-to-case':
      return addToCase(services, change)
    case 'erase-contact':
      return []
  }
}

async function caseWrite(
  { store, vault, ids }: Services,
  { contact, now }: Settled,
  change: Extract<Change, { kind: 'open-case' }>,
): Promise<Query> {
  const id = ids()
  const row = {
    id,
    reference: change.reference,
    kind: change.caseKind,
    state: 'open',
    contactId: contact.id,
    householdId: change.householdId,
    county: change.county,
    sealedText: await vault.seal(JSON.stringify([change.text]), `cases/${change.reference}`),
    openedAt: now.toISOString(),
  }
  return write(store.db.insert(cases).values(row))
}

async function addToCase(
  { store, vault }: Services,
  change: Extract<Change, { kind: 'add-to-case' }>,
): Promise<Query[]> {
  const place = `cases/${change.reference}`
  const [row] = await store.db.select().from(cases).where(eq(cases.reference, change.reference))
  if (row === undefined) return []
  const told = JSON.parse(await vault.open(row.sealedText, place)) as string[]
  const sealedText = await vault.seal(JSON.stringify([...told, change.text]), place)
  const unchanged = and(eq(cases.id, row.id), eq(cases.sealedText, row.sealedText))
  return [store.db.update(cases).set({ sealedText }).where(unchanged), mustHaveChangedOne()]
}

// Messages and session go with the contact; that this message was answered stays, so that it is not answered twice.
async function eraseWrites(services: Services, settled: Settled): Promise<Query[]> {
  const { db } = services.store
  const { contact } = settled
  const unchanged = sql`exists (select 1 from ${sessions} where ${sessions.contactId} = ${contact.id} and ${sessions.version} = ${contact.version})`
  return [
    db.delete(contacts).where(and(eq(contacts.id, contact.id), unchanged)),
    mustHaveChangedOne(),
    await messageWrite(services, settled, null),
  ]
}
