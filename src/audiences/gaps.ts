import { bringUpToDate } from '../determinations/current.ts'
import type { By } from '../determinations/refresh.ts'
import { byToday } from '../determinations/today.ts'
import type { Fault } from '../fault.ts'
import { type Cell, type Counted, countCells } from '../figures/cells.ts'
import { type KeptFigures, keptFigures } from '../figures/kept.ts'
import type { Day } from '../policy/facts.ts'
import { PROGRAMME_IDS, type ProgrammeId } from '../policy/programme.ts'
import { PROGRAMMES } from '../policy/programmes/index.ts'
import { schoolYearOf } from '../policy/school-year.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { contains } from '../staff/area.ts'
import { may } from '../staff/permissions.ts'
import { dayOf } from '../time/clock.ts'
import { areaOfAudience } from './audience.ts'

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
  /** When they were counted, if that was not now. */
  readonly keptAt: string | null
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

/**
 * Counts an area's gaps: of a large register's province and prefectures as they are kept, of all else as they are now. `kept`:
 * what is kept of the area, where it was read already. Faults: forbidden, not-found (another's area).
 */
export async function countGaps(
  services: Pick<Services, 'store' | 'clock' | 'ids'>,
  actor: Actor,
  query: GapQuery,
  kept?: KeptFigures | null,
): Promise<GapsResult> {
  if (!may(actor, 'ledger.read')) return { ok: false, fault: { code: 'forbidden' } }
  const area = areaOfAudience(query)
  if (!contains(actor.area, area)) return { ok: false, fault: { code: 'not-found' } }
  const by = await byToday(services)
  const present = schoolYearOf(by.day)
  const year = query.year ?? present
  const isPast = year !== present
  const known = isPast
    ? null
    : ofYear(year, kept === undefined ? await keptFigures(services.store, area) : kept)
  const { cells, notCurrent } = known ?? (await countNow(services, query, by, { year, present }))
  const counted = cells.filter(({ programme }) => isCounted(programme, query.programme))
  const places = Map.groupBy(counted, ({ place }) => place)
  const programmes = Map.groupBy(cells, ({ programme }) => programme)
  const gaps = {
    day: known === null ? by.day : dayOf(new Date(known.at)),
    year,
    total: gapOf(counted, isPast),
    places: [...places].map(([place, of]) => ({ place, gap: gapOf(of, isPast) })).sort(byPlace),
    programmes: PROGRAMME_IDS.flatMap((programme) => {
      const of = programmes.get(programme)
      return of === undefined ? [] : [{ programme, gap: gapOf(of, isPast) }]
    }),
    notCurrent,
    keptAt: known?.at ?? null,
  }
  return { ok: true, gaps }
}

// Just after a school year begins those of the year before are still kept.
function ofYear(year: number, kept: KeptFigures | null): KeptFigures | null {
  return kept !== null && schoolYearOf(dayOf(new Date(kept.at))) === year ? kept : null
}

async function countNow(
  services: Pick<Services, 'store' | 'ids'>,
  query: GapQuery,
  by: By,
  of: { readonly year: number; readonly present: number },
) {
  const area = areaOfAudience(query)
  const notCurrent = await bringUpToDate(services, area, by, MOST_REFRESHED)
  const counted = { area, village: query.village, by: placesOf(query) }
  return { cells: await countCells(services.store, counted, of), notCurrent }
}

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

function placesOf({ county, township, village }: GapQuery): Counted['by'] {
  if (village !== null) return null
  if (township !== null) return 'village'
  return county.length === 6 ? 'township' : 'county'
}
