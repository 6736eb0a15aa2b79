import { bitNamed } from '../determinations/bits.ts'
import { bringUpToDate } from '../determinations/current.ts'
import { byToday } from '../determinations/today.ts'
import { householdsOf } from '../determinations/walk.ts'
import { OUTCOMES, type Outcome } from '../policy/determination.ts'
import type { Day } from '../policy/facts.ts'
import { outcomeIn } from '../policy/outcomes.ts'
import { PROGRAMME_IDS, type ProgrammeId } from '../policy/programme.ts'
import { schoolYearOf } from '../policy/school-year.ts'
import { LEDGER_STATES, type LedgerState } from '../register/ledger-entry.ts'
import type { Services } from '../services.ts'
import { type Area, areaCondition } from '../staff/area.ts'
import { suppressed } from './suppress.ts'

/** How many persons of a county stand alike to a programme, and how far it came for them; null where they are few. */
export type EvaluationLine = {
  readonly county: string
  readonly programme: ProgrammeId
  readonly outcome: Outcome
  readonly state: LedgerState | 'none'
  readonly persons: number | null
}

/** `notCurrent`: households counted as they were last determined. */
export type Evaluation = {
  readonly day: Day
  readonly lines: readonly EvaluationLine[]
  readonly notCurrent: number
}

type Masked = {
  readonly county: string
  readonly eligible: number
  readonly unknown: number
  readonly count: number
}
type Entered = {
  readonly county: string
  readonly programme: ProgrammeId
  readonly outcome: Outcome
  readonly state: LedgerState
  readonly count: number
}

const STATES = ['none', ...LEDGER_STATES] as const
// On Workers that is some two hundred of the thousand queries that an invocation may make.
const MOST_REFRESHED = 10_000

const MASKS = (
  homes: string,
  within: string,
) => `select h.county, coalesce(p.eligible, 0) as eligible, coalesce(p.unknown, 0) as unknown,
    count(*) as count from ${homes} cross join persons p on p.household_id = h.id where ${within} group by 1, 2, 3`

const BIT = bitNamed('l.programme')

// The plus: a year is no way to find a person's entries.
const ENTRIES = (homes: string, within: string) => `select h.county, l.programme,
    case when p.eligible & ${BIT} then 'eligible' when p.unknown & ${BIT} then 'unknown'
      else 'ineligible' end as outcome, l.state, count(*) as count
  from ${homes} cross join persons p on p.household_id = h.id cross join ledger l on l.person_id = p.id
  where +l.school_year = ?1 and ${within} group by 1, 2, 3, 4`

/** What every programme came to in an area this school year, of nobody in particular. */
export async function evaluate(
  services: Pick<Services, 'store' | 'clock' | 'ids'>,
  area: Area,
): Promise<Evaluation> {
  const by = await byToday(services)
  const notCurrent = await bringUpToDate(services, area, by, MOST_REFRESHED)
  const homes = areaCondition(area, { county: 'h.county', township: 'h.township' }, 1)
  const entered = areaCondition(area, { county: 'h.county', township: 'h.township' }, 2)
  const from = householdsOf(area)
  const [masks, entries] = await Promise.all([
    services.store.rows<Masked>(MASKS(from, homes.sql), homes.params),
    services.store.rows<Entered>(ENTRIES(from, entered.sql), [schoolYearOf(by.day), ...entered.params]),
  ])
  const counties = [...Map.groupBy(masks, ({ county }) => county)].sort(([one], [other]) =>
    one < other ? -1 : 1,
  )
  const lines = counties.flatMap(([county, persons]) =>
    PROGRAMME_IDS.flatMap((programme) => {
      const known = entries.filter((entry) => entry.county === county && entry.programme === programme)
      return linesOf({ county, programme }, persons, known)
    }),
  )
  return { day: by.day, lines, notCurrent }
}

function linesOf(
  of: { readonly county: string; readonly programme: ProgrammeId },
  persons: readonly Masked[],
  known: readonly Entered[],
): readonly EvaluationLine[] {
  const cells = OUTCOMES.flatMap((outcome) => {
    const all = sum(persons.filter((masked) => outcomeIn(masked, of.programme) === outcome))
    const entered = known.filter((entry) => entry.outcome === outcome)
    return STATES.map((state) => {
      const count =
        state === 'none' ? all - sum(entered) : sum(entered.filter((entry) => entry.state === state))
      return { ...of, outcome, state, count }
    })
  }).filter(({ count }) => count > 0)
  const shown = suppressed(cells.map(({ count }) => count))
  return cells.map(({ outcome, state }, at) => ({ ...of, outcome, state, persons: shown[at] ?? null }))
}

function sum(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((total, { count }) => total + count, 0)
}
