import type { Determination } from '../policy/determine.ts'
import type { Case } from './words/reasons.ts'
import type { Settled } from './turn.ts'

/** What was determined of these, as a turn's outcome carries it. */
export function settledIn(cases: readonly Case[]): readonly Settled[] {
  return cases.flatMap(({ subject, determinations }) => settledOf(subject.person, determinations))
}

/** What was determined of one person, by its id; empty for whom a stranger told of. */
export function settledOf(person: string, determinations: readonly Determination[]): readonly Settled[] {
  return determinations.map(({ programme, outcome, reasons, citations }) => ({
    person,
    programme,
    outcome,
    reasons,
    citations,
  }))
}
