import { bitNamed } from '../determinations/bits.ts'
import { bringUpToDate } from '../determinations/current.ts'
import { byToday } from '../determinations/today.ts'
import { householdsOf } from '../determinations/walk.ts'
import type { Fault } from '../fault.ts'
import type { Day } from '../policy/facts.ts'
import { bitOf } from '../policy/outcomes.ts'
import { PROGRAMME_IDS, type ProgrammeId } from '../policy/programme.ts'
import { PROGRAMMES } from '../policy/programmes/index.ts'
import { schoolYearOf } from '../policy/school-year.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { contains } from '../staff/area.ts'
import { may } from '../staff/permissions.ts'
import { areaAsked } from './ask.ts'
import { areaOfAudience } from './audience.ts'
import { binder } from './binder.ts'

/** Of which part of the register; `county` is a code of Gansu as an audience has it. */
export type GapQuery = {
  readonly county: string
  readonly township: string | null
  readonly village: string | null
  readonly programme: ProgrammeId | null
  /** The school year; null: the present one. */
  readonly year: number | null
}

/**
 * How many qualify, and how many of them were told, have applied and have received; a person counts once for each
 * programme. Of a past school year `eligible` is null, and the others count all of whom the ledger knows it.
 */
export type Gap = {
  readonly eligible: number | null
  readonly told: number
  readonly applied: number
  readonly received: number
}

export type Gaps = {
  readonly day: Day
  readonly year: number
  readonly total: Gap
  /** By county, township or village, whichever lies just below the area; null is a place that has no name. */
  readonly places: readonly { readonly place: string | null; readonly gap: Gap }[]
  /** By programme, of those that anybody qualifies for or received, whichever the query names. */
  readonly programmes: readonly { readonly programme: ProgrammeId; readonly gap: Gap }[]
  /** Households counted as last known. */
  readonly notCurrent: number
}

type GapsResult = { readonly ok: true; readonly gaps: Gaps } | { readonly ok: false; readonly fault: Fault }

/** The programmes by which a family receives money, or is spared it: what an area is counted by where none is named. */
export const RECEIVED: readonly ProgrammeId[] = PROGRAMMES.filter(
  ({ kind }) => kind === 'waiver' || kind === 'grant' || kind === 'loan',
).map(({ id }) => id)

/** How many qualify and have not received; null of a year of which that is not known. */
export function missingOf({ eligible, received }: Gap): number | null {
  return eligible === null ? null : eligible - received
}

const MOST_REFRESHED = 10_000

/** Counts an area's gaps, as it stands now. Faults: forbidden, not-found (another's area). */
export async function countGaps(
  services: Pick<Services, 'store' | 'clock' | 'ids'>,
  actor: Actor,
  query: GapQuery,
): Promise<GapsResult> {
  if (!may(actor, 'ledger.read')) return { ok: false, fault: { code: 'forbidden' } }
  const area = areaOfAudience(query)
  if (!contains(actor.area, area)) return { ok: false, fault: { code: 'not-found' } }
  const by = await byToday(services)
  const notCurrent = await bringUpToDate(services, area, by, MOST_REFRESHED)
  const present = schoolYearOf(by.day)
  const year = query.year ?? present
  const cells = [
    ...(year === present ? await eligibleCells(services, query) : []),
    ...(await ledgerCells(services, query, { year, present })),
  ]
  const isPast = year !== present
  const counted = cells.filter(({ programme }) => isCounted(programme, query.programme))
  const places = Map.groupBy(counted, ({ place }) => place)
  const programmes = Map.groupBy(cells, ({ programme }) => programme)
  const gaps = {
    day: by.day,
    year,
    total: gapOf(counted, isPast),
    places: [...places].map(([place, of]) => ({ place, gap: gapOf(of, isPast) })).sort(byPlace),
    programmes: PROGRAMME_IDS.flatMap((programme) => {
      const of = programmes.get(programme)
      return of === undefined ? [] : [{ programme, gap: gapOf(of, isPast) }]
    }),
    notCurrent,
  }
  return { ok: true, gaps }
}

/** One place's count of one programme, from one of the two readings. */
type Cell = { readonly place: string | null; readonly programme: ProgrammeId } & Readonly<
  Record<'eligible' | 'told' | 'applied' | 'received', number>
>

function isCounted(programme: ProgrammeId, asked: ProgrammeId | null): boolean {
  return asked === null ? RECEIVED.includes(programme) : programme === asked
}

function gapOf(cells: readonly Cell[], isPast: boolean): Gap {
  const sum = (of: 'eligible' | 'told' | 'applied' | 'received') =>
    cells.reduce((total, cell) => total + cell[of], 0)
  return {
    eligible: isPast ? null : sum('eligible'),
    told: sum('told'),
    applied: sum('applied'),
    received: sum('received'),
  }
}

function byPlace(one: { readonly place: string | null }, other: { readonly place: string | null }): number {
  return (one.place ?? '~') < (other.place ?? '~') ? -1 : 1
}

function placeColumn({ county, township, village }: GapQuery): string {
  if (village !== null) return 'null'
  if (township !== null) return 'h.village'
  return county.length === 6 ? 'h.township' : 'h.county'
}

// Persons are counted by all that they qualify for at once: there are few such sets, and many persons.
async function eligibleCells({ store }: Pick<Services, 'store'>, query: GapQuery): Promise<readonly Cell[]> {
  const bound = binder()
  const within = withinOf(query, bound)
  const rows = await store.rows<{ place: string | null; mask: number; count: number }>(
    `select ${placeColumn(query)} as place, p.eligible as mask, count(*) as count
      from ${householdsOf(areaOfAudience(query))} cross join persons p on p.household_id = h.id
      where ${within} and p.eligible <> 0 group by 1, 2`,
    bound.params,
  )
  return rows.flatMap(({ place, mask, count }) =>
    PROGRAMME_IDS.filter((programme) => (mask & bitOf(programme)) !== 0).map((programme) => ({
      place,
      programme,
      eligible: count,
      told: 0,
      applied: 0,
      received: 0,
    })),
  )
}

async function ledgerCells(
  { store }: Pick<Services, 'store'>,
  query: GapQuery,
  { year, present }: { readonly year: number; readonly present: number },
): Promise<readonly Cell[]> {
  const bound = binder()
  const within = withinOf(query, bound)
  // The plus: a year is no way to find a person's entries.
  const whose = year === present ? `p.eligible & ${bitNamed('l.programme')}` : 'true'
  return store.rows<Cell>(
    `select ${placeColumn(query)} as place, l.programme, 0 as eligible, sum(l.told_on is not null) as told,
        sum(l.state <> 'told') as applied, sum(l.paid_on is not null) as received
      from ${householdsOf(areaOfAudience(query))} cross join persons p on p.household_id = h.id
        cross join ledger l on l.person_id = p.id
      where ${within} and +l.school_year = ${bound.bind(year)} and ${whose} group by 1, 2`,
    bound.params,
  )
}

function withinOf(query: GapQuery, bound: ReturnType<typeof binder>): string {
  const area = areaAsked(query, bound)
  return query.village === null ? area : `${area} and h.village = ${bound.bind(query.village)}`
}
