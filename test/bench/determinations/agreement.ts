import { determine } from '../../../src/policy/determine.ts'
import type { Facts } from '../../../src/policy/facts.ts'
import type { Peer } from './peer.ts'
import { AS_OF, situationOf } from './persons.ts'

export type Agreement = { readonly same: number; readonly all: number; readonly example: string | null }

/** How many of a peer's outcomes are ours, over these persons, and the first that is not. */
export async function agreement<T>(peer: Peer<T>, persons: readonly Facts[]): Promise<Agreement> {
  let same = 0
  let all = 0
  let example: string | null = null
  for (const facts of persons) {
    const outcomes = await peer.outcomes(peer.prepare(situationOf(facts)))
    for (const { programme, outcome } of determine(facts, AS_OF)) {
      all += 1
      if (outcomes[programme] === outcome) same += 1
      else
        example ??= `${programme}: ${peer.name} says ${outcomes[programme]}, ours ${outcome}, of ${JSON.stringify(facts)}`
    }
  }
  return { same, all, example }
}
