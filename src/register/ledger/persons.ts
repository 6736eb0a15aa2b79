import type { Vault } from '../../privacy/vault.ts'
import type { Store } from '../../storage/store.ts'
import { type Area, areaCondition, PROVINCE } from '../../staff/area.ts'
import { linkIndexes, nameIndexes } from '../finding/link-key.ts'
import { SHELVES } from '../finding/shelves.ts'
import { numberIndexes } from '../finding/number-index.ts'
import { readIdNumber } from '../values/id-number.ts'
import type { LedgerColumn } from './columns.ts'
import type { LedgerRejection } from './reasons.ts'
import type { Named } from './row.ts'

export type Found =
  | { readonly ok: true; readonly person: string }
  | { readonly ok: false; readonly column: LedgerColumn; readonly reason: LedgerRejection }

type PersonRow = {
  readonly id: string
  readonly number_index: string
  readonly name_index: string | null
  readonly link_index: string | null
  readonly birth_date: string | null
  readonly household_index: string
}

type Services = { readonly store: Store; readonly vault: Vault }

/**
 * Finds whom rows name, many at once: by person number; else by name and ID number, or by name within a household. Who
 * stands outside the area is as one that is not there.
 */
export async function findPersons(
  { store, vault }: Services,
  named: readonly Named[],
  area: Area | null = null,
): Promise<readonly Found[]> {
  const keys = named.map((one) => keysOf(vault, one))
  const people = await peopleNamed(store, keys, area ?? PROVINCE)
  const byNumber = Map.groupBy(people, (row) => row.number_index)
  const byLink = Map.groupBy(people, (row) => row.link_index ?? '')
  const byHousehold = Map.groupBy(people, (row) => row.household_index)
  return keys.map((key): Found => {
    if (key.person.length > 0) return byPersonNumber(under(byNumber, key.person), key)
    if (key.link.length > 0) return byIdNumber(under(byLink, key.link), key)
    return onlyOne(
      under(byHousehold, key.household).filter((row) => isCalled(row, key)),
      'name',
    )
  })
}

type Keys = Readonly<Record<'household' | 'person' | 'link' | 'name', readonly string[]>> & {
  /** By the ID number. */
  readonly birthDate: string | null
}

function keysOf(vault: Vault, { householdNumber, personNumber, idNumber, name }: Named): Keys {
  const id = readIdNumber(idNumber)
  const hasLink = personNumber === '' && idNumber !== '' && name !== ''
  return {
    household: householdNumber === '' ? [] : numberIndexes(vault, 'household', householdNumber),
    person: personNumber === '' ? [] : numberIndexes(vault, 'person', personNumber),
    link: hasLink ? linkIndexes(vault, name, idNumber.slice(-6)) : [],
    name: name === '' ? [] : nameIndexes(vault, name),
    birthDate: id.ok ? id.birthDate : null,
  }
}

// A row that slipped by one line names another person: name, household and ID number must agree where they are given.
function byPersonNumber(found: readonly PersonRow[], key: Keys): Found {
  const [row] = found
  if (row === undefined) return { ok: false, column: 'personNumber', reason: 'person-unknown' }
  if (!isInHousehold(row, key)) return { ok: false, column: 'householdNumber', reason: 'household-disagrees' }
  if (!isCalled(row, key)) return { ok: false, column: 'name', reason: 'name-disagrees' }
  if (!isBornAs(row, key)) return { ok: false, column: 'idNumber', reason: 'id-number-disagrees' }
  return { ok: true, person: row.id }
}

// The index holds the last six of an ID number; the birth date in it tells two of the same name and six apart.
function byIdNumber(linked: readonly PersonRow[], key: Keys): Found {
  const found = linked.filter((row) => isBornAs(row, key))
  const inHousehold = found.filter((row) => isInHousehold(row, key))
  if (found.length > 0 && inHousehold.length === 0)
    return { ok: false, column: 'householdNumber', reason: 'household-disagrees' }
  return onlyOne(inHousehold, 'idNumber')
}

function isInHousehold(row: PersonRow, { household }: Keys): boolean {
  return household.length === 0 || household.includes(row.household_index)
}

function isCalled({ name_index }: PersonRow, { name }: Keys): boolean {
  return name.length === 0 || (name_index !== null && name.includes(name_index))
}

function isBornAs({ birth_date }: PersonRow, { birthDate }: Keys): boolean {
  return birthDate === null || birth_date === null || birth_date === birthDate
}

function onlyOne(found: readonly PersonRow[], column: LedgerColumn): Found {
  const [row, ...others] = found
  if (row === undefined) return { ok: false, column, reason: 'person-unknown' }
  if (others.length > 0) return { ok: false, column, reason: 'person-ambiguous' }
  return { ok: true, person: row.id }
}

function under(known: ReadonlyMap<string, readonly PersonRow[]>, indexes: readonly string[]) {
  return indexes.flatMap((index) => known.get(index) ?? [])
}

async function peopleNamed(store: Store, keys: readonly Keys[], area: Area): Promise<readonly PersonRow[]> {
  const byLink = keys.filter(({ link }) => link.length > 0)
  const byHousehold = keys.filter(({ person, link }) => person.length + link.length === 0)
  const rows = await Promise.all([
    peopleBy(
      store,
      area,
      PERSON_NUMBER,
      keys.flatMap(({ person }) => person),
    ),
    peopleBy(
      store,
      area,
      LINK,
      byLink.flatMap(({ name }) => name),
      byLink.flatMap(({ link }) => link),
    ),
    peopleBy(
      store,
      area,
      HOUSEHOLD_NUMBER,
      byHousehold.flatMap(({ household }) => household),
    ),
  ])
  return [...new Map(rows.flat().map((row) => [row.id, row])).values()]
}

async function peopleBy(store: Store, area: Area, where: string, ...indexes: readonly (readonly string[])[]) {
  if (indexes[0]?.length === 0) return []
  const columns = { county: 'h.county', township: 'h.township' }
  const within = areaCondition(area, columns, indexes.length + 1)
  return store.rows<PersonRow>(
    `select p.id, p.number_index, p.name_index, p.link_index, p.birth_date, h.number_index as household_index
      from persons p join households h on h.id = p.household_id where ${where} and ${within.sql}`,
    [...indexes.map((each) => JSON.stringify([...new Set(each)])), ...within.params],
  )
}

const PERSON_NUMBER = 'p.number_index in (select value from json_each(?1))'
const HOUSEHOLD_NUMBER = 'h.number_index in (select value from json_each(?1))'
// Names have an index of the database, links have none: they are looked through among those of the name.
const LINK = `p.shelf in ${SHELVES} and p.name_index in (select value from json_each(?1)) and +p.link_index in (select value from json_each(?2))`
