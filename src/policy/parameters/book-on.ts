import { namingOn } from './counties.ts'
import { type Dated, entryOn } from './dated.ts'
import type { Day, Standing } from '../facts.ts'
import { FIGURE_IDS, type FigureId } from './figures.ts'
import { COUNTY_CATEGORIES, type CountyCategory, type Truth } from '../logic/logic.ts'
import { figureOn, type PolicyBook } from './parameters.ts'
import { PROGRAMME_IDS, type Programme, type ProgrammeId } from '../programme.ts'
import { type Unit, UNIT_OF } from './units.ts'

/** Since when something stands as it does, and by what clause or decision. */
export type Stands = {
  readonly from: Day
  readonly citation: string
  /** A decision laid over the plan says so. */
  readonly isAmended: boolean
}

type FigureStands = Stands & { readonly id: FigureId; readonly unit: Unit; readonly value: number }
type CountyStands = Stands & { readonly county: string; readonly listed: Truth }

/** A programme that is not in force has no rule; before the plan nothing says so. */
type ProgrammeStands = {
  readonly id: ProgrammeId
  readonly rule: Programme | null
  readonly stands: Stands | null
}

/** A book as it stands on a day. */
export type BookOn = {
  readonly day: Day
  readonly plan: string
  readonly programmes: readonly ProgrammeStands[]
  readonly figures: readonly FigureStands[]
  /** Null before the plan. */
  readonly standings: (Stands & { readonly standings: readonly Standing[] }) | null
  readonly counties: Readonly<Record<CountyCategory, readonly CountyStands[]>>
}

/** All that the rules read on a day, each with since when and by what; before the plan there are no figures. */
export function bookOn(book: PolicyBook, day: Day): BookOn {
  const standings = entryOn(book.standingsThatCount, day)
  const figures = FIGURE_IDS.filter((id) => entryOn(book.figures[id], day) !== undefined)
  return {
    day,
    plan: book.plan,
    programmes: PROGRAMME_IDS.map((id) => {
      const entry = entryOn(book.programmes[id], day)
      return { id, rule: entry?.value ?? null, stands: entry === undefined ? null : stands(entry) }
    }),
    figures: figures.map((id) => {
      const entry = figureOn(id, day, book)
      return { id, unit: UNIT_OF[id], value: entry.value, ...stands(entry) }
    }),
    standings: standings === undefined ? null : { standings: standings.value, ...stands(standings) },
    counties: {
      plan: countiesOn('plan', day, book),
      tibetanArea: countiesOn('tibetanArea', day, book),
      oldRevolutionaryArea: countiesOn('oldRevolutionaryArea', day, book),
    },
  }
}

function countiesOn(category: CountyCategory, day: Day, book: PolicyBook): readonly CountyStands[] {
  const codes = new Set(
    COUNTY_CATEGORIES.flatMap((one) => book.counties[one]).flatMap(({ value }) => Object.keys(value)),
  )
  return [...codes].sort().flatMap((county) => {
    const entry = namingOn(category, county, day, book)
    return entry === undefined ? [] : [{ county, listed: entry.value[county] ?? null, ...stands(entry) }]
  })
}

function stands({ from, citation, amendment }: Dated<unknown>): Stands {
  return { from, citation, isAmended: amendment !== undefined }
}
