import type { Services } from '../../services.ts'
import { mustHaveChangedOne, type Query, statement } from '../../storage/store.ts'
import { toText } from '../importing/corrections.ts'
import type { PersonField, PersonSaid } from '../person-said.ts'

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
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  { personId, field, value, by }: CorrectionOf<F>,
): Promise<boolean> {
  const at = clock().toISOString()
  const writes = correctionWrites({ personId, field, value: toText(value), by, at, sealedWhy: null })
  return (await store.atomically(writes)) === 'committed'
}

type Written = {
  readonly personId: string
  readonly field: PersonField
  /** As `corrections` holds it. */
  readonly value: string | null
  /** What must stand until then, likewise; absent: whatever does. */
  readonly was?: string | null
  readonly by: string
  readonly at: string
  readonly sealedWhy: string | null
}

/**
 * The writes of one correction, which undo their batch where there is no such person, or another fact stands meanwhile. A
 * correction to what the register says itself is none any more.
 */
export function correctionWrites({
  personId,
  field,
  value,
  was,
  by,
  at,
  sealedWhy,
}: Written): readonly Query[] {
  const column = COLUMN[field]
  const still = was === undefined ? 'true' : `cast(${column} as text) is ?3`
  return [
    statement(
      `insert into corrections (person_id, field, value, register_value, by, at, sealed_why)
        select id, ?2, ?3, cast(${column} as text), ?4, ?5, ?6 from persons where id = ?1
        on conflict (person_id, field) do update set value = excluded.value, by = excluded.by, at = excluded.at,
          sealed_why = excluded.sealed_why`,
      [personId, field, value, by, at, sealedWhy],
    ),
    statement(`update persons set ${column} = ?2 where id = ?1 and ${still}`, [
      personId,
      value,
      ...(was === undefined ? [] : [was]),
    ]),
    mustHaveChangedOne(),
    statement('delete from corrections where person_id = ?1 and field = ?2 and value is register_value', [
      personId,
      field,
    ]),
  ]
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
