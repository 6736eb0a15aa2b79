import type { Change } from '../conversation/turn.ts'
import { dayOf } from '../time/clock.ts'
import { type Query, statement } from '../storage/store.ts'
import type { ChangeScene } from './change-scene.ts'

const TOLD = `insert into ledger (person_id, programme, school_year, state, told_on)
  select value ->> 0, value ->> 1, ?2, 'told', ?3 from json_each(?1) where true
  on conflict (person_id, programme, school_year) do update set told_on = excluded.told_on where told_on is null`

/** The write that puts in the ledger that persons were told. */
export function keepTold(
  { now }: ChangeScene,
  { told, schoolYear }: Extract<Change, { kind: 'told' }>,
): Query[] {
  const rows = told.map(({ person, programme }) => [person, programme])
  return [statement(TOLD, [JSON.stringify(rows), schoolYear, dayOf(now)])]
}
