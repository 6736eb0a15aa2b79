import type { Services } from '../../services.ts'
import { mustHaveChangedOne, type Query, statement } from '../../storage/store.ts'
import { openName, sealName } from '../importing/corrected-name.ts'
import { linkIndex, nameIndex } from '../finding/link-key.ts'
import { parseSealed, placeOfHousehold, sealedText } from '../sealed.ts'

type Named = {
  readonly household: string
  readonly person: string
  readonly name: string
  /** The name that must stand until then. */
  readonly was: string
  readonly by: string
  readonly at: string
  readonly sealedWhy: string
}

/** The longest name that is taken, in signs: a Tibetan name in its own script has many. */
const LONGEST_NAME = 80

const SEALED = 'select sealed from households where id = ?1'
const CORRECTION = "select value from corrections where person_id = ?1 and field = 'name'"
const RESEAL = 'update households set sealed = ?2 where id = ?1 and sealed = ?3'
const FIND_BY = 'update persons set name_index = ?2, link_index = ?3 where id = ?1'
const KEEP = `insert into corrections (person_id, field, value, register_value, by, at, sealed_why)
  values (?1, 'name', ?2, null, ?3, ?4, ?5)
  on conflict (person_id, field) do update set value = excluded.value, by = excluded.by, at = excluded.at,
    sealed_why = excluded.sealed_why`
const FORGET = "delete from corrections where person_id = ?1 and field = 'name'"

/** Whether a text can be a person's name: letters of any script, spaces and dots. */
export function isName(text: string): boolean {
  return text.length <= LONGEST_NAME && /^[\p{L}\p{M}][\p{L}\p{M} ·•.་]*$/u.test(text)
}

/**
 * The writes that put a person's name right, which undo their batch where the household's record has changed meanwhile; null
 * where another name stands already. The name is found by its new index at once, and a correction to the register's own name
 * is none any more.
 */
export async function nameWrites(
  { store, vault }: Pick<Services, 'store' | 'vault'>,
  { household, person, name, was, by, at, sealedWhy }: Named,
): Promise<readonly Query[] | null> {
  const [row] = await store.rows<{ sealed: string }>(SEALED, [household])
  if (row === undefined) return null
  const record = parseSealed(await vault.open(row.sealed, placeOfHousehold(household)))
  const known = record.persons.get(person)
  if (known?.name !== was) return null
  const [standing] = await store.rows<{ value: string }>(CORRECTION, [person])
  const register = standing === undefined ? was : (await openName(vault, person, standing.value)).register
  const persons = new Map([...record.persons, [person, { ...known, name }]])
  const sealed = await vault.seal(sealedText({ ...record, persons }), placeOfHousehold(household))
  const correction =
    name === register
      ? statement(FORGET, [person])
      : statement(KEEP, [person, await sealName(vault, person, { name, register }), by, at, sealedWhy])
  return [
    statement(RESEAL, [household, sealed, row.sealed]),
    mustHaveChangedOne(),
    statement(FIND_BY, [person, nameIndex(vault, name), linkIndex(vault, name, known.idNumber)]),
    correction,
  ]
}
