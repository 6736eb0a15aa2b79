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

/** What some programmes give a person on a day, in the order asked. */
export function determineThese(
  ids: readonly ProgrammeId[],
  facts: Facts,
  asOf: Day,
  book: PolicyBook = PLAN,
): Determination[] {
  const { classes, rules } = periodOn(asOf, book)
  const person = classify(classes, facts, asOf)
  return ids.map((id) => rules[id].determine(person))
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
