import type { Services } from '../services.ts'
import { type Area, areaCondition } from '../staff/area.ts'
import { beginningOf, type Place } from './current.ts'
import { type Determinable, loadFacts } from './facts.ts'

/** Households read at once: some ten milliseconds of work on Node, in which nobody is answered. */
const STEP = 500

/** The facts of all households of an area, some at a time, by county and id. What comes in meanwhile may be missed. */
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

function placesAfter(store: Services['store'], area: Area, { county, id }: Place): Promise<readonly Place[]> {
  const { sql, params } = areaCondition(area, { county: 'h.county', township: 'h.township' }, 3)
  return store.rows<Place>(
    `select h.county, h.id from households h where (h.county, h.id) > (?1, ?2) and ${sql}
      order by h.county, h.id limit ${STEP}`,
    [county, id, ...params],
  )
}
