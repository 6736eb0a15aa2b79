import type { Store } from '../../storage/store.ts'
import type { Vault } from '../../privacy/vault.ts'
import type { DatedStanding } from '../household.ts'
import { numberIndexes } from '../finding/number-index.ts'
import type { PersonSaid } from '../person-said.ts'
import { type CorrectedName, openName } from './corrected-name.ts'
import { type CorrectedStanding, type StandingRow, toCorrected } from './corrected-standing.ts'
import { parseSealed, placeOfHousehold, type SealedHousehold } from '../sealed.ts'
import type { SaidHousehold } from './households.ts'

/** A household as the database holds it, before it is opened. */
export type KnownHousehold = {
  readonly id: string
  readonly number_index: string
  readonly content_index: string
  readonly taken_on: string
  readonly sealed: string
  readonly township: string | null
  readonly village: string | null
  readonly rural: number | null
  readonly language: string | null
}

type KnownPerson = {
  readonly id: string
  /** What the record says, corrections and all. */
  readonly stands: PersonSaid
}

type PersonRow = Omit<PersonSaid, 'finalYear'> & {
  readonly id: string
  readonly number_index: string
  readonly finalYear: number | null
}

export type Correction = {
  readonly field: string
  readonly value: string | null
  readonly register_value: string | null
}

/** What must be known of households that a file changes. */
export type KnownDetails = {
  readonly sealed: ReadonlyMap<string, SealedHousehold>
  readonly persons: ReadonlyMap<string, KnownPerson>
  readonly standings: ReadonlyMap<string, readonly DatedStanding[]>
  readonly corrections: ReadonlyMap<string, readonly Correction[]>
  /** By the person's id. */
  readonly correctedNames: ReadonlyMap<string, CorrectedName>
  /** By the household's id. */
  readonly correctedStandings: ReadonlyMap<string, CorrectedStanding>
}

type Services = { readonly store: Store; readonly vault: Vault }

/** The households of a batch that the register holds already, by the index the file's number has under the current key. */
export async function findKnown(
  { store, vault }: Services,
  households: readonly SaidHousehold[],
): Promise<ReadonlyMap<string, KnownHousehold>> {
  const current = currentIndex(
    vault,
    'household',
    households.map((said) => [said.householdIndex, said.number]),
  )
  const rows = await store.rows<KnownHousehold>(HOUSEHOLDS, [JSON.stringify([...current.keys()])])
  return new Map(rows.flatMap((row) => pair(current.get(row.number_index), row)))
}

/** Opens changed households, and loads their persons, standings and corrections. */
export async function loadDetails(
  { store, vault }: Services,
  changed: readonly KnownHousehold[],
  households: readonly SaidHousehold[],
): Promise<KnownDetails> {
  const ids = JSON.stringify(changed.map((known) => known.id))
  const numbers = households.flatMap(({ members }) =>
    members.map(({ member, personIndex }) => [personIndex, member.personNumber] as const),
  )
  const current = currentIndex(vault, 'person', numbers)
  const [sealed, persons, standings, correctedStandings] = await Promise.all([
    Promise.all(
      changed.map(
        async ({ id, sealed }) => [id, parseSealed(await vault.open(sealed, placeOfHousehold(id)))] as const,
      ),
    ),
    store.rows<PersonRow>(PERSONS, [JSON.stringify([...current.keys()])]),
    store.rows<DatedStanding & { household_id: string }>(STANDINGS, [ids]),
    store.rows<StandingRow>(CORRECTED_STANDINGS, [ids]),
  ])
  const personIds = JSON.stringify(persons.map(({ id }) => id))
  const corrections = await store.rows<Correction & { person_id: string }>(CORRECTIONS, [personIds])
  return {
    sealed: new Map(sealed),
    persons: new Map(persons.flatMap((row) => pair(current.get(row.number_index), toKnownPerson(row)))),
    standings: Map.groupBy(standings, (row) => row.household_id),
    corrections: Map.groupBy(corrections, (row) => row.person_id),
    correctedNames: await namesOf(vault, corrections),
    correctedStandings: new Map(correctedStandings.map((row) => [row.household_id, toCorrected(row)])),
  }
}

async function namesOf(
  vault: Vault,
  corrections: readonly (Correction & { readonly person_id: string })[],
): Promise<ReadonlyMap<string, CorrectedName>> {
  const names = corrections.flatMap(({ person_id, field, value }) =>
    field === 'name' && value !== null ? [[person_id, value] as const] : [],
  )
  return new Map(
    await Promise.all(
      names.map(async ([person, sealed]) => [person, await openName(vault, person, sealed)] as const),
    ),
  )
}

// While keys rotate a record may still stand under the previous key's index.
function currentIndex(
  vault: Vault,
  kind: 'household' | 'person',
  numbers: readonly (readonly [string, string])[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const rotating = numberIndexes(vault, kind, '').length > 1
  for (const [index, number] of numbers) {
    found.set(index, index)
    if (!rotating) continue
    for (const other of numberIndexes(vault, kind, number)) found.set(other, index)
  }
  return found
}

function toKnownPerson(row: PersonRow): KnownPerson {
  const { id, sex, relation, birthDate, stage, finalYear, schoolPlace, completed, occupation } = row
  const isFinal = finalYear === null ? null : finalYear === 1
  const stands = { sex, relation, birthDate, stage, finalYear: isFinal, schoolPlace, completed, occupation }
  return { id, stands }
}

function pair<T>(key: string | undefined, value: T): [string, T][] {
  return key === undefined ? [] : [[key, value]]
}

const HOUSEHOLDS = `select id, number_index, content_index, taken_on, sealed, township, village, rural, language
  from households where number_index in (select value from json_each(?1))`
const PERSONS = `select id, number_index, sex, relation, birth_date as "birthDate", stage, final_year as "finalYear",
    school_place as "schoolPlace", completed, occupation from persons
  where number_index in (select value from json_each(?1))`
const STANDINGS = `select household_id, from_day as "from", standing from standings
  where household_id in (select value from json_each(?1)) order by from_day`
const CORRECTED_STANDINGS = `select household_id, from_day, standing, replaced from standing_corrections
  where household_id in (select value from json_each(?1))`
const CORRECTIONS = `select person_id, field, value, register_value from corrections
  where person_id in (select value from json_each(?1))`
