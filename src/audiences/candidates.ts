import { beginningOf, JOIN_DETERMINED, notCurrent, type Place } from '../determinations/current.ts'
import type { By } from '../determinations/refresh.ts'
import type { Services } from '../services.ts'
import { allOf, areaAsked, asksOfPersons, personConditions } from './ask.ts'
import { type Audience, areaOfAudience } from './audience.ts'
import { type Binder, binder } from './binder.ts'

/** Which part of an audience. */
export type Paging = {
  /** `next` of the page before; null for the first. */
  readonly after: string | null
  /** Households looked at one by one, at most 500. */
  readonly limit: number
  /** These households alone, at most 200; `after` and `limit` do not count then, and there is no next page. */
  readonly among?: readonly string[]
}

/** Households to be looked at one by one, in order; `next` is null where there are no more. */
type Candidates = { readonly ids: readonly string[]; readonly next: string | null }

/**
 * The households of a page that may be meant: by what is kept, or because what is kept does not hold on the day. Read
 * through an index in its own order, so that a page reads no more than it must.
 */
export async function candidates(
  { store }: Pick<Services, 'store'>,
  audience: Audience,
  by: By,
  paging: Paging,
): Promise<Candidates> {
  const bound = binder()
  const conditions = [partAsked(audience, paging, bound), areaAsked(audience, bound)]
  if (asksOfPersons(audience)) conditions.push(mayBeMeant(audience, by, bound))
  const most = paging.among?.length ?? paging.limit
  const places = await store.rows<Place>(
    `select h.county, h.id from households h ${JOIN_DETERMINED}
      where ${conditions.join(' and ')} order by h.county, h.id limit ${bound.bind(most)}`,
    bound.params,
  )
  const last = places.at(-1)
  const isAll = paging.among !== undefined || places.length < most || last === undefined
  return { ids: places.map(({ id }) => id), next: isAll ? null : `${last.county}/${last.id}` }
}

function partAsked(audience: Audience, { after, among }: Paging, { bind }: Binder): string {
  if (among !== undefined) return `h.id in (select value from json_each(${bind(JSON.stringify(among))}))`
  const { county, id } = after === null ? beginningOf(areaOfAudience(audience)) : placeOf(after)
  return `(h.county, h.id) > (${bind(county)}, ${bind(id)})`
}

function mayBeMeant(audience: Audience, by: By, bound: Binder): string {
  const stale = notCurrent(by, bound.params.length + 1)
  stale.params.forEach(bound.bind)
  return `(${stale.sql} or exists (select 1 from persons p where p.household_id = h.id
    and ${allOf(personConditions(audience, by.day, bound))}))`
}

function placeOf(cursor: string): Place {
  const [county = '', id = ''] = cursor.split('/')
  return { county, id }
}
