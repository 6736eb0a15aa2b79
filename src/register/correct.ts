import type { Services } from '../services.ts'
import { mustHaveChangedOne, statement } from '../storage/store.ts'
import { toText } from './importing/corrections.ts'
import type { PersonField, PersonSaid } from './person-said.ts'
import { parseSealed, placeOfHousehold } from './sealed.ts'

/** What staff put right by hand: one fact of one person, or that it is not known. */
export type CorrectionOf<F extends PersonField> = {
  readonly personId: string
  readonly field: F
  readonly value: PersonSaid[F]
  readonly by: string
}

/**
 * Corrects a person's fact. The correction outlives every import until the register itself says something else than it
 * said when the correction was made. False where there is no such person.
 */
export async function correct<F extends PersonField>(
  { store, vault, clock }: Pick<Services, 'store' | 'vault' | 'clock'>,
  { personId, field, value, by }: CorrectionOf<F>,
): Promise<boolean> {
  const [row] = await store.rows<{ id: string; sealed: string }>(
    'select h.id, h.sealed from households h join persons p on p.household_id = h.id where p.id = ?1',
    [personId],
  )
  if (row === undefined) return false
  const sealed = parseSealed(await vault.open(row.sealed, placeOfHousehold(row.id)))
  const said = sealed.persons[personId]?.said[field] ?? null
  const written = await store.atomically([
    statement(`update persons set ${COLUMN[field]} = ?2 where id = ?1`, [personId, toText(value)]),
    mustHaveChangedOne(),
    statement(
      `insert into corrections (person_id, field, value, register_value, by, at) values (?1, ?2, ?3, ?4, ?5, ?6)
        on conflict (person_id, field) do update set value = excluded.value, register_value = excluded.register_value,
          by = excluded.by, at = excluded.at`,
      [personId, field, toText(value), toText(said), by, clock().toISOString()],
    ),
  ])
  return written === 'committed'
}

const COLUMN: Readonly<Record<PersonField, string>> = {
  sex: 'sex',
  relation: 'relation',
  birthDate: 'birth_date',
  stage: 'stage',
  finalYear: 'final_year',
  schoolPlace: 'school_place',
  completed: 'completed',
  occupation: 'occupation',
}
