import type { Vault } from '../../privacy/vault.ts'
import { type Query, statement } from '../../storage/store.ts'
import { saidBy } from '../importing/json-rows.ts'
import { placeOfReason } from '../ledger-rows.ts'
import type { Changed } from './take.ts'

/** The write of courses that changed. When the family was told stays as it is: only the program itself knows it. */
export async function courseWrites(
  vault: Vault,
  changed: readonly Changed[],
  importId: string,
): Promise<readonly Query[]> {
  if (changed.length === 0) return []
  const rows = await Promise.all(changed.map((one) => rowOf(vault, one)))
  return [statement(UPSERT, [JSON.stringify(rows), importId])]
}

/** Writes that keep courses as they stand before they change; to go before them in one batch. */
export function keepCourses(changed: readonly Changed[], importId: string, id: string): readonly Query[] {
  if (changed.length === 0) return []
  const keys = changed.map(({ person, programme, schoolYear }) => [person, programme, schoolYear])
  const rows = JSON.stringify(keys)
  return [statement(KEEP, [`${id}.stood`, importId, rows]), statement(NOTE, [`${id}.keys`, importId, rows])]
}

/** What of a course an import keeps as it stood, in this order: when the family was told is not the import's. */
export const KEPT_OF_LEDGER = `person_id, programme, school_year, state, applied_on, granted_on, paid_on, refused_on,
  granted_amount, paid_amount, sealed_reason, import_id, line`

const NOTE = `insert into import_before (id, import_id, what, rows) values (?1, ?2, 'courses', ?3)`
// What the import itself has written before is not how the course stood: that was kept then, or there was none.
const KEEP = `insert into import_before (id, import_id, what, rows)
  select ?1, ?2, 'ledger', json_group_array(json_array(${KEPT_OF_LEDGER})) from ledger
  where import_id is not ?2 and (person_id, programme, school_year) in (select value ->> 0, value ->> 1, value ->> 2 from json_each(?3))`

async function rowOf(vault: Vault, { person, programme, schoolYear, course, sealed, line }: Changed) {
  const { state, appliedOn, grantedOn, paidOn, refusedOn, grantedAmount, paidAmount, reason } = course
  const place = placeOfReason(person, programme, schoolYear)
  const sealedReason = reason === null ? null : (sealed ?? (await vault.seal(reason, place)))
  const days = [appliedOn, grantedOn, paidOn, refusedOn]
  return [person, programme, schoolYear, state, ...days, grantedAmount, paidAmount, sealedReason, line]
}

const UPSERT = `${saidBy(1)} insert into ledger (person_id, programme, school_year, state, applied_on, granted_on, paid_on,
    refused_on, granted_amount, paid_amount, sealed_reason, line, import_id)
  select item ->> 0, item ->> 1, item ->> 2, item ->> 3, item ->> 4, item ->> 5, item ->> 6, item ->> 7, item ->> 8,
    item ->> 9, item ->> 10, item ->> 11, ?2
  from said where true
  on conflict (person_id, programme, school_year) do update set state = excluded.state, applied_on = excluded.applied_on,
    granted_on = excluded.granted_on, paid_on = excluded.paid_on, refused_on = excluded.refused_on,
    granted_amount = excluded.granted_amount, paid_amount = excluded.paid_amount,
    sealed_reason = excluded.sealed_reason, import_id = excluded.import_id, line = excluded.line`
