import { movesOf } from '../amendments/moved.ts'
import { JOIN_DETERMINED, notCurrent } from '../determinations/current.ts'
import { type Determinable, loadFacts } from '../determinations/facts.ts'
import { beginningOf, type Place } from '../determinations/walk.ts'
import type { Services } from '../services.ts'
import { allOf, areaAsked, asksOfPersons, personConditions } from './ask.ts'
import { type Audience, areaOfAudience } from './audience.ts'
import { type AudienceBy, answersChange } from './by.ts'
import { type Binder, binder } from './binder.ts'

/** Which part of an audience. */
export type Paging = {
  /** `next` of the page before; null for the first. */
  readonly after: string | null
  /** Households looked at one by one, at most 500. */
  readonly limit: number
  /** These households alone, at most 250; `after` and `limit` do not count then, and there is no next page. */
  readonly among?: readonly string[]
}

/** Households to be looked at one by one, in order; `next` is null where there are no more. */
type Candidates = { readonly ids: readonly string[]; readonly next: string | null }

/**
 * The households of a page that may be meant: by what is kept, or because what is kept does not hold on the day. Read
 * through an index in its own order, so that a page reads no more than it must.
 */
export function candidates(
  services: Pick<Services, 'store'>,
  audience: Audience,
  by: AudienceBy,
  paging: Paging,
): Promise<Candidates> {
  const isMovedOnly = audience.change != null && paging.among === undefined
  return isMovedOnly ? moved(services, audience, by, paging) : onePage(services, audience, by, paging)
}

// Whom a decision moves is told by facts alone, many households at once: few of them are then looked at one by one.
const LOOKED_AT = 100
const MOST_LOOKS = 10

async function moved(
  services: Pick<Services, 'store'>,
  audience: Audience,
  by: AudienceBy,
  { after, limit }: Paging,
): Promise<Candidates> {
  const compared = by.decided?.compared
  if (compared === undefined) return { ids: [], next: null }
  const found: string[] = []
  let next = after
  for (let look = 0; look < MOST_LOOKS && found.length < limit; look++) {
    const page = await onePage(services, audience, by, { after: next, limit: LOOKED_AT })
    const facts = await loadFacts(services.store, page.ids)
    const isMoved = (household: Determinable) =>
      household.persons.some((person) => answersChange(audience, movesOf(household, person, compared)))
    const meant = new Set(facts.filter(isMoved).map(({ id }) => id))
    found.push(...page.ids.filter((id) => meant.has(id)))
    next = page.next
    if (next === null) break
  }
  return { ids: found, next }
}

async function onePage(
  { store }: Pick<Services, 'store'>,
  audience: Audience,
  by: AudienceBy,
  paging: Paging,
): Promise<Candidates> {
  const bound = binder()
  const conditions = [partAsked(audience, paging, bound), areaAsked(audience, bound)]
  if (asksOfPersons(audience) && audience.change == null) conditions.push(mayBeMeant(audience, by, bound))
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

function mayBeMeant(audience: Audience, by: AudienceBy, bound: Binder): string {
  const stale = notCurrent(by, bound.params.length + 1)
  stale.params.forEach(bound.bind)
  return `(${stale.sql} or exists (select 1 from persons p where p.household_id = h.id
    and ${allOf(personConditions(audience, by.day, bound))}))`
}

function placeOf(cursor: string): Place {
  const [county = '', id = ''] = cursor.split('/')
  return { county, id }
}
