import { loadFacts } from '../determinations/facts.ts'
import { registerVersion } from '../determinations/keep.ts'
import { dayOf } from '../time/clock.ts'
import type { Services } from '../services.ts'
import { LANGUAGE_OF_CONTACT } from '../register/contact-language.ts'
import { mustHaveChangedOne, type Query, type Store, statement } from '../storage/store.ts'
import { booksAround, dayOfEffect } from './around.ts'
import { type Compared, movedIn } from './moved.ts'
import type { Proposal } from './proposal.ts'

/** How far it is worked out whom a decision moves. */
export type Progress = {
  /** The day of which it tells. */
  readonly day: string
  readonly households: number
  readonly persons: number
  /** Households that there were when it was begun. */
  readonly total: number
  readonly startedAt: string
  /** Null while it is under way. */
  readonly finishedAt: string | null
}

type Under = Progress & { readonly mark: string; readonly cursor: string | null }

/** Households a step: one batch, small enough that nobody's answer waits for it. */
const STEP = 500

const UNDER = `select mark, day, cursor, households, persons, total, started_at as startedAt, finished_at as finishedAt
  from policy_effects where proposal_id = ?1`

/**
 * Works out whom a decision moves, over the whole register, by at most `steps` steps; goes on where it was cut off, and
 * begins anew where the book, the day or the register is another. Twice at once does no harm. Memory is that of a step.
 */
export async function workOut(
  services: Pick<Services, 'store' | 'clock'>,
  proposal: Proposal,
  { steps, until = Number.POSITIVE_INFINITY }: { readonly steps: number; readonly until?: number },
): Promise<Progress> {
  const { store } = services
  const { compared, mark } = await comparedOf(services, proposal)
  let under = await begun(services, proposal, mark, compared.day)
  for (let step = 0; step < steps && under.cursor !== null && performance.now() < until; step++) {
    await takeStep(services, proposal.id, under, compared)
    under = (await underWay(store, proposal.id)) ?? under
    if (under.mark !== mark) break
  }
  return under
}

async function comparedOf({ store, clock }: Pick<Services, 'store' | 'clock'>, proposal: Proposal) {
  const { before, after, version } = await booksAround(store, proposal)
  const day = dayOfEffect(proposal, dayOf(clock()))
  const compared: Compared = { before, after, day }
  return { compared, mark: `${proposal.state} ${version ?? 0} ${day} ${await registerVersion(store)}` }
}

const BEGIN = `insert into policy_effects (proposal_id, mark, day, cursor, households, persons, total, started_at)
  values (?1, ?2, ?3, '', 0, 0, (select count(*) from households), ?4)
  on conflict (proposal_id) do update set mark = excluded.mark, day = excluded.day, cursor = '', households = 0,
    persons = 0, total = excluded.total, started_at = excluded.started_at, finished_at = null`

async function begun(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  { id }: Proposal,
  mark: string,
  day: string,
): Promise<Under> {
  const known = await underWay(store, id)
  if (known?.mark === mark) return known
  await store.atomically([
    statement('delete from policy_flips where proposal_id = ?1', [id]),
    statement(BEGIN, [id, mark, day, clock().toISOString()]),
  ])
  const under = await underWay(store, id)
  if (under === null) throw new Error('an effect that was begun is not there')
  return under
}

async function underWay(store: Store, id: string): Promise<Under | null> {
  const [row] = await store.rows<Under>(UNDER, [id])
  return row ?? null
}

/** In SQL, the language a household `h` is written to in: of the way it would be reached by, else the register's. */
const LANGUAGE = `coalesce(
  (select ${LANGUAGE_OF_CONTACT} from contact_households l join contacts c on c.id = l.contact_id
    where l.household_id = h.id and not c.stopped order by c.channel = 'telegram' desc, l.linked_at desc limit 1),
  (select ${LANGUAGE_OF_CONTACT} from household_telephones t join contacts c on c.address_index = t.address_index
    where t.household_id = h.id and not c.stopped order by c.id desc limit 1),
  h.language, 'zh-CN')`

const AFTER = `select h.id, ${LANGUAGE} as language from households h where h.id > ?1 order by h.id limit ${STEP}`

const ADVANCE = `update policy_effects set cursor = ?4, households = households + ?5, persons = persons + ?6, finished_at = ?7
  where proposal_id = ?1 and mark = ?2 and cursor = ?3`

const FLIPS = `insert into policy_flips (proposal_id, household_id, person_id, programme, effect, because, language)
  select ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 from json_each(?2)`

// Of two at work on the same step one moves the cursor; the other finds it moved and goes on from there.
async function takeStep(
  { store, clock }: Pick<Services, 'store' | 'clock'>,
  id: string,
  { mark, cursor }: Under,
  compared: Compared,
): Promise<void> {
  const page = await store.rows<{ id: string; language: string }>(AFTER, [cursor])
  const ids = page.map((household) => household.id)
  const languages = new Map(page.map((household) => [household.id, household.language]))
  const facts = await loadFacts(store, ids)
  const flips = facts.flatMap((household) =>
    movedIn(household, compared).map(({ personId, move }) => [
      household.id,
      personId,
      move.programme,
      move.effect,
      move.because.join(' '),
      languages.get(household.id) ?? 'zh-CN',
    ]),
  )
  const isLast = page.length < STEP
  const persons = facts.reduce((sum, household) => sum + household.persons.length, 0)
  const writes: Query[] = [
    statement(ADVANCE, [
      id,
      mark,
      cursor,
      isLast ? null : (ids.at(-1) ?? null),
      ids.length,
      persons,
      isLast ? clock().toISOString() : null,
    ]),
    mustHaveChangedOne(),
    statement(FLIPS, [id, JSON.stringify(flips)]),
  ]
  await store.atomically(writes)
}
