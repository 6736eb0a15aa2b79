import type { Vault } from '../../privacy/vault.ts'
import type { Store } from '../../storage/store.ts'
import type { LedgerEntry } from '../ledger-entry.ts'
import { LEDGER_COLUMNS, type LedgerTuple, toLedgerEntry } from '../ledger-rows.ts'

/** What tells one course of the ledger from another: of whom, of what, in which school year. */
export type CourseOf = Pick<LedgerEntry, 'person' | 'programme' | 'schoolYear'>

export type KnownCourse = {
  readonly entry: LedgerEntry
  /** Its reason as the database holds it: one that stays is not sealed anew. */
  readonly sealedReason: string | null
}

/** A course's key within an import. */
export function keyOf({ person, programme, schoolYear }: CourseOf): string {
  return `${person} ${programme} ${schoolYear}`
}

/** The ledger's rows for courses, by key. */
export async function loadCourses(
  { store, vault }: { readonly store: Store; readonly vault: Vault },
  of: readonly CourseOf[],
): Promise<Map<string, KnownCourse>> {
  const keys = of.map(({ person, programme, schoolYear }) => [person, programme, schoolYear])
  const rows = await store.rows<{ readonly tuple: string }>(COURSES, [JSON.stringify(keys)])
  const known = await Promise.all(
    rows.map(async (row): Promise<KnownCourse> => {
      const tuple = JSON.parse(row.tuple) as LedgerTuple
      return { entry: await toLedgerEntry(vault, tuple), sealedReason: tuple[11] }
    }),
  )
  return new Map(known.map((course) => [keyOf(course.entry), course]))
}

const COURSES = `select json_array(${LEDGER_COLUMNS}) as tuple from json_each(?1) as said
  join ledger l on l.person_id = said.value ->> 0 and l.programme = said.value ->> 1
    and l.school_year = said.value ->> 2`
