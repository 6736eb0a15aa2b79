import type { Outcome } from '../../../src/policy/determine.ts'
import type { ProgrammeId } from '../../../src/policy/programme.ts'
import type { Situation } from './persons.ts'

export type Outcomes = Readonly<Record<ProgrammeId, Outcome>>

/** The 23 rules in another engine. */
export type Peer<Prepared> = {
  readonly name: string
  /** What the engine takes, made from the situation before the clock starts. */
  readonly prepare: (situation: Situation) => Prepared
  /** Judges one person for all programmes; what it gives is kept from being optimised away. */
  readonly judge: (prepared: Prepared) => object | Promise<object>
  /** The same, read as outcomes: for the check before the race. */
  readonly outcomes: (prepared: Prepared) => Outcomes | Promise<Outcomes>
  readonly cannot: string
}
