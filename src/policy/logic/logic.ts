import type { FactName } from '../facts.ts'
import type { FigureId } from '../parameters/figures.ts'

/** Kleene's three values: `null` is unknown. */
export type Truth = boolean | null

/** The plan's lists of counties. */
export const COUNTY_CATEGORIES = ['plan', 'tibetanArea', 'oldRevolutionaryArea'] as const
export type CountyCategory = (typeof COUNTY_CATEGORIES)[number]

/** What a condition asks of its fact, as data. Ages are completed years, both ends included. */
export type Test =
  | { readonly isOneOf: readonly (string | boolean)[] }
  | { readonly inCategory: CountyCategory }
  | RangeTest

export type RangeTest =
  | { readonly atLeast: FigureId }
  | { readonly ageFrom: FigureId; readonly ageTo?: FigureId }

/** One atomic condition on one fact: what is judged, explained and cited. */
export type Atom = {
  readonly condition: ConditionId
  readonly fact: FactName
  readonly test: Test
  readonly citation?: string
}

export const CONDITION_IDS = [
  'registered',
  'in-plan-counties',
  'in-tibetan-area',
  'in-old-revolutionary-area',
  'rural',
  'village-poor',
  'village-population',
  'age',
  'stage',
  'stage-junior',
  'stage-secondary-vocational',
  'stage-not-in-school',
  'final-year',
  'school-place',
  'completed',
  'occupation',
  'in-force',
] as const
export type ConditionId = (typeof CONDITION_IDS)[number]

export type Condition = Atom | { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] }

export function all(...conditions: readonly Condition[]): Condition {
  return { all: conditions }
}

export function any(...conditions: readonly Condition[]): Condition {
  return { any: conditions }
}

/** The atoms of a condition, in the order written. */
export function atomsOf(condition: Condition): readonly Atom[] {
  if ('all' in condition) return condition.all.flatMap(atomsOf)
  if ('any' in condition) return condition.any.flatMap(atomsOf)
  return [condition]
}

/** A condition's value in Kleene's logic, given each atom's: one false settles `all`, one true settles `any`. */
export function evaluate(condition: Condition, truthOf: (atom: Atom) => Truth): Truth {
  if ('all' in condition) return fold(condition.all, false, truthOf)
  if ('any' in condition) return fold(condition.any, true, truthOf)
  return truthOf(condition)
}

function fold(parts: readonly Condition[], settling: boolean, truthOf: (atom: Atom) => Truth): Truth {
  let value: Truth = !settling
  for (const part of parts) {
    const truth = evaluate(part, truthOf)
    if (truth === settling) return settling
    if (truth === null) value = null
  }
  return value
}
