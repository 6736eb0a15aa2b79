import { and, eq } from 'drizzle-orm'
import type { Change } from '../conversation/turn.ts'
import type { Services } from '../services.ts'
import { cases, contacts } from '../storage/schema.ts'
import { mustHaveChangedOne, type Query, write } from '../storage/store.ts'
import type { Contact } from './load.ts'

export type Scene = { readonly contact: Contact; readonly now: Date }

type OpenCase = Extract<Change, { kind: 'open-case' }>
type AddToCase = Extract<Change, { kind: 'add-to-case' }>

/** The writes by which one of a turn's changes is kept; none for an erasure, which is written apart. */
export async function changeWrites(services: Services, scene: Scene, change: Change): Promise<Query[]> {
  switch (change.kind) {
    case 'set-language':
      return [contactWrite(services, scene, { language: change.language })]
    case 'stop':
      return [contactWrite(services, scene, { stopped: true })]
    case 'start':
      return [contactWrite(services, scene, { stopped: false })]
    case 'open-case':
      return openCase(services, scene, change)
    case 'add-to-case':
      return addToCase(services, change)
    case 'erase-contact':
      return []
  }
}

function contactWrite(
  { store }: Services,
  { contact }: Scene,
  values: Partial<typeof contacts.$inferInsert>,
): Query {
  return write(store.db.update(contacts).set(values).where(eq(contacts.id, contact.id)))
}

async function openCase(
  { store, vault, ids }: Services,
  { contact, now }: Scene,
  change: OpenCase,
): Promise<Query[]> {
  const row = {
    id: ids(),
    reference: change.reference,
    kind: change.caseKind,
    state: 'open',
    contactId: contact.id,
    householdId: change.householdId,
    county: change.county,
    sealedText: await vault.seal(JSON.stringify([change.text]), placeOf(change)),
    openedAt: now.toISOString(),
  }
  return [write(store.db.insert(cases).values(row))]
}

async function addToCase({ store, vault }: Services, change: AddToCase): Promise<Query[]> {
  const [row] = await store.db.select().from(cases).where(eq(cases.reference, change.reference))
  if (row === undefined) return []
  const told = JSON.parse(await vault.open(row.sealedText, placeOf(change))) as readonly string[]
  const sealedText = await vault.seal(JSON.stringify([...told, change.text]), placeOf(change))
  const unchanged = and(eq(cases.id, row.id), eq(cases.sealedText, row.sealedText))
  return [write(store.db.update(cases).set({ sealedText }).where(unchanged)), mustHaveChangedOne()]
}

function placeOf({ reference }: { readonly reference: string }): string {
  return `cases/${reference}`
}
