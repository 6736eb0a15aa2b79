import { type Area, areaCondition } from '../staff/area.ts'
import type { Store } from '../storage/store.ts'
import { type RegisterFigures, sumOf } from './area-figures.ts'
import type { Cell } from './cells.ts'

/** What is kept of one county; `notCurrent`: households counted as last determined. */
export type CountyFigures = {
  readonly register: RegisterFigures
  readonly cells: readonly Cell[]
  readonly notCurrent: number
}

/** What is kept of an area, as it was at an instant. */
export type KeptFigures = CountyFigures & { readonly at: string }

type Row = { readonly at: string | null; readonly figures: string | null }

/** The counties `seen` in which households stand, each found by a step along the index. */
export const countiesSeen = (within: string) => `with recursive seen (county) as (
    select min(h.county) from households h where ${within}
    union all
    select (select min(h.county) from households h where h.county > seen.county and ${within})
      from seen where seen.county is not null)`

/**
 * What is kept of an area wider than a county, as old as the oldest of its counties. Null where it is to be counted: it is no
 * wider, or a county of it was never counted, or the register is small enough to be counted whenever it is asked for.
 */
export async function keptFigures(store: Store, area: Area): Promise<KeptFigures | null> {
  if (area.code.length === 6) return null
  const { sql, params } = areaCondition(area, { county: 'h.county', township: null }, 1)
  const rows = await store.rows<Row>(
    `${countiesSeen(sql)} select c.counted_at as at, c.figures from seen left join county_figures c on c.county = seen.county
      where seen.county is not null`,
    params,
  )
  const times = rows.flatMap(({ at }) => at ?? []).toSorted()
  const [at] = times
  if (at === undefined || times.length < rows.length) return null
  const counties = rows.map(({ figures }) => JSON.parse(figures ?? '') as CountyFigures)
  return {
    at,
    register: sumOf(counties.map(({ register }) => register)),
    cells: counties.flatMap(({ cells }) => cells),
    notCurrent: counties.reduce((sum, { notCurrent }) => sum + notCurrent, 0),
  }
}
