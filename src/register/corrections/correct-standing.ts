import { auditWrite } from '../../audit/entry.ts'
import type { Fault } from '../../fault.ts'
import type { Standing } from '../../policy/facts.ts'
import { dayOf } from '../../time/clock.ts'
import type { Services } from '../../services.ts'
import type { Actor } from '../../staff/actor.ts'
import { isWithin } from '../../staff/area.ts'
import { may } from '../../staff/permissions.ts'
import { mustHaveChangedOne, type Query, statement } from '../../storage/store.ts'
import { LONGEST_WHY } from './correct-person.ts'
import type { DatedStanding } from '../household.ts'
import {
  type CorrectedStanding,
  type SourcedStanding,
  type StandingRow,
  toCorrected,
  toldByRegister,
} from '../importing/corrected-standing.ts'
import { loadHousehold } from '../finding/look-up.ts'
import { isDay } from '../values/day.ts'

export const STANDINGS = [
  'registered',
  'lifted',
  'monitored',
  'ordinary',
  'removed',
] as const satisfies readonly Standing[]

/** A household's standing as staff say it is. */
export type SaidStanding = {
  readonly household: string
  /** One of STANDINGS, and the day it counts from. */
  readonly standing: string
  readonly from: string
  /** The standings as whoever corrects them saw them: `standingsText`. */
  readonly were: string
  readonly why: string
}

type Corrected = { readonly ok: true } | { readonly ok: false; readonly fault: Fault }

// What stands in the place of an import's id where staff said it.
const BY_STAFF = 'correction'

/** A household's standings with what told each, oldest first. */
export const STANDING_ROWS = `select from_day as "from", standing, import_id as source from standings where household_id = ?1 order by from_day`
const CORRECTION = 'select from_day, standing, replaced from standing_corrections where household_id = ?1'
// Undone where another list stands meanwhile.
const STILL = `update households set taken_on = taken_on where id = ?1 and ?2 = coalesce((select group_concat(said, ' ')
  from (select from_day || '=' || standing as said from standings where household_id = ?1 order by from_day)), '')`
const FORGET = `delete from standings where household_id = ?1
  and from_day not in (select value ->> 0 from json_each(?2))`
const WRITE = `insert into standings (household_id, from_day, standing, import_id)
  select ?1, value ->> 0, value ->> 1, value ->> 2 from json_each(?2) where true
  on conflict (household_id, from_day) do update set standing = excluded.standing, import_id = excluded.import_id`
const KEEP = `insert into standing_corrections (household_id, from_day, standing, replaced, sealed_why, by, at)
  values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
  on conflict (household_id) do update set from_day = excluded.from_day, standing = excluded.standing,
    replaced = excluded.replaced, sealed_why = excluded.sealed_why, by = excluded.by, at = excluded.at`
const NONE = 'delete from standing_corrections where household_id = ?1'

/**
 * Puts a household's standing right from a day on, with who did it and why: what the register has from that day on is kept
 * aside, and comes back where the correction says the same as the register. Faults: forbidden, not-found, invalid (by field),
 * conflict where the standings have changed meanwhile.
 */
export async function correctStanding(
  services: Services,
  actor: Actor,
  { household: id, standing: said, from, were, why: written }: SaidStanding,
): Promise<Corrected> {
  if (!may(actor, 'register.correct')) return { ok: false, fault: { code: 'forbidden' } }
  const household = await loadHousehold(services, id)
  if (household === null || !isWithin(actor.area, household))
    return { ok: false, fault: { code: 'not-found' } }
  const why = written.trim()
  const standing = STANDINGS.find((one) => one === said)
  const now = services.clock()
  const faults = [
    ...(why === '' || why.length > LONGEST_WHY ? ['why'] : []),
    ...(standing === undefined ? ['standing'] : []),
    ...(isDay(from) && from <= dayOf(now) ? [] : ['from']),
  ]
  if (standing === undefined || faults.length > 0) return invalid(faults)
  const stored = await services.store.rows<SourcedStanding>(STANDING_ROWS, [id])
  if (standingsText(stored) !== were) return { ok: false, fault: { code: 'conflict' } }
  const register = await registerOf(services, id, stored)
  const corrected = [...register.filter((entry) => entry.from < from), { standing, from, source: BY_STAFF }]
  if (standingsText(corrected) === standingsText(stored)) return invalid(['nothing-changed'])
  const isRegisters = standingsText(corrected) === standingsText(register)
  const replaced = register.filter((entry) => entry.from >= from)
  const sealedWhy = await services.vault.seal(why, placeOfStandingWhy(id))
  const keep = [id, from, standing, tuplesOf(replaced), sealedWhy, actor.name, now.toISOString()]
  const commit = await services.store.atomically([
    statement(STILL, [id, were]),
    mustHaveChangedOne(),
    ...listWrites(id, isRegisters ? register : corrected),
    isRegisters ? statement(NONE, [id]) : statement(KEEP, keep),
    auditWrite(services, actor, {
      action: 'standing.correct',
      subject: id,
      place: household,
      detail: { standing, from },
    }),
  ])
  return commit === 'committed' ? { ok: true } : { ok: false, fault: { code: 'conflict' } }
}

/** Standings as one text, by which a form tells what it was filled in over. */
export function standingsText(standings: readonly DatedStanding[]): string {
  return standings.map(({ from, standing }) => `${from}=${standing}`).join(' ')
}

async function registerOf(
  { store }: Pick<Services, 'store'>,
  household: string,
  stored: readonly SourcedStanding[],
): Promise<readonly SourcedStanding[]> {
  const [row] = await store.rows<Omit<StandingRow, 'household_id'>>(CORRECTION, [household])
  const correction: CorrectedStanding | null = row === undefined ? null : toCorrected(row)
  return correction === null ? stored : toldByRegister(stored, correction)
}

function listWrites(household: string, list: readonly SourcedStanding[]): readonly Query[] {
  const tuples = tuplesOf(list)
  return [statement(FORGET, [household, tuples]), statement(WRITE, [household, tuples])]
}

function tuplesOf(list: readonly SourcedStanding[]): string {
  return JSON.stringify(list.map(({ from, standing, source }) => [from, standing, source]))
}

function invalid(paths: readonly string[]): Corrected {
  const fields = paths.map((path) => ({ path, problem: 'is not right' }))
  return { ok: false, fault: { code: 'invalid', fields } }
}

/** What the reason of a household's correction is bound to. */
export function placeOfStandingWhy(household: string): string {
  return `standing_corrections/${household}`
}
