import type { Services } from '../services.ts'
import { type Area, areaCondition } from '../staff/area.ts'
import type { SqlValue } from '../storage/store.ts'
import { type By, refresh } from './refresh.ts'
import { stampOn } from './stamp.ts'
import { beginningOf, orderOf, type Place, standsTo } from './walk.ts'

/** What joins a household `h` to how far its outcomes are current. */
export const JOIN_DETERMINED = 'left join determined k on k.household_id = h.id'

/** The condition that what is kept of a household does not hold on a day; its two values are bound from `?at` on. */
export function notCurrent({ day, book }: By, at: number) {
  return {
    sql: `(k.stamp is not ?${at} or k.since_day > ?${at + 1} or k.until_day <= ?${at + 1})`,
    params: [stampOn(day, book), day] as readonly SqlValue[],
  }
}

/** Households determined at once: some ten milliseconds of work on Node. */
const STEP = 250

/**
 * Brings what is kept of an area up to date for a day, at most `most` households of it; how many are left is told. What
 * reads the area afterwards reads current outcomes, or can say how many are not.
 */
export async function bringUpToDate(
  services: Pick<Services, 'store' | 'ids'>,
  area: Area,
  by: By,
  most: number,
): Promise<number> {
  let at = beginningOf(area)
  for (let done = 0; done < most; done += STEP) {
    const found = await findStale(services, area, by, at)
    await refresh(
      services,
      found.map(({ id }) => id),
      by,
    )
    const last = found.at(-1)
    if (last === undefined || found.length < STEP) return 0
    at = last
  }
  return countStale(services, area, by)
}

/** How many of an area's households have outcomes that do not hold on a day. */
export async function countStale({ store }: Pick<Services, 'store'>, area: Area, by: By): Promise<number> {
  const within = areaCondition(area, { county: 'h.county', township: 'h.township' }, 1)
  const stale = notCurrent(by, 3)
  const [row] = await store.rows<{ count: number }>(
    `select count(*) as count from households h ${JOIN_DETERMINED} where ${within.sql} and ${stale.sql}`,
    [...within.params, ...stale.params],
  )
  return row?.count ?? 0
}

async function findStale(
  { store }: Pick<Services, 'store'>,
  area: Area,
  by: By,
  at: Place,
): Promise<readonly Place[]> {
  const within = areaCondition(area, { county: 'h.county', township: 'h.township' }, 1)
  const stale = notCurrent(by, 3)
  const after = standsTo(area, '>', at, 5)
  return store.rows<Place>(
    `select h.county, h.id from households h ${JOIN_DETERMINED}
      where ${after.sql} and ${within.sql} and ${stale.sql} order by ${orderOf(area)} limit ${STEP}`,
    [...within.params, ...stale.params, ...after.params],
  )
}
