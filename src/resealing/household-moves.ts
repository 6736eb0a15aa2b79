import type { Vault } from '../privacy/vault.ts'
import { linkIndexes, nameIndexes } from '../register/finding/link-key.ts'
import { numberIndexes } from '../register/finding/number-index.ts'
import { parseSealed, type SealedHousehold } from '../register/sealed.ts'
import type { Services } from '../services.ts'
import { type Move, moved, moveWrites, type MovesOf } from './moves.ts'

type Household = { readonly id: string; readonly stands: string }
type Person = {
  readonly id: string
  readonly household: string
  readonly number: string
  readonly name: string | null
  readonly link: string | null
}
type Telephone = { readonly household: string; readonly stands: string | null }

const HOUSEHOLDS =
  'select h.id, h.number_index as stands from json_each(?1) k join households h on h.id = k.value'
const PERSONS = `select p.id, p.household_id as household, p.number_index as number, p.name_index as name, p.link_index as link
  from json_each(?1) k join persons p on p.household_id = k.value`
const TELEPHONES = `select t.household_id as household, t.address_index as stands
  from json_each(?1) k join household_telephones t on t.household_id = k.value`
const SHOWN = `select l.household_id as household, l.shown as stands
  from json_each(?1) k join contact_households l on l.household_id = k.value`

/**
 * All by which a household is found: its number, its persons' numbers and names, its telephones, and what a link to it was
 * shown by. What was written anew is sealed under the current key while these may stand under the previous one: each is
 * looked at by itself.
 */
export const movesOfHouseholds: MovesOf = async ({ store, vault }, rows) => {
  const sealed = new Map(rows.map(({ key: [id], plain }) => [String(id), parseSealed(plain)]))
  const stands = await standingOf(store, [...sealed.keys()])
  const households = stands.households.flatMap(({ id, stands }) =>
    moved(id, stands, numberIndexes(vault, 'household', sealed.get(id)?.number ?? '')),
  )
  const persons = personMoves(vault, stands.persons, sealed)
  const telephones = telephoneMoves(vault, stands.telephones, sealed)
  const shown = telephoneMoves(vault, stands.shown, sealed)
  const { number, name, link } = persons
  const all = [households, number, name, link, telephones, shown]
  return {
    count: all.reduce((sum, moves) => sum + moves.length, 0),
    writes: [
      ...moveWrites('households', 'number_index', 'id', households),
      ...moveWrites('persons', 'number_index', 'id', number),
      ...moveWrites('persons', 'name_index', 'id', name),
      ...moveWrites('persons', 'link_index', 'id', link),
      ...moveWrites('household_telephones', 'address_index', 'household_id', telephones, 'replace'),
      ...moveWrites('contact_households', 'shown', 'household_id', shown),
    ],
  }
}

async function standingOf(store: Services['store'], ids: readonly string[]) {
  const of = [JSON.stringify(ids)]
  const [households, persons, telephones, shown] = await Promise.all([
    store.rows<Household>(HOUSEHOLDS, of),
    store.rows<Person>(PERSONS, of),
    store.rows<Telephone>(TELEPHONES, of),
    store.rows<Telephone>(SHOWN, of),
  ])
  return { households, persons, telephones, shown }
}

function personMoves(vault: Vault, persons: readonly Person[], sealed: ReadonlyMap<string, SealedHousehold>) {
  const moves: Record<'number' | 'name' | 'link', Move[]> = { number: [], name: [], link: [] }
  for (const { id, household, number, name, link } of persons) {
    const person = sealed.get(household)?.persons.get(id)
    if (person === undefined) continue
    moves.number.push(...moved(id, number, numberIndexes(vault, 'person', person.number)))
    moves.name.push(...moved(id, name, nameIndexes(vault, person.name)))
    if (person.idNumber !== null)
      moves.link.push(...moved(id, link, linkIndexes(vault, person.name, person.idNumber)))
  }
  return moves
}

function telephoneMoves(
  vault: Vault,
  telephones: readonly Telephone[],
  sealed: ReadonlyMap<string, SealedHousehold>,
): readonly Move[] {
  return telephones.flatMap(({ household, stands }) => {
    const recorded = sealed.get(household)?.telephones ?? []
    return recorded.flatMap((telephone) => moved(household, stands, vault.indexes('address', telephone)))
  })
}
