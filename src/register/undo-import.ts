import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import { KEPT } from './importing/before.ts'
import { KEPT_OF_LEDGER } from './ledger/writes.ts'

/**
 * Writes that take an import back whole: what it added is gone, what it changed stands as it stood, with where it came
 * from. The first of them undo the batch where something that came later rests on what the import wrote: another import, a
 * correction, a step of the ledger, a case, a link, a message. To be made in one batch, on an import that kept what it
 * changed. `importId` is that of a finished import.
 */
export function undoWrites(importId: string): readonly Query[] {
  return [...GUARDS, ...RESTORES].map((sql) => statement(sql, [importId]))
}

/** Whether an import still has what it changed as it stood before; kept for a month. */
export async function isKept({ store }: Pick<Services, 'store'>, importId: string): Promise<boolean> {
  const rows = await store.rows('select 1 from import_before where import_id = ?1 limit 1', [importId])
  return rows.length > 0
}

/** Rows of one kind as the import kept them. */
const kept = (what: string) =>
  `import_before b cross join json_each(b.rows) r where b.import_id = ?1 and b.what = '${what}'`
// What was kept first is what stood before: it is written last, and stays.
const first = (what: string) => `${kept(what)} order by b.rowid desc`
const values = (columns: string) =>
  columns
    .split(',')
    .map((_, at) => `r.value ->> ${at}`)
    .join()
const keptKeys = (what: string) => `select r.value ->> 0 from ${kept(what)}`
const IMPORT = '(select * from imports where id = ?1)'

/** Households that the import added, persons that it added, and all whom it wrote of. */
const ADDED_HOUSEHOLDS = keptKeys('added')
const ADDED_PERSONS = `select id from persons where (household_id in (${ADDED_HOUSEHOLDS})
  or household_id in (${keptKeys('households')})) and id not in (${keptKeys('persons')})`
const TOUCHED_PERSONS = `select id from persons where household_id in (select id from households where import_id = ?1)`

/** What rests on the import: each finds something only where it does. */
const DEPENDENTS = [
  // A later import has written the same household, or only its day.
  `select 1 from households where (id in (${ADDED_HOUSEHOLDS}) or id in (${keptKeys('households')}))
    and (import_id <> ?1 or taken_on <> (select taken_on from ${IMPORT}))`,
  `select 1 from households h join (select r.value ->> 0 as id from ${kept('household-days')}) k on k.id = h.id
    where h.taken_on <> (select taken_on from ${IMPORT})`,
  `select 1 from imports i, ${IMPORT} u where i.state = 'running' and (i.kind = 'ledger') = (u.kind = 'ledger')`,
  `select 1 from standings s join households h on h.id = s.household_id
    where h.import_id = ?1 and s.import_id <> ?1 and (s.household_id, s.from_day, s.import_id) not in
      (select r.value ->> 0, r.value ->> 1, r.value ->> 3 from ${kept('standings')})`,
  `select 1 from villages where key in (${keptKeys('villages')}) and import_id <> ?1`,
  // Staff corrected a person or a standing since.
  `select 1 from corrections c, ${IMPORT} u where c.person_id in (${TOUCHED_PERSONS}) and c.at >= u.started_at
    and (c.person_id, c.field, c.at) not in
      (select r.value ->> 0, r.value ->> 1, r.value ->> 6 from ${kept('corrections')})`,
  `select 1 from standing_corrections c, ${IMPORT} u
    where c.household_id in (select id from households where import_id = ?1) and c.at >= u.started_at`,
  // What would go with whom the import added.
  `select 1 from ledger where person_id in (${ADDED_PERSONS})`,
  `select 1 from cases where household_id in (${ADDED_HOUSEHOLDS})`,
  `select 1 from contact_households where household_id in (${ADDED_HOUSEHOLDS})`,
  `select 1 from broadcast_deliveries where household_id in (${ADDED_HOUSEHOLDS})`,
  // A later list has gone on with a course.
  `select 1 from ledger l join (select r.value ->> 0 as person, r.value ->> 1 as programme, r.value ->> 2 as year
      from ${kept('courses')}) k on k.person = l.person_id and k.programme = l.programme and k.year = l.school_year
    where l.import_id is not ?1`,
]

const GUARDS = DEPENDENTS.map((sql) => `insert or replace into guards (id, ok) select 1, not exists (${sql})`)

const update = (columns: string) =>
  columns
    .split(',')
    .map((column) => column.trim())
    .map((column) => `${column} = excluded.${column}`)
    .join()

const RESTORES = [
  // Persons first: one who came from another household goes back there before what was added is deleted.
  `insert into persons (${KEPT.persons}) select ${values(KEPT.persons)} from ${first('persons')}
    on conflict (id) do update set ${update(KEPT.persons)}`,
  `delete from persons where id in (${ADDED_PERSONS})`,
  `delete from households where id in (${ADDED_HOUSEHOLDS})`,
  `delete from household_telephones where import_id = ?1`,
  `insert or ignore into household_telephones (${KEPT.household_telephones})
    select ${values(KEPT.household_telephones)} from ${kept('household_telephones')}`,
  `delete from standings where import_id = ?1`,
  `insert or replace into standings (${KEPT.standings}) select ${values(KEPT.standings)} from ${kept('standings')}`,
  `insert or ignore into corrections (${KEPT.corrections}) select ${values(KEPT.corrections)} from ${kept('corrections')}`,
  `insert or ignore into standing_corrections (${KEPT.standing_corrections})
    select ${values(KEPT.standing_corrections)} from ${kept('standing_corrections')}`,
  `delete from villages where import_id = ?1 and key not in (${keptKeys('villages')})`,
  `insert into villages (${KEPT.villages}) select ${values(KEPT.villages)} from ${first('villages')}
    on conflict (key) do update set ${update(KEPT.villages)}`,
  `update persons set taken_on = k.day from (select r.value ->> 0 as id, r.value ->> 1 as day from ${kept('person-days')}) k
    where persons.id = k.id`,
  `update households set taken_on = k.day
    from (select r.value ->> 0 as id, r.value ->> 1 as day from ${kept('household-days')}) k where households.id = k.id`,
  `insert into households (${KEPT.households}) select ${values(KEPT.households)} from ${first('households')}
    on conflict (id) do update set ${update(KEPT.households)}`,
  // When a family was told is not the import's to know: what was told meanwhile stays, and a row that says it with it.
  `delete from ledger where import_id = ?1 and told_on is null
    and (person_id, programme, school_year) not in (select r.value ->> 0, r.value ->> 1, r.value ->> 2 from ${kept('ledger')})`,
  `update ledger set state = 'told', applied_on = null, granted_on = null, paid_on = null, refused_on = null,
      granted_amount = null, paid_amount = null, sealed_reason = null, import_id = null, line = null
    where import_id = ?1
      and (person_id, programme, school_year) not in (select r.value ->> 0, r.value ->> 1, r.value ->> 2 from ${kept('ledger')})`,
  `insert into ledger (${KEPT_OF_LEDGER}) select ${values(KEPT_OF_LEDGER)} from ${first('ledger')}
    on conflict (person_id, programme, school_year) do update set ${update(KEPT_OF_LEDGER)}`,
  `delete from import_before where import_id = ?1`,
  `update imports set state = 'undone' where id = ?1`,
]
