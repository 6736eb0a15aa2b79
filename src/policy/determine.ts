import { classify } from './logic/classes.ts'
import type { Determination } from './determination.ts'
import type { Day, Facts } from './facts.ts'
import { PLAN, type PolicyBook } from './parameters/parameters.ts'
import { periodOn } from './period.ts'
import type { ProgrammeId } from './programme.ts'

export type { Determination, Outcome } from './determination.ts'

/** What every programme gives a person on a day, in the plan's order, by the rules and figures of that day. */
export function determine(facts: Facts, asOf: Day, book: PolicyBook = PLAN): Determination[] {
  const { classes, determine: determineAll } = periodOn(asOf, book)
  return determineAll(classify(classes, facts, asOf))
}

/** What one programme gives a person on a day. */
export function determineOne(
  id: ProgrammeId,
  facts: Facts,
  asOf: Day,
  book: PolicyBook = PLAN,
): Determination {
  const { classes, rules } = periodOn(asOf, book)
  return rules[id].determine(classify(classes, facts, asOf))
}
