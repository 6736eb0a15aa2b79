import { type Place, standsTo } from '../determinations/walk.ts'
import type { Outcome } from '../policy/determination.ts'
import { schoolYearOf } from '../policy/school-year.ts'
import type { ProgrammeId } from '../policy/programmes/index.ts'
import { bitOf } from '../policy/outcomes.ts'
import type { Day } from '../policy/facts.ts'
import { areaCondition } from '../staff/area.ts'
import type { Binder } from './binder.ts'
import { type Audience, areaOfAudience } from './audience.ts'
import { ledgerCondition } from './ledger-filter.ts'

/** Whether an audience asks anything of persons; if not, a household as such is meant. */
export function asksOfPersons({ programme, stage, finalYear, fresh, change }: Audience): boolean {
  return programme != null || stage != null || finalYear != null || fresh === true || change != null
}

/** The condition that a household `h` lies in the audience's area. */
export function areaAsked(audience: Audience, binder: Binder): string {
  const { sql, params } = areaCondition(
    areaOfAudience(audience),
    { county: 'h.county', township: 'h.township' },
    binder.params.length + 1,
  )
  params.forEach(binder.bind)
  return sql
}

/** The condition that a household `h` stands so to a place in the order of the audience's area. */
export function standsAsked(
  audience: Audience,
  relation: '>' | '<=',
  place: Place,
  { params: bound, bind }: Binder,
): string {
  const { sql, params } = standsTo(areaOfAudience(audience), relation, place, bound.length + 1)
  params.forEach(bind)
  return sql
}

/** What is asked of a person `p`, by name, in the order in which exclusions are told. Always true or false, never null. */
export type PersonConditions = Readonly<Record<'stage' | 'change' | 'outcome' | 'stale' | 'ledger', string>>

/** The conditions on a person, by what is kept of outcomes and of what decisions move, and by the ledger of the day's school year. */
export function personConditions(audience: Audience, day: Day, { bind }: Binder): PersonConditions {
  const { programme, stage, finalYear, fresh, ledger, change } = audience
  return {
    stage: every([
      stage == null ? null : `p.stage is ${bind(stage)}`,
      finalYear == null ? null : `p.final_year is ${bind(Number(finalYear))}`,
    ]),
    change: change == null ? 'true' : movedCondition(change, programme ?? null, bind),
    outcome:
      programme == null || change != null
        ? 'true'
        : outcomeCondition(programme, audience.outcome ?? 'eligible'),
    stale: fresh === true ? freshCondition(day, bind) : 'true',
    ledger:
      programme == null || ledger == null ? 'true' : ledgerCondition(ledger, entryOf(programme, day, bind)),
  }
}

/** All of them together. */
export function allOf(conditions: PersonConditions): string {
  return every(Object.values(conditions))
}

/** That a person's school facts are of the day's own school year. */
export function freshCondition(day: Day, bind: Binder['bind']): string {
  return `p.taken_on >= ${bind(`${schoolYearOf(day)}-09-01`)}`
}

/** The condition that finds a person's entry `l` of a programme in the day's school year. */
export function entryOf(programme: ProgrammeId, day: Day, bind: Binder['bind']): string {
  return `l.person_id = p.id and l.programme = ${bind(programme)} and l.school_year = ${bind(schoolYearOf(day))}`
}

// Who was never determined has no outcome.
function outcomeCondition(programme: ProgrammeId, outcome: Outcome): string {
  const bit = bitOf(programme)
  if (outcome === 'ineligible') return `coalesce((p.eligible | p.unknown) & ${bit} = 0, false)`
  return `coalesce(p.${outcome} & ${bit} <> 0, false)`
}

function movedCondition(
  { proposal, effect }: NonNullable<Audience['change']>,
  programme: ProgrammeId | null,
  bind: Binder['bind'],
): string {
  const of = programme === null ? '' : ` and f.programme = ${bind(programme)}`
  return `exists (select 1 from policy_flips f where f.proposal_id = ${bind(proposal)}
    and f.household_id = p.household_id and f.person_id = p.id and f.effect = ${bind(effect)}${of})`
}

function every(conditions: readonly (string | null)[]): string {
  return conditions.filter((one) => one !== null && one !== 'true').join(' and ') || 'true'
}
