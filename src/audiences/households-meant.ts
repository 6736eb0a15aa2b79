import { beginningOf, type Place } from '../determinations/current.ts'
import type { Day } from '../policy/facts.ts'
import type { Language } from '../i18n/texts.ts'
import type { Services } from '../services.ts'
import { giveWay } from '../time/time.ts'
import { allOf, areaAsked, asksOfPersons, freshCondition, personConditions } from './ask.ts'
import { type Audience, areaOfAudience } from './audience.ts'
import { binder } from './binder.ts'
import { WAYS_COLUMNS, type WaysRow } from './ways.ts'

/** A household that is meant by what is kept, and how it may be reached. */
export type HouseholdMeant = WaysRow &
  Place & {
    readonly language: Language | null
    /** How many of its persons are meant, and how many of them by school facts of an earlier year. */
    readonly persons: number
    readonly stale: number
  }

/** Some few milliseconds of work on Node, in which nobody is answered; each is a query, of which D1 allows a thousand. */
const PAGE = 1000

/** Every household that is meant by what is kept, page by page: whole areas pass through little memory. */
export async function* householdsMeant(
  { store }: Pick<Services, 'store'>,
  audience: Audience,
  day: Day,
): AsyncIterable<HouseholdMeant> {
  let at: Place | undefined = beginningOf(areaOfAudience(audience))
  while (at !== undefined) {
    const { sql, params } = pageAfter(at, audience, day)
    const page: readonly HouseholdMeant[] = await store.rows<HouseholdMeant>(sql, params)
    yield* page
    at = page.length < PAGE ? undefined : page.at(-1)
    if (at !== undefined) await giveWay()
  }
}

// Households first, in the order of their index; their persons after each, so that nothing is sorted.
function pageAfter({ county, id }: Place, audience: Audience, day: Day) {
  const bound = binder()
  const after = `(h.county, h.id) > (${bound.bind(county)}, ${bound.bind(id)})`
  const area = areaAsked(audience, bound)
  if (!asksOfPersons(audience)) {
    const sql = `select h.county, h.id, h.language, 0 as persons, 0 as stale, ${WAYS_COLUMNS} from households h
      where ${after} and ${area} order by h.county, h.id limit ${PAGE}`
    return { sql, params: bound.params }
  }
  const asked = allOf(personConditions(audience, day, bound))
  const stale = `sum(not ${freshCondition(day, bound.bind)})`
  const sql = `select h.county, h.id, h.language, count(*) as persons, ${stale} as stale, ${WAYS_COLUMNS}
    from households h cross join persons p on p.household_id = h.id
    where ${after} and ${area} and ${asked} group by h.county, h.id order by h.county, h.id limit ${PAGE}`
  return { sql, params: bound.params }
}
