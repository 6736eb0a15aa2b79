import { PROGRAMME_IDS, type ProgrammeId } from '../policy/programme.ts'
import type { Services } from '../services.ts'

/** How many persons a programme reached in a school year, and the money, as offices imported it. */
export type Served = {
  readonly programme: ProgrammeId
  /** The year it began in. */
  readonly schoolYear: number
  /** Null where so few were served that the figure could tell who. */
  readonly persons: number | null
  /** In fen; null likewise. */
  readonly amount: number | null
}

/** A group smaller than this could be told apart by its neighbours. */
export const SMALLEST_GROUP = 10

const SERVED = `select l.programme, l.school_year as schoolYear, count(*) as persons,
    coalesce(sum(coalesce(l.paid_amount, l.granted_amount)), 0) as amount
  from households h join persons p on p.household_id = h.id join ledger l on l.person_id = p.id
  where h.county = ?1 and (l.granted_on is not null or l.paid_on is not null or l.state in ('granted', 'paid'))
  group by 1, 2 order by 2 desc, 1`

/** What came of the programmes in a county, by programme and school year, the latest year first; small groups hidden. */
export async function servedIn(
  { store }: Pick<Services, 'store'>,
  county: string,
): Promise<readonly Served[]> {
  type Row = {
    readonly programme: string
    readonly schoolYear: number
    readonly persons: number
    readonly amount: number
  }
  const rows = await store.rows<Row>(SERVED, [county])
  return rows.flatMap(({ programme, schoolYear, persons, amount }) => {
    const id = PROGRAMME_IDS.find((one) => one === programme)
    if (id === undefined) return []
    const isShown = persons >= SMALLEST_GROUP
    return [{ programme: id, schoolYear, persons: isShown ? persons : null, amount: isShown ? amount : null }]
  })
}
