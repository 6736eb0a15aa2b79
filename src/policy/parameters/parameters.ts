import { COUNTY_LISTS, type CountyLists } from './county-lists.ts'
import { type Dated, entryOn } from './dated.ts'
import type { Day, Standing } from '../facts.ts'
import { FIGURES, type FigureId, PLAN_BEGINS } from './figures.ts'
import type { Programme, ProgrammeId } from '../programme.ts'
import { PROGRAMMES } from '../programmes/index.ts'

/**
 * All that the rules read besides a person's facts, dated and cited. A later plan or an office's decision is a new
 * entry beside the old ones, so that an answer for an earlier day does not change. Treat a book as immutable.
 */
export type PolicyBook = {
  readonly plan: string
  /** The rule in force; `null` from the day a programme ends. */
  readonly programmes: Readonly<Record<ProgrammeId, readonly Dated<Programme | null>[]>>
  readonly figures: Readonly<Record<FigureId, readonly Dated<number>[]>>
  readonly standingsThatCount: readonly Dated<readonly Standing[]>[]
  readonly counties: CountyLists
}

/** Gansu's plan for education in targeted poverty alleviation, as issued in 2015. */
export const PLAN: PolicyBook = {
  plan: 'gansu-2015',
  programmes: inForceFromTheStart(PROGRAMMES),
  figures: FIGURES,
  standingsThatCount: [{ from: PLAN_BEGINS, value: ['registered'], citation: '一' }],
  counties: COUNTY_LISTS,
}

/** The standings that count a household as poor on a day: none before the plan. */
export function standingsThatCount(asOf: Day, book: PolicyBook = PLAN): readonly Standing[] {
  return entryOn(book.standingsThatCount, asOf)?.value ?? []
}

/** Whether a household of this standing counts as poor on a day: the fact `household.registered`. */
export function countsAsPoor(standing: Standing, asOf: Day, book: PolicyBook = PLAN): boolean {
  return standingsThatCount(asOf, book).includes(standing)
}

/** A figure as it stood on a day, with its citation. A figure that a rule in force needs and the book lacks is a fault of the book. */
export function figureOn(id: FigureId, asOf: Day, book: PolicyBook = PLAN): Dated<number> {
  const entry = entryOn(book.figures[id], asOf)
  if (entry === undefined) throw new Error(`the policy book has no ${id} on ${asOf}`)
  return entry
}

/** Whether a programme is in force on a day; before the plan none is. */
export function isProgrammeInForce(id: ProgrammeId, asOf: Day, book: PolicyBook = PLAN): boolean {
  return (entryOn(book.programmes[id], asOf)?.value ?? null) !== null
}

/** The rule that a programme has, or had before it ended. A book without one is at fault. */
export function lastRule(id: ProgrammeId, book: PolicyBook = PLAN): Programme {
  const programme = book.programmes[id].findLast((entry) => entry.value !== null)?.value
  if (!programme) throw new Error(`the policy book has no ${id}`)
  return programme
}

function inForceFromTheStart(programmes: readonly Programme[]): PolicyBook['programmes'] {
  const entries = programmes.map((value) => [value.id, [{ from: PLAN_BEGINS, value, citation: '一' }]])
  // Object.fromEntries forgets its keys; a test holds that every programme is there.
  return Object.fromEntries(entries) as PolicyBook['programmes']
}
