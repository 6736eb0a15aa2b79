import type { Vault } from '../../privacy/vault.ts'
import type { Store } from '../../storage/store.ts'
import { linkIndexes, nameIndexes } from '../link-key.ts'
import { numberIndexes } from '../number-index.ts'
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
  readonly household_index: string
}

/** Finds whom rows name, many at once: by person number; else by name and ID number, or by name within a household. */
export async function findPersons(
  { store, vault }: { readonly store: Store; readonly vault: Vault },
  named: readonly Named[],
): Promise<readonly Found[]> {
  const keys = named.map((one) => keysOf(vault, one))
  const rows = await Promise.all([
    peopleBy(
      store,
      'p.number_index',
      keys.flatMap(({ person }) => person),
    ),
    peopleBy(
      store,
      'p.link_index',
      keys.flatMap(({ link }) => link),
    ),
    peopleBy(
      store,
      'h.number_index',
      keys.flatMap(({ person, link, household }) => (person.length + link.length === 0 ? household : [])),
    ),
  ])
  const people = [...new Map(rows.flat().map((row) => [row.id, row])).values()]
  const byNumber = Map.groupBy(people, (row) => row.number_index)
  const byLink = Map.groupBy(people, (row) => row.link_index ?? '')
  const byHousehold = Map.groupBy(people, (row) => row.household_index)
  const under = (known: ReadonlyMap<string, readonly PersonRow[]>, indexes: readonly string[]) =>
    indexes.flatMap((index) => known.get(index) ?? [])
  return keys.map((key): Found => {
    if (key.person.length > 0) return byPersonNumber(under(byNumber, key.person), key)
    const hasName = ({ name_index }: PersonRow) => name_index !== null && key.name.includes(name_index)
    const found =
      key.link.length > 0 ? under(byLink, key.link) : under(byHousehold, key.household).filter(hasName)
    const inHousehold = found.filter((row) => isInHousehold(row, key))
    if (found.length > 0 && inHousehold.length === 0)
      return { ok: false, column: 'householdNumber', reason: 'household-disagrees' }
    return onlyOne(inHousehold, key.link.length > 0 ? 'idNumber' : 'name')
  })
}

type Keys = Readonly<Record<'household' | 'person' | 'link' | 'name', readonly string[]>>

function keysOf(vault: Vault, { householdNumber, personNumber, idNumber, name }: Named): Keys {
  return {
    household: householdNumber === '' ? [] : numberIndexes(vault, 'household', householdNumber),
    person: personNumber === '' ? [] : numberIndexes(vault, 'person', personNumber),
    link:
      personNumber !== '' || idNumber === '' || name === ''
        ? []
        : linkIndexes(vault, name, idNumber.slice(-6)),
    name: name === '' ? [] : nameIndexes(vault, name),
  }
}

// A row that slipped by one line names another person: name and household must agree where they are given.
function byPersonNumber(found: readonly PersonRow[], key: Keys): Found {
  const [row] = found
  if (row === undefined) return { ok: false, column: 'personNumber', reason: 'person-unknown' }
  if (!isInHousehold(row, key)) return { ok: false, column: 'householdNumber', reason: 'household-disagrees' }
  if (key.name.length > 0 && row.name_index !== null && !key.name.includes(row.name_index))
    return { ok: false, column: 'name', reason: 'name-disagrees' }
  return { ok: true, person: row.id }
}

function isInHousehold(row: PersonRow, { household }: Keys): boolean {
  return household.length === 0 || household.includes(row.household_index)
}

function onlyOne(found: readonly PersonRow[], column: LedgerColumn): Found {
  const [row, ...others] = found
  if (row === undefined) return { ok: false, column, reason: 'person-unknown' }
  if (others.length > 0) return { ok: false, column, reason: 'person-ambiguous' }
  return { ok: true, person: row.id }
}

async function peopleBy(
  store: Store,
  column: 'p.number_index' | 'p.link_index' | 'h.number_index',
  indexes: readonly string[],
): Promise<readonly PersonRow[]> {
  if (indexes.length === 0) return []
  return store.rows<PersonRow>(
    `select p.id, p.number_index, p.name_index, p.link_index, h.number_index as household_index
      from persons p join households h on h.id = p.household_id
      where ${column} in (select value from json_each(?1))`,
    [JSON.stringify(indexes)],
  )
}
