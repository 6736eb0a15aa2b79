import type { Services } from '../services.ts'
import { mustHaveChangedOne, statement } from '../storage/store.ts'
import { toText } from './importing/corrections.ts'
import type { PersonField, PersonSaid } from './person-said.ts'

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
  const column = COLUMN[field]
  const written = await store.atomically([
    statement(
      `insert into corrections (person_id, field, value, register_value, by, at)
        select id, ?2, ?3, cast(${column} as text), ?4, ?5 from persons where id = ?1
        on conflict (person_id, field) do update set value = excluded.value, by = excluded.by, at = excluded.at`,
      [personId, field, toText(value), by, clock().toISOString()],
    ),
    statement(`update persons set ${column} = ?2 where id = ?1`, [personId, toText(value)]),
    mustHaveChangedOne(),
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
