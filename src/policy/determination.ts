import type { FactName, Missing } from './facts.ts'
import type { ConditionId, Truth } from './logic/logic.ts'
import type { Benefit, Kind, ProgrammeId } from './programme.ts'

export const OUTCOMES = ['eligible', 'ineligible', 'unknown'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** One atomic condition as it was judged. */
type Reason = {
  readonly condition: ConditionId
  readonly value: Truth
  readonly facts: readonly FactName[]
  readonly citation: string
}

/** What one programme gives one person on one day, why, and what is still to be known. Frozen and shared: never changed. */
export type Determination = {
  readonly programme: ProgrammeId
  readonly kind: Kind
  readonly outcome: Outcome
  /** What the programme gives, with the figures of the day; null where it is not in force. */
  readonly benefit: Benefit | null
  readonly reasons: readonly Reason[]
  /** For `unknown` alone: exactly the unknown facts that can still change the outcome. */
  readonly missing: readonly Missing[]
  readonly citations: readonly string[]
  /** On admissions alone: whether the household counts as poor, and so comes first at equal conditions. */
  readonly priority?: Truth
}
