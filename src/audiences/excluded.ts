import { beginningOf, type Place } from '../determinations/current.ts'
import type { Services } from '../services.ts'
import type { Store } from '../storage/store.ts'
import { giveWay } from '../time/time.ts'
import type { Day } from '../policy/facts.ts'
import { bitOf } from '../policy/outcomes.ts'
import { areaAsked, asksOfPersons, entryOf, personConditions } from './ask.ts'
import { type Audience, areaOfAudience } from './audience.ts'
import { binder } from './binder.ts'

/**
 * Persons of the area who are not meant, by what was asked first that does not hold of them. `value` says what holds
 * instead: the outcome they have, where the ledger stands, the language they are written to in.
 */
export type Excluded = {
  readonly because: 'stage' | 'change' | 'outcome' | 'stale' | 'ledger' | 'language'
  readonly value: string | null
  readonly persons: number
}

/** Counts, by what is kept, whom an audience leaves out and why; nobody where it asks nothing of persons. */
export async function countExcluded(
  { store }: Pick<Services, 'store'>,
  audience: Audience,
  day: Day,
): Promise<readonly Excluded[]> {
  if (!asksOfPersons(audience)) return []
  const counts = new Map<string, Excluded>()
  let from: Place | null = beginningOf(areaOfAudience(audience))
  while (from !== null) {
    const to: Place | null = await endOfPage(store, audience, from)
    for (const { because, value, persons } of await excludedIn(store, audience, day, { from, to })) {
      const key = `${because} ${value ?? ''}`
      counts.set(key, { because, value, persons: persons + (counts.get(key)?.persons ?? 0) })
    }
    from = to
    if (from !== null) await giveWay()
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, excluded]) => excluded)
}

/** Households that are counted at once: as long as a page of those who are meant takes. */
const PAGE = 4000

/** Where a page that begins after `from` ends; null where all the rest is less than one. */
async function endOfPage(store: Store, audience: Audience, from: Place): Promise<Place | null> {
  const bound = binder()
  const after = `(h.county, h.id) > (${bound.bind(from.county)}, ${bound.bind(from.id)})`
  const area = areaAsked(audience, bound)
  const [place] = await store.rows<Place>(
    `select h.county, h.id from households h where ${after} and ${area} order by h.county, h.id limit 1 offset ${PAGE - 1}`,
    bound.params,
  )
  return place ?? null
}

function excludedIn(
  store: Store,
  audience: Audience,
  day: Day,
  { from, to }: { readonly from: Place; readonly to: Place | null },
): Promise<readonly Excluded[]> {
  const bound = binder()
  const after = `(h.county, h.id) > (${bound.bind(from.county)}, ${bound.bind(from.id)})`
  const until = to === null ? 'true' : `(h.county, h.id) <= (${bound.bind(to.county)}, ${bound.bind(to.id)})`
  const area = `${after} and ${until} and ${areaAsked(audience, bound)}`
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
        from households h cross join persons p on p.household_id = h.id where ${area})
      where because is not null group by 1, 2`,
    bound.params,
  )
}
