import { orderOf, type Place } from '../determinations/walk.ts'
import type { Day } from '../policy/facts.ts'
import type { Language } from '../i18n/texts.ts'
import type { Services } from '../services.ts'
import { allOf, asksOfPersons, freshCondition, personConditions } from './ask.ts'
import { type Audience, areaOfAudience } from './audience.ts'
import { binder } from './binder.ts'
import { type Range, rangeAsked } from './ranges.ts'
import { WAYS_COLUMNS, type WaysRow } from './ways.ts'

/** A household that is meant by what is kept, and how it may be reached. */
export type HouseholdMeant = WaysRow &
  Place & {
    readonly language: Language | null
    /** How many of its persons are meant, and how many of them by school facts of an earlier year. */
    readonly persons: number
    readonly stale: number
  }

/** The households of a part of the area that are meant by what is kept. */
export function householdsMeant(
  { store }: Pick<Services, 'store'>,
  audience: Audience,
  day: Day,
  range: Range,
): Promise<readonly HouseholdMeant[]> {
  const bound = binder()
  const within = rangeAsked(audience, range, bound)
  if (!asksOfPersons(audience))
    return store.rows<HouseholdMeant>(
      `select h.county, h.id, h.language, 0 as persons, 0 as stale, ${WAYS_COLUMNS} from households h where ${within}`,
      bound.params,
    )
  const asked = allOf(personConditions(audience, day, bound))
  const order = orderOf(areaOfAudience(audience))
  const stale = `sum(not ${freshCondition(day, bound.bind)})`
  // Households first, their persons after each, so that nothing is sorted.
  return store.rows<HouseholdMeant>(
    `select h.county, h.id, h.language, count(*) as persons, ${stale} as stale, ${WAYS_COLUMNS}
      from households h cross join persons p on p.household_id = h.id where ${within} and ${asked} group by ${order}`,
    bound.params,
  )
}
