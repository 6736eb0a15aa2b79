import { bitNamed } from '../determinations/bits.ts'
import { beginningOf } from '../determinations/walk.ts'
import type { Day } from '../policy/facts.ts'
import { bitOf } from '../policy/outcomes.ts'
import { PROGRAMME_IDS, type ProgrammeId } from '../policy/programme.ts'
import { schoolYearOf } from '../policy/school-year.ts'
import type { Store } from '../storage/store.ts'
import { areaAsked } from './ask.ts'
import { areaOfAudience } from './audience.ts'
import { type Binder, binder } from './binder.ts'
import { asksForEntry, entryCondition, ledgerCondition } from './ledger-filter.ts'
import type { LedgerLine, LedgerQuery } from './ledger-line.ts'

/** So many entries are put in the list's order at once; of more the persons are gone through instead. */
const FEW_ENTRIES = 5000

/** What a list goes through, and the SQL of a line's programme `g` or entry `e` there. */
type Lines = {
  readonly from: string
  readonly programme: string
  /** The programme's bit in what is kept of outcomes. */
  readonly bit: string
  /** Its place among the programmes. */
  readonly place: string
  readonly asked: string
}

/** The lines of one page and one more, in the list's order: by county, household, person and programme. */
export async function readLedgerLines(store: Store, query: LedgerQuery, day: Day): Promise<LedgerLine[]> {
  const bound = binder()
  const lines = asksEntries(query, day)
    ? entryLines(query, day, bound, await areFew(store, query, day))
    : programmeLines(query, day, bound)
  const { from, programme, bit, place, asked } = lines
  const start =
    query.after === null ? [beginningOf(areaOfAudience(query)).county, '', '', -1] : placeOf(query.after)
  const after = `(h.county, h.id, p.id, ${place}) > (${start.map((value) => bound.bind(value)).join()})`
  const begin = `(h.county, h.id) >= (${bound.bind(start[0] ?? '')}, ${bound.bind(start[1] ?? '')})`
  const village = query.village == null ? 'true' : `h.village = ${bound.bind(query.village)}`
  const area = areaAsked(query, bound)
  const sql = `select h.county, h.township, h.id as household, p.id as person, ${programme} as programme,
      case when p.eligible & ${bit} then 'eligible' when p.unknown & ${bit} then 'unknown' else 'ineligible' end as outcome,
      ${bound.bind(yearOf(query, day))} as schoolYear, coalesce(e.state, 'none') as state, e.told_on as toldOn,
      e.applied_on as appliedOn, e.granted_on as grantedOn, e.paid_on as paidOn, e.refused_on as refusedOn,
      e.granted_amount as grantedAmount, e.paid_amount as paidAmount
    from ${from}
    where ${begin} and ${after} and ${area} and ${village} and ${asked}
    order by h.county, h.id, p.id, ${place} limit ${bound.bind(query.limit + 1)}`
  return store.rows<LedgerLine>(sql, bound.params)
}

/** Where the page after a line begins. */
export function cursorOf({ county, household, person, programme }: LedgerLine): string {
  return [county, household, person, PROGRAMME_IDS.indexOf(programme)].join('/')
}

function placeOf(cursor: string): readonly (string | number)[] {
  const [county = '', household = '', person = '', programme = ''] = cursor.split('/')
  return [county, household, person, Number(programme)]
}

function yearOf({ year }: LedgerQuery, day: Day): number {
  return year ?? schoolYearOf(day)
}

// What is kept of outcomes is today's: it says nothing of another school year.
function isPresent(query: LedgerQuery, day: Day): boolean {
  return yearOf(query, day) === schoolYearOf(day)
}

function asksEntries(query: LedgerQuery, day: Day): boolean {
  return !isPresent(query, day) || (query.state !== null && asksForEntry(query.state))
}

function programmesAsked({ programme, among }: LedgerQuery): readonly ProgrammeId[] {
  return programme === null ? (among ?? PROGRAMME_IDS) : [programme]
}

/** Every person with every programme asked for, whether anything came of it or not. */
function programmeLines(query: LedgerQuery, day: Day, { bind }: Binder): Lines {
  const of = programmesAsked(query).map((id) => [id, bitOf(id), PROGRAMME_IDS.indexOf(id)])
  const found = `l.person_id = p.id and l.programme = g.value ->> 0 and l.school_year = ${bind(yearOf(query, day))}`
  const whose = query.onlyEligible === true ? 'false' : 'e.state is not null'
  const state = query.state === null ? 'true' : ledgerCondition(query.state, found)
  return {
    from: `households h cross join persons p on p.household_id = h.id cross join json_each(${bind(JSON.stringify(of))}) g
      left join ledger e on ${found.replaceAll('l.', 'e.')}`,
    programme: 'g.value ->> 0',
    bit: '(g.value ->> 1)',
    place: 'g.value ->> 2',
    asked: `(p.eligible & (g.value ->> 1) or ${whose}) and ${state}`,
  }
}

/** What stands in the ledger: few entries each with its person, or each person of the area with theirs. */
function entryLines(query: LedgerQuery, day: Day, bound: Binder, few: boolean): Lines {
  const bit = bitNamed('e.programme')
  const isEligible = query.onlyEligible === true && isPresent(query, day)
  return {
    from: few
      ? `ledger e cross join persons p on p.id = e.person_id cross join households h on h.id = p.household_id`
      : `households h cross join persons p on p.household_id = h.id cross join ledger e on e.person_id = p.id`,
    programme: 'e.programme',
    bit,
    place: `case e.programme ${PROGRAMME_IDS.map((id, at) => `when '${id}' then ${at}`).join(' ')} end`,
    asked: `${entriesAsked(query, day, bound, few)} and ${isEligible ? `p.eligible & ${bit}` : 'true'}`,
  }
}

// The plus: a year is no way to find a person's entries.
function entriesAsked(query: LedgerQuery, day: Day, { bind }: Binder, byYear: boolean): string {
  const state = query.state === null ? 'true' : entryCondition(query.state).replaceAll('l.', 'e.')
  return `${byYear ? '' : '+'}e.school_year = ${bind(yearOf(query, day))} and ${state}
    and e.programme in (select value from json_each(${bind(JSON.stringify(programmesAsked(query)))}))`
}

async function areFew(store: Store, query: LedgerQuery, day: Day): Promise<boolean> {
  const bound = binder()
  const asked = entriesAsked(query, day, bound, true)
  const [row] = await store.rows<{ count: number }>(
    `select count(*) as count from (select 1 from ledger e where ${asked} limit ${FEW_ENTRIES + 1})`,
    bound.params,
  )
  return (row?.count ?? 0) <= FEW_ENTRIES
}
