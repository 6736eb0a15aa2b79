import type { Day } from '../policy/facts.ts'
import { determine } from '../policy/determine.ts'
import type { PolicyBook } from '../policy/parameters/parameters.ts'
import type { ProgrammeId } from '../policy/programme.ts'

/** A programme that somebody of a county may qualify for. */
export type Offered = {
  readonly programme: ProgrammeId
  readonly citations: readonly string[]
  /** The office must still confirm what the county is. */
  readonly isToConfirm: boolean
}

/** What the plan offers in a county, in its order: all that the county alone does not rule out. */
export function offeredIn(county: string, today: Day, book: PolicyBook): readonly Offered[] {
  return determine({ 'household.county': county }, today, book)
    .filter(({ outcome }) => outcome !== 'ineligible')
    .map(({ programme, citations, missing }) => ({
      programme,
      citations,
      isToConfirm: missing.some((fact) => fact.startsWith('office.')),
    }))
}
