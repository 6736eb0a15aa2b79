import type { Determination } from '../policy/determine.ts'
import { determineOne } from '../policy/determine.ts'
import type { Stage } from '../policy/facts.ts'
import type { Effect } from '../policy/moves.ts'
import type { ProgrammeId } from '../policy/programme.ts'
import { factsOf } from '../register/household.ts'
import { loadHouseholds } from '../register/finding/look-up.ts'
import { dayOf } from '../time/clock.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { areaCondition } from '../staff/area.ts'
import { booksAround, dayOfEffect } from './around.ts'
import type { Proposal } from './proposal.ts'

/** Whom to tell of. What is null narrows nothing. */
export type MovedQuery = {
  readonly programme: ProgrammeId | null
  readonly effect: Effect | null
  /** `next` of the page before. */
  readonly after: string | null
  /** At most 500. */
  readonly limit: number
}

/** One programme of one person that a decision moves. */
export type Moved = {
  readonly household: string
  readonly county: string
  readonly person: string
  readonly programme: ProgrammeId
  readonly effect: Effect
  /** What turned: conditions, or `benefit`. */
  readonly because: readonly string[]
}

type Row = Omit<Moved, 'because'> & { readonly because: string }

const COLUMNS = `f.household_id as household, h.county, f.person_id as person, f.programme, f.effect, f.because
  from policy_flips f cross join households h on h.id = f.household_id`
const ASKED = `f.proposal_id = ?1 and (?2 is null or f.programme = ?2) and (?3 is null or f.effect = ?3)`

/** A page of those whom a decision moves in the actor's area, as far as it is worked out. */
export async function listMoved(
  { store }: Pick<Services, 'store'>,
  { area }: Pick<Actor, 'area'>,
  proposal: Proposal,
  { programme, effect, after, limit }: MovedQuery,
): Promise<{ readonly moved: readonly Moved[]; readonly next: string | null }> {
  const [household = '', person = '', last = ''] = (after ?? '').split('/')
  const within = areaCondition(area, { county: 'h.county', township: 'h.township' }, 8)
  const rows = await store.rows<Row>(
    `select ${COLUMNS} where ${ASKED} and (f.household_id, f.person_id, f.programme) > (?4, ?5, ?6) and ${within.sql}
      order by f.household_id, f.person_id, f.programme limit ?7`,
    [proposal.id, programme, effect, household, person, last, limit + 1, ...within.params],
  )
  const moved = rows.slice(0, limit).map(toMoved)
  const end = moved.at(-1)
  const isMore = rows.length > limit && end !== undefined
  return { moved, next: isMore ? `${end.household}/${end.person}/${end.programme}` : null }
}

/** One of those whom a decision moves, with both answers in full. */
export type MovedSample = Moved & {
  /** Null for another system with a token, which learns no name. */
  readonly name: string | null
  readonly stage: Stage | null
  readonly before: Determination
  readonly after: Determination
}

/** Ten of those whom a decision moves, spread over the actor's area, the same ten of the same; each with why. */
export async function sampleMoved(
  services: Pick<Services, 'store' | 'vault' | 'clock'>,
  { area, role }: Pick<Actor, 'area' | 'role'>,
  proposal: Proposal,
  { programme, effect }: Pick<MovedQuery, 'programme' | 'effect'>,
): Promise<readonly MovedSample[]> {
  const within = areaCondition(area, { county: 'h.county', township: 'h.township' }, 4)
  // An identifier's last letters are random.
  const rows = await services.store.rows<Row>(
    `select ${COLUMNS} where ${ASKED} and ${within.sql} order by substr(f.person_id, -10), f.programme limit 10`,
    [proposal.id, programme, effect, ...within.params],
  )
  const { before, after } = await booksAround(services.store, proposal)
  const day = dayOfEffect(proposal, dayOf(services.clock()))
  const ids = [...new Set(rows.map(({ household }) => household))]
  const households = new Map(
    (await loadHouseholds(services, ids)).map(({ household }) => [household.id, household]),
  )
  return rows.map(toMoved).flatMap((moved) => {
    const household = households.get(moved.household)
    const person = household?.persons.find(({ id }) => id === moved.person)
    if (household === undefined || person === undefined) return []
    const by = (book: typeof before) =>
      determineOne(moved.programme, factsOf(household, person, day, book), day, book)
    const name = role === 'service' ? null : person.name
    return [{ ...moved, name, stage: person.stage, before: by(before), after: by(after) }]
  })
}

function toMoved(row: Row): Moved {
  return { ...row, because: row.because.split(' ') }
}
