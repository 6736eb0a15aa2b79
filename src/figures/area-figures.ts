import { householdsOf } from '../determinations/walk.ts'
import type { Day } from '../policy/facts.ts'
import { type Area, areaCondition } from '../staff/area.ts'
import type { Store } from '../storage/store.ts'

/** What is counted of an area's register, of nobody in particular. */
export type RegisterFigures = {
  /** Households by their standing on the day, and persons by where they are at school, the most first. */
  readonly standings: readonly Named[]
  readonly pupils: readonly Named[]
  readonly enrolled: Enrolled
}

export type Named = { readonly name: string; readonly count: number }

/** Children of the three years before school: how many there are, and how many go to kindergarten or to school already. */
export type Enrolled = { readonly of: number; readonly are: number; readonly unknown: number }

const STANDINGS = (
  from: string,
  within: string,
) => `select coalesce(standing, 'none') as name, count(*) as count
  from (select (select s.standing from standings s where s.household_id = h.id and s.from_day <= ?1
    order by s.from_day desc limit 1) as standing from ${from} where ${within}) group by 1`

// A person is read once for both figures.
const PERSONS = (from: string, within: string) => `select p.stage,
    p.birth_date > date(?1, '-6 years') and p.birth_date <= date(?1, '-3 years') as young, count(*) as count
  from ${from} cross join persons p on p.household_id = h.id where ${within} group by 1, 2`

type PersonsRow = { readonly stage: string | null; readonly young: number | null; readonly count: number }

/** The figures of an area's register on a day. */
export async function countRegister(store: Store, area: Area, today: Day): Promise<RegisterFigures> {
  const { sql, params } = areaCondition(area, { county: 'h.county', township: 'h.township' }, 2)
  const from = householdsOf(area)
  const [standings, persons] = await Promise.all([
    store.rows<Named>(STANDINGS(from, sql), [today, ...params]),
    store.rows<PersonsRow>(PERSONS(from, sql), [today, ...params]),
  ])
  return { standings: added(standings), pupils: pupilsOf(persons), enrolled: enrolledOf(persons) }
}

/** The figures of several areas together. */
export function sumOf(all: readonly RegisterFigures[]): RegisterFigures {
  const sum = (part: keyof Enrolled) => all.reduce((total, { enrolled }) => total + enrolled[part], 0)
  return {
    standings: added(all.flatMap(({ standings }) => standings)),
    pupils: added(all.flatMap(({ pupils }) => pupils)),
    enrolled: { of: sum('of'), are: sum('are'), unknown: sum('unknown') },
  }
}

function pupilsOf(persons: readonly PersonsRow[]): readonly Named[] {
  return added(persons.flatMap(({ stage, count }) => (stage === null ? [] : [{ name: stage, count }])))
}

function enrolledOf(persons: readonly PersonsRow[]): Enrolled {
  const children = persons.filter(({ young }) => young === 1)
  const sum = (is: (stage: string | null) => boolean) =>
    children.reduce((total, { stage, count }) => total + (is(stage) ? count : 0), 0)
  return {
    of: sum((stage) => stage !== null),
    are: sum((stage) => stage === 'preschool' || stage === 'primary'),
    unknown: sum((stage) => stage === null),
  }
}

// The most first.
function added(counts: readonly Named[]): readonly Named[] {
  return [...Map.groupBy(counts, ({ name }) => name)]
    .map(([name, of]) => ({ name, count: of.reduce((total, { count }) => total + count, 0) }))
    .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
}
