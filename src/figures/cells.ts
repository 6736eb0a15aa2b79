import { bitNamed } from '../determinations/bits.ts'
import { householdsOf } from '../determinations/walk.ts'
import { bitOf } from '../policy/outcomes.ts'
import { PROGRAMME_IDS, type ProgrammeId } from '../policy/programme.ts'
import { type Area, areaCondition } from '../staff/area.ts'
import type { SqlValue, Store } from '../storage/store.ts'

/** How many of one place qualify for a programme, and how many of them were told, have applied and have received. */
export type Cell = { readonly place: string | null; readonly programme: ProgrammeId } & Readonly<
  Record<'eligible' | 'told' | 'applied' | 'received', number>
>

/** What is counted: an area, or one village of its township, and by which places. */
export type Counted = {
  readonly area: Area
  readonly village: string | null
  readonly by: 'county' | 'township' | 'village' | null
}

type Year = { readonly year: number; readonly present: number }

/** An area's cells of a school year; of a past one those of the ledger alone, of whom it is not known who qualified. */
export async function countCells(
  store: Store,
  counted: Counted,
  { year, present }: Year,
): Promise<readonly Cell[]> {
  if (year !== present) return ledgerCells(store, counted, year, 'true')
  return [
    ...(await eligibleCells(store, counted)),
    ...(await ledgerCells(store, counted, year, `p.eligible & ${bitNamed('l.programme')}`)),
  ]
}

// Persons are counted by all that they qualify for at once: there are few such sets, and many persons.
async function eligibleCells(store: Store, counted: Counted): Promise<readonly Cell[]> {
  const { place, from, within, params } = partsOf(counted)
  const rows = await store.rows<{ place: string | null; mask: number; count: number }>(
    `select ${place} as place, p.eligible as mask, count(*) as count
      from ${from} cross join persons p on p.household_id = h.id
      where ${within} and p.eligible <> 0 group by 1, 2`,
    params,
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

function ledgerCells(store: Store, counted: Counted, year: number, whose: string): Promise<readonly Cell[]> {
  const { place, from, within, params } = partsOf(counted)
  // The plus: a year is no way to find a person's entries.
  return store.rows<Cell>(
    `select ${place} as place, l.programme, 0 as eligible, sum(l.told_on is not null) as told,
        sum(l.state <> 'told') as applied, sum(l.paid_on is not null) as received
      from ${from} cross join persons p on p.household_id = h.id cross join ledger l on l.person_id = p.id
      where ${within} and +l.school_year = ?4 and ${whose} group by 1, 2`,
    [...params, year],
  )
}

function partsOf({ area, village, by }: Counted) {
  const { sql, params } = areaCondition(area, { county: 'h.county', township: 'h.township' }, 1)
  return {
    place: by === null ? 'null' : `h.${by}`,
    from: householdsOf(area),
    within: `${sql} and (?3 is null or h.village = ?3)`,
    params: [...params, village] as readonly SqlValue[],
  }
}
