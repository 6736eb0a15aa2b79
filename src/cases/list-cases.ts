import type { CaseKind, CaseState } from '../conversation/case.ts'
import { dayOf } from '../time/clock.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { BY_AGE, type CaseOrder, caseOrderSql } from './case-order.ts'
import { CASE_COLUMNS, type CaseRow, type CaseSummary, casesWithin, summaryOf } from './summary.ts'

/** Which cases; what is null or absent narrows nothing. */
export type CaseFilter = {
  readonly state?: CaseState | null
  readonly kind?: CaseKind | null
  readonly county?: string | null
  /** Open, and past the day by which the family should have heard. */
  readonly overdue?: boolean
  /** By age where none is given, the oldest first. */
  readonly order?: CaseOrder
  /** The id of the last case of the page before, in the same order. */
  readonly after?: string | null
  /** Cases a page, at most 100. */
  readonly limit: number
}

/** One page. `next` continues it in its order, null at the end. */
export type CasePage = { readonly cases: readonly CaseSummary[]; readonly next: string | null }

const asked = (within: string) => `k.part_of is null
    and (?3 is null or k.state = ?3) and (?4 is null or k.kind = ?4) and (?5 is null or k.county = ?5)
    and (?6 = 0 or (k.state = 'open' and k.due_on < ?1)) and ${within}`

function page(within: string, order: CaseOrder): string {
  const { after, by } = caseOrderSql(order)
  return `select ${CASE_COLUMNS} where ${asked(within)} and ${after} order by ${by} limit ?7`
}

// Counted is the whole: no case is named to come after.
const count = (within: string) => `select count(*) as count from cases k
  left join households h on h.id = k.household_id where ${asked(within)} and ?2 = '' limit ?7`

/** The cases of the actor's area. A household's second telephone stands with the first's case. */
export async function listCases(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  { area }: Pick<Actor, 'area'>,
  filter: CaseFilter,
): Promise<CasePage> {
  const { limit, order = BY_AGE } = filter
  const { sql, params } = casesWithin(area, 8)
  const bound = [...boundOf(filter, dayOf(clock())), ...params]
  const rows = await store.rows<CaseRow>(page(sql, order), bound)
  const cases = rows.slice(0, limit).map(summaryOf)
  return { cases, next: rows.length > limit ? (cases.at(-1)?.id ?? null) : null }
}

/** How many cases of the actor's area a filter asks for, whatever its page. */
export async function countCases(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  { area }: Pick<Actor, 'area'>,
  filter: Omit<CaseFilter, 'after' | 'limit' | 'order'>,
): Promise<number> {
  const { sql, params } = casesWithin(area, 8)
  const bound = [...boundOf({ ...filter, limit: 1 }, dayOf(clock())), ...params]
  const [row] = await store.rows<{ count: number }>(count(sql), bound)
  return row?.count ?? 0
}

function boundOf(
  { state = null, kind = null, county = null, overdue = false, after = null, limit }: CaseFilter,
  today: string,
): readonly (string | number | null)[] {
  return [today, after ?? '', state, kind, county, overdue ? 1 : 0, limit + 1]
}
