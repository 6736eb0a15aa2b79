import type { Household, Person } from '../../src/register/household.ts'
import type { LedgerEntry } from '../../src/register/ledger-entry.ts'
import { placeOfReason } from '../../src/register/ledger-rows.ts'
import type { Office, Offices } from '../../src/register/office.ts'
import { placeOfHousehold, sealedText } from '../../src/register/sealed.ts'
import type { Services } from '../../src/services.ts'
import * as schema from '../../src/storage/schema.ts'
import { type Query, write } from '../../src/storage/store.ts'

type Sealing = Pick<Services, 'store' | 'vault'>

const IMPORT = 'test'

/** Puts households as conversations have them on a telephone, in their order; `copy` sets their ids apart from another copy's. */
export async function recordHouseholds(
  { store, vault }: Sealing,
  households: readonly Household[],
  { telephone, copy }: { readonly telephone: string; readonly copy: string },
): Promise<void> {
  const writes = await Promise.all(
    households.map((household, at) =>
      householdWrites({ store, vault }, household, telephone, `${copy}-${at}`),
    ),
  )
  await store.atomically(writes.flat())
}

/** Enters what counties' offices tell of how to apply. */
export async function recordOffices({ store }: Sealing, offices: Offices): Promise<void> {
  const entries = [...offices.values()].flat()
  if (entries.length === 0) return
  await store.atomically([
    write(
      store.db.insert(schema.imports).values({
        id: IMPORT,
        file: IMPORT,
        digest: IMPORT,
        kind: 'offices',
        takenOn: '2026-09-01',
        by: IMPORT,
        startedAt: '2026-09-01T00:00:00Z',
        state: 'finished',
      }),
    ),
    ...entries.map((entry, line) => write(store.db.insert(schema.offices).values(officeRow(entry, line)))),
  ])
}

async function householdWrites(
  { store: { db }, vault }: Sealing,
  household: Household,
  telephone: string,
  id: string,
): Promise<readonly Query[]> {
  const { village, persons, ledger, standings, ...facts } = household
  const numbers = persons.map((person, at) => [idOf(id, person.id), String(at).padStart(3, '0'), person.name])
  const sealed = sealedText({
    number: id,
    telephones: [telephone],
    saidIndex: '',
    persons: new Map(
      numbers.map(([key = '', number = '', name = '']) => [key, { number, name, idNumber: null }]),
    ),
  })
  const { name, ...known } = village
  const entries = await Promise.all(ledger.map((entry) => ledgerRow(vault, entry, id)))
  return [
    db
      .insert(schema.villages)
      .values({ key: id, county: facts.county, name: name ?? '', importId: IMPORT, ...known }),
    db.insert(schema.households).values({
      ...facts,
      id,
      village: name,
      villageKey: id,
      numberIndex: id,
      sealed: await vault.seal(sealed, placeOfHousehold(id)),
      importId: IMPORT,
      line: 1,
      contentIndex: '',
    }),
    db.insert(schema.householdTelephones).values({
      householdId: id,
      addressIndex: vault.index('address', telephone),
      importId: IMPORT,
    }),
    ...standings.map((one) =>
      db.insert(schema.standings).values({ ...one, householdId: id, importId: IMPORT }),
    ),
    ...persons.map((person) => db.insert(schema.persons).values(personRow(person, id))),
    ...entries.map((entry) => db.insert(schema.ledger).values(entry)),
  ].map(write)
}

function personRow(recorded: Person, householdId: string) {
  // A name is kept in what is sealed of the household.
  const { name: _, ...person } = recorded
  const id = idOf(householdId, person.id)
  return { ...person, id, householdId, numberIndex: id }
}

async function ledgerRow(
  vault: Services['vault'],
  { person, reason, ...entry }: LedgerEntry,
  household: string,
) {
  const personId = idOf(household, person)
  const place = placeOfReason(personId, entry.programme, entry.schoolYear)
  return { ...entry, personId, sealedReason: reason === null ? null : await vault.seal(reason, place) }
}

function officeRow({ programme, papers, place, ...entry }: Office, line: number) {
  return {
    ...entry,
    programme: programme ?? '',
    papers: papers?.['zh-CN'] ?? null,
    papersBo: papers?.bo ?? null,
    place: place?.['zh-CN'] ?? null,
    placeBo: place?.bo ?? null,
    importId: IMPORT,
    line,
  }
}

function idOf(household: string, person: string): string {
  return `${household}-${person}`
}
