import type { CaseKind, CaseOutcome } from '../conversation/case.ts'
import type { Day } from '../policy/facts.ts'
import { dayOf } from '../time/clock.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { casesWithin } from './summary.ts'

/** Cases of one kind that came to the same end; `outcome` is null for those still open. */
type CaseGroup = {
  readonly kind: CaseKind
  readonly outcome: CaseOutcome | null
  readonly count: number
  /** Of them settled after the day they were due, or open past it; none of those that the family withdrew. */
  readonly late: number
}

/** Days from its opening until the office settled a case: half of them took no longer. `kind` is null for all kinds. */
type CaseMedian = { readonly kind: CaseKind | null; readonly days: number }

/** The cases of one county; null where no county is known. */
type CaseCounty = {
  readonly county: string | null
  readonly count: number
  readonly open: number
  /** Households that were missed and are on the register now. */
  readonly found: number
  readonly late: number
}

/** What became of the cases that were opened from `since` to `until`, both days included. */
export type CaseStatistics = {
  readonly since: Day
  readonly until: Day
  readonly groups: readonly CaseGroup[]
  /** Nothing for a kind of which none was settled. */
  readonly medians: readonly CaseMedian[]
  /** The counties with most cases first. */
  readonly counties: readonly CaseCounty[]
}

// A case that is open again counts as open. What the family took back is no answer of the office.
const OPENED = (within: string) => `with opened as (
  select k.kind, k.outcome, k.county, julianday(k.closed_at) - julianday(k.opened_at) as days,
    k.state = 'closed' and k.outcome is not 'withdrawn' as settled,
    k.outcome is not 'withdrawn' and k.due_on < coalesce(date(k.closed_at, '+8 hours'), ?1) as late
  from cases k left join households h on h.id = k.household_id
  where k.part_of is null and date(k.opened_at, '+8 hours') between ?2 and ?1 and ${within})`

const GROUPS = `select kind, outcome, count(*) as count, coalesce(sum(late), 0) as late
  from opened group by kind, outcome order by kind, count(*) desc, outcome`

const COUNTIES = `select county, count(*) as count, sum(outcome is null) as open,
    sum(outcome is 'added-to-register') as found, coalesce(sum(late), 0) as late
  from opened group by county order by count(*) desc, county`

const MEDIANS = `select kind, round(days, 1) as days from (
    select kind, days, row_number() over (partition by kind order by days) as nth, count(*) over (partition by kind) as of
    from (select kind, days from opened where settled union all select null, days from opened where settled))
  where nth = (of + 1) / 2 order by kind`

/** The cases of the actor's area that were opened in the last twelve months. A joined telephone's is no case of its own. */
export async function caseStatistics(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  { area }: Pick<Actor, 'area'>,
): Promise<CaseStatistics> {
  const until = dayOf(clock())
  const since = yearBefore(until)
  const { sql, params } = casesWithin(area, 3)
  const bound = [until, since, ...params]
  const [groups, medians, counties] = await Promise.all([
    store.rows<CaseGroup>(`${OPENED(sql)} ${GROUPS}`, bound),
    store.rows<CaseMedian>(`${OPENED(sql)} ${MEDIANS}`, bound),
    store.rows<CaseCounty>(`${OPENED(sql)} ${COUNTIES}`, bound),
  ])
  return { since, until, groups, medians, counties }
}

/** The figures of one kind, or of all kinds where it is null. */
export function caseTotals({ groups, medians }: CaseStatistics, kind: CaseKind | null) {
  const of = groups.filter((group) => kind === null || group.kind === kind)
  return {
    count: sumOf(of, ({ count }) => count),
    open: sumOf(of, ({ outcome, count }) => (outcome === null ? count : 0)),
    found: sumOf(of, ({ outcome, count }) => (outcome === 'added-to-register' ? count : 0)),
    late: sumOf(of, ({ late }) => late),
    medianDays: medians.find((median) => median.kind === kind)?.days ?? null,
  }
}

function sumOf(groups: readonly CaseGroup[], figure: (group: CaseGroup) => number): number {
  return groups.reduce((sum, group) => sum + figure(group), 0)
}

// A year before 29 February is 1 March.
function yearBefore(day: Day): Day {
  const at = new Date(day)
  at.setUTCFullYear(at.getUTCFullYear() - 1)
  return at.toISOString().slice(0, 10)
}
