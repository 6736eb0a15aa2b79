import type { Services } from '../services.ts'
import type { Day } from '../policy/facts.ts'
import { bitOf } from '../policy/outcomes.ts'
import { asksOfPersons, entryOf, personConditions } from './ask.ts'
import type { Audience } from './audience.ts'
import { binder } from './binder.ts'
import { type Range, rangeAsked } from './ranges.ts'

/**
 * Persons of the area who are not meant, by what was asked first that does not hold of them. `value` says what holds
 * instead: the outcome they have, where the ledger stands, the language they are written to in.
 */
export type Excluded = {
  readonly because: 'stage' | 'change' | 'outcome' | 'stale' | 'ledger' | 'language'
  readonly value: string | null
  readonly persons: number
}

/** Gathers what was left out, part after part. */
export function excludedSums() {
  const counts = new Map<string, Excluded>()
  return {
    add: ({ because, value, persons }: Excluded): void => {
      const key = `${because} ${value ?? ''}`
      counts.set(key, { because, value, persons: persons + (counts.get(key)?.persons ?? 0) })
    },
    all: (): readonly Excluded[] =>
      [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, excluded]) => excluded),
  }
}

/** Counts, by what is kept, whom an audience leaves out in a part of its area and why; nobody where it asks nothing of persons. */
export async function countExcluded(
  { store }: Pick<Services, 'store'>,
  audience: Audience,
  day: Day,
  range: Range,
): Promise<readonly Excluded[]> {
  if (!asksOfPersons(audience)) return []
  const bound = binder()
  const within = rangeAsked(audience, range, bound)
  const { stage, change, outcome, stale, ledger } = personConditions(audience, day, bound)
  const { programme } = audience
  const bit = programme == null ? 0 : bitOf(programme)
  const state =
    programme == null ? 'null' : `(select l.state from ledger l where ${entryOf(programme, day, bound.bind)})`
  return store.rows<Excluded>(
    `select because, case because
        when 'outcome' then case when eligible & ${bit} then 'eligible' when unknown & ${bit} then 'unknown' else 'ineligible' end
        when 'ledger' then coalesce(state, 'none') end as value, count(*) as persons
      from (select case when not (${stage}) then 'stage' when not (${change}) then 'change' when not (${outcome}) then 'outcome'
            when not (${stale}) then 'stale' when not (${ledger}) then 'ledger' end as because,
          p.eligible, p.unknown, ${state} as state
        from households h cross join persons p on p.household_id = h.id where ${within})
      where because is not null group by 1, 2`,
    bound.params,
  )
}
