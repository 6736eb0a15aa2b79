import type { Services } from '../services.ts'
import { type Area, areaCondition } from '../staff/area.ts'
import { type Determinable, loadFacts } from './facts.ts'
import { beginningOf, orderOf, type Place, standsTo } from './walk.ts'

/** Households read at once: some ten milliseconds of work on Node, in which nobody is answered. */
const STEP = 500

/** The facts of all households of an area, some at a time, in its order. What comes in meanwhile may be missed. */
export async function* walkFacts(
  { store }: Pick<Services, 'store'>,
  area: Area,
): AsyncGenerator<readonly Determinable[]> {
  let at: Place | undefined = beginningOf(area)
  while (at !== undefined) {
    const found: readonly Place[] = await placesAfter(store, area, at)
    if (found.length > 0)
      yield loadFacts(
        store,
        found.map(({ id }) => id),
      )
    at = found.length < STEP ? undefined : found.at(-1)
  }
}

function placesAfter(store: Services['store'], area: Area, at: Place): Promise<readonly Place[]> {
  const within = areaCondition(area, { county: 'h.county', township: 'h.township' }, 1)
  const after = standsTo(area, '>', at, 3)
  return store.rows<Place>(
    `select h.county, h.id from households h where ${after.sql} and ${within.sql}
      order by ${orderOf(area)} limit ${STEP}`,
    [...within.params, ...after.params],
  )
}
