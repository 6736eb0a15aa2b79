import { bringUpToDate } from '../determinations/current.ts'
import { byToday } from '../determinations/today.ts'
import { beginningOf } from '../determinations/walk.ts'
import type { Fault } from '../fault.ts'
import type { Outcome } from '../policy/determination.ts'
import type { Day } from '../policy/facts.ts'
import { bitOf } from '../policy/outcomes.ts'
import { PROGRAMME_IDS, type ProgrammeId } from '../policy/programme.ts'
import { schoolYearOf } from '../policy/school-year.ts'
import type { LedgerEntry } from '../register/ledger-entry.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { contains } from '../staff/area.ts'
import { may } from '../staff/permissions.ts'
import { areaAsked } from './ask.ts'
import { areaOfAudience } from './audience.ts'
import { binder } from './binder.ts'
import { type LedgerFilter, ledgerCondition } from './ledger-filter.ts'

/** Which lines; `county` is a code of Gansu as an audience has it. What is null or absent narrows nothing. */
export type LedgerQuery = {
  readonly county: string
  readonly township: string | null
  /** Of the township, as the register writes it. */
  readonly village?: string | null
  readonly programme: ProgrammeId | null
  /** Of these alone, where no programme is named. */
  readonly among?: readonly ProgrammeId[]
  readonly state: LedgerFilter | null
  /** The school year; absent: the present one. Of another year only what the ledger itself holds is known. */
  readonly year?: number
  /** Leaves out of whom something came though they do not qualify; of the present year alone. */
  readonly onlyEligible?: boolean
  /** `next` of the page before. */
  readonly after: string | null
  /** Lines a page, at most 500. */
  readonly limit: number
}

/** One programme of one person who qualifies for it today, or for whom something came of it in the school year. */
export type LedgerLine = Omit<LedgerEntry, 'state' | 'reason'> & {
  readonly county: string
  readonly township: string | null
  readonly household: string
  readonly outcome: Outcome
  readonly state: LedgerEntry['state'] | 'none'
}

/** One page, through counties and households in a fixed order. `notCurrent`: households counted as last known. */
type LedgerPage = {
  readonly day: Day
  readonly lines: readonly LedgerLine[]
  readonly next: string | null
  readonly notCurrent: number
}

export type LedgerResult =
  | { readonly ok: true; readonly page: LedgerPage }
  | { readonly ok: false; readonly fault: Fault }

const MOST_REFRESHED = 10_000

/** Who qualifies for what today, and what came of it in a school year. Faults: forbidden, not-found (another's area). */
export async function listLedger(
  services: Pick<Services, 'store' | 'clock' | 'ids'>,
  actor: Actor,
  query: LedgerQuery,
): Promise<LedgerResult> {
  if (!may(actor, 'ledger.read')) return { ok: false, fault: { code: 'forbidden' } }
  const area = areaOfAudience(query)
  if (!contains(actor.area, area)) return { ok: false, fault: { code: 'not-found' } }
  const by = await byToday(services)
  const notCurrent = await bringUpToDate(services, area, by, MOST_REFRESHED)
  const { sql, params } = pageOf(query, by.day)
  const rows = await services.store.rows<LedgerLine>(sql, params)
  const lines = rows.slice(0, query.limit)
  const last = lines.at(-1)
  const next = rows.length > query.limit && last !== undefined ? cursorOf(last) : null
  return { ok: true, page: { day: by.day, lines, next, notCurrent } }
}

function pageOf(query: LedgerQuery, day: Day) {
  const bound = binder()
  const { bind } = bound
  const start =
    query.after === null ? [beginningOf(areaOfAudience(query)).county, '', '', -1] : placeOf(query.after)
  const after = `(h.county, h.id, p.id, g.value ->> 2) > (${start.map((value) => bind(value)).join()})`
  const from = `(h.county, h.id) >= (${bind(start[0] ?? '')}, ${bind(start[1] ?? '')})`
  const area = areaAsked(query, bound)
  const asked = query.programme === null ? (query.among ?? PROGRAMME_IDS) : [query.programme]
  const programmes = bind(JSON.stringify(asked.map((id) => [id, bitOf(id), PROGRAMME_IDS.indexOf(id)])))
  const present = schoolYearOf(day)
  const year = bind(query.year ?? present)
  const village = query.village == null ? 'true' : `h.village = ${bind(query.village)}`
  const entry = `l.person_id = p.id and l.programme = g.value ->> 0 and l.school_year = ${year}`
  const state = query.state === null ? 'true' : ledgerCondition(query.state, entry)
  const whose = whoseOf(query, present)
  const sql = `select h.county, h.township, h.id as household, p.id as person, g.value ->> 0 as programme,
      case when p.eligible & (g.value ->> 1) then 'eligible' when p.unknown & (g.value ->> 1) then 'unknown'
        else 'ineligible' end as outcome,
      ${year} as schoolYear, coalesce(e.state, 'none') as state, e.told_on as toldOn, e.applied_on as appliedOn,
      e.granted_on as grantedOn, e.paid_on as paidOn, e.refused_on as refusedOn, e.granted_amount as grantedAmount,
      e.paid_amount as paidAmount
    from households h cross join persons p on p.household_id = h.id cross join json_each(${programmes}) g
      left join ledger e on ${entry.replaceAll('l.', 'e.')}
    where ${from} and ${after} and ${area} and ${village} and ${whose} and ${state}
    order by h.county, h.id, p.id, g.value ->> 2 limit ${bind(query.limit + 1)}`
  return { sql, params: bound.params }
}

// What is kept of outcomes is today's: it says nothing of another school year.
function whoseOf({ year, onlyEligible }: LedgerQuery, present: number): string {
  if (year !== undefined && year !== present) return 'e.state is not null'
  return onlyEligible === true
    ? 'p.eligible & (g.value ->> 1)'
    : '(p.eligible & (g.value ->> 1) or e.state is not null)'
}

function cursorOf({ county, household, person, programme }: LedgerLine): string {
  return [county, household, person, PROGRAMME_IDS.indexOf(programme)].join('/')
}

function placeOf(cursor: string): readonly (string | number)[] {
  const [county = '', household = '', person = '', programme = ''] = cursor.split('/')
  return [county, household, person, Number(programme)]
}
