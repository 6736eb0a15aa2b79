import rows from './counties.json' with { type: 'json' }
import type { Dated } from './dated.ts'
import { PLAN_BEGINS } from './figures.ts'

/** Whether each county (by GB/T 2260 code) is on a list; `null` where no public source says. A code that is not there says nothing. */
export type CountyList = Readonly<Record<string, boolean | null>>

/** Dated lists, each entry saying something of the counties it names and leaving the others as they were. */
export type CountyLists = {
  readonly plan: readonly Dated<CountyList>[]
  /** Nothing open here: the plan's Tibetan area is Gannan's eight counties and Tianzhu. */
  readonly tibetanArea: readonly Dated<Readonly<Record<string, boolean>>>[]
  readonly oldRevolutionaryArea: readonly Dated<CountyList>[]
}

/** A county as public sources give it: the plan's 58 or 17, its poverty area, and where each statement was seen. */
export type ListedCounty = {
  readonly code: string
  readonly plan: '58' | '17' | null
  readonly area: 'liupanshan' | 'qinba' | 'tibetan' | null
  readonly tibetanArea: boolean
  readonly oldRevolutionaryArea: boolean | null
  readonly source: string
}

export const LISTED_COUNTIES = rows as readonly ListedCounty[]

/** The plan's lists. It counts 58 and 17 and names none: fifteen counties stay open, among them the four of the 17 never sighted. */
export const COUNTY_LISTS: CountyLists = {
  plan: [entry('一(一)', (county) => (county.plan === null ? null : true))],
  tibetanArea: [entry('二(一)·6', (county) => county.tibetanArea)],
  oldRevolutionaryArea: [entry('二(二)·8', (county) => county.oldRevolutionaryArea)],
}

function entry<Standing extends boolean | null>(
  citation: string,
  standing: (county: ListedCounty) => Standing,
): Dated<Readonly<Record<string, Standing>>> {
  const value = Object.fromEntries(LISTED_COUNTIES.map((county) => [county.code, standing(county)]))
  return { from: PLAN_BEGINS, value, citation }
}
