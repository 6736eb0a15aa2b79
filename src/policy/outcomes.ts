import { classify } from './logic/classes.ts'
import type { Outcome } from './determination.ts'
import type { Day, Facts } from './facts.ts'
import { PLAN, type PolicyBook } from './parameters/parameters.ts'
import { periodOn } from './period.ts'
import { PROGRAMME_IDS, type ProgrammeId } from './programme.ts'

/** Outcomes of all programmes in little room: a bit for each, in the order of `PROGRAMME_IDS`. In neither set: ineligible. */
export type Outcomes = { readonly eligible: number; readonly unknown: number }

/** What a person qualifies for on a day, without the reasons. */
export function outcomesOf(facts: Facts, asOf: Day, book: PolicyBook = PLAN): Outcomes {
  const { classes, inOrder } = periodOn(asOf, book)
  const person = classify(classes, facts, asOf)
  let eligible = 0
  let unknown = 0
  let bit = 1
  for (const rule of inOrder) {
    const { outcome } = rule.determine(person)
    if (outcome === 'eligible') eligible |= bit
    else if (outcome === 'unknown') unknown |= bit
    bit <<= 1
  }
  return { eligible, unknown }
}

/** The bit that stands for a programme. */
export function bitOf(programme: ProgrammeId): number {
  return 1 << PROGRAMME_IDS.indexOf(programme)
}

/** One programme's outcome among all. */
export function outcomeIn({ eligible, unknown }: Outcomes, programme: ProgrammeId): Outcome {
  const bit = bitOf(programme)
  if ((eligible & bit) !== 0) return 'eligible'
  return (unknown & bit) !== 0 ? 'unknown' : 'ineligible'
}
