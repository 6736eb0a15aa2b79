import type { Determinable } from '../determinations/facts.ts'
import { determine } from '../policy/determine.ts'
import type { Day } from '../policy/facts.ts'
import { type Move, movesBetween } from '../policy/moves.ts'
import { factsOf, type HouseholdFacts, type PersonFacts } from '../register/household.ts'
import type { Around } from './around.ts'

/** Two books and the day on which they are compared. */
export type Compared = Pick<Around, 'before' | 'after'> & { readonly day: Day }

/** What a decision moves for one person of a household. */
export function movesOf(
  household: HouseholdFacts,
  person: PersonFacts,
  { before, after, day }: Compared,
): readonly Move[] {
  return movesBetween(
    determine(factsOf(household, person, day, before), day, before),
    determine(factsOf(household, person, day, after), day, after),
  )
}

/** Whom of a household a decision moves. */
export function movedIn(
  household: Determinable,
  compared: Compared,
): readonly { readonly personId: string; readonly move: Move }[] {
  return household.persons.flatMap((person) =>
    movesOf(household, person, compared).map((move) => ({ personId: person.id, move })),
  )
}
