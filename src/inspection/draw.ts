import type { By } from '../determinations/refresh.ts'
import { walkFacts } from '../determinations/walk-facts.ts'
import { outcomesOf } from '../policy/outcomes.ts'
import { factsOf } from '../register/household.ts'
import type { Services } from '../services.ts'
import { rankOf } from './rank.ts'
import type { SamplePlan } from './sample-plan.ts'
import { fillStrata, type Stratum } from './strata.ts'

/** What was drawn, and of how many. */
export type Draw = {
  readonly households: number
  readonly persons: number
  readonly strata: readonly Stratum[]
}

/** Draws a sample: every person of the area is determined afresh, whatever is kept, and stands in one stratum a programme. */
export async function drawSample(
  services: Pick<Services, 'store'>,
  { area, seed, day, each }: SamplePlan,
  book: By['book'],
): Promise<Draw> {
  const strata = fillStrata(each)
  let households = 0
  let persons = 0
  for await (const some of walkFacts(services, area)) {
    for (const household of some) {
      households += 1
      for (const person of household.persons) {
        persons += 1
        const outcomes = outcomesOf(factsOf(household, person, day, book), day, book)
        const candidate = { rank: rankOf(seed, person.id), household: household.id, person: person.id }
        strata.add(household.county, outcomes, candidate)
      }
    }
  }
  return { households, persons, strata: strata.filled() }
}
