import type { Effect } from '../policy/moves.ts'
import type { ProgrammeId } from '../policy/programme.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import { areaCondition } from '../staff/area.ts'
import type { Proposal } from './proposal.ts'
import { type Progress, workOut } from './work-out.ts'

/** What a decision does to one programme: how many persons, why, and where they live and what they read. */
type EffectLine = {
  readonly programme: ProgrammeId
  readonly effect: Effect
  readonly persons: number
  /** By what turned: conditions parted by spaces, or `benefit`. */
  readonly because: Readonly<Record<string, number>>
  readonly counties: Readonly<Record<string, number>>
  readonly languages: Readonly<Record<string, number>>
}

/** Households and persons that a decision moves in a way, each counted once however many programmes it is in. */
type EffectTotal = { readonly effect: Effect; readonly households: number; readonly persons: number }

/** Whom of an actor's area a decision moves. `progress.finishedAt` null: as far as it is worked out. */
export type EffectRead = {
  readonly progress: Progress
  readonly totals: readonly EffectTotal[]
  readonly lines: readonly EffectLine[]
}

/** Steps that whoever asks waits for: some ten thousand households. */
const STEPS_AT_ONCE = 20

/** Whom of the actor's area a decision moves; works it out, or a part of it, where it is not. */
export async function readEffect(
  services: Pick<Services, 'store' | 'clock'>,
  { area }: Pick<Actor, 'area'>,
  proposal: Proposal,
): Promise<EffectRead> {
  const { day, households, persons, total, startedAt, finishedAt } = await workOut(services, proposal, {
    steps: STEPS_AT_ONCE,
  })
  const within = areaCondition(area, { county: 'h.county', township: 'h.township' }, 2)
  const bound = [proposal.id, ...within.params]
  const [groups, totals] = await Promise.all([
    services.store.rows<Group>(groupsIn(within.sql), bound),
    services.store.rows<EffectTotal>(totalsIn(within.sql), bound),
  ])
  return {
    progress: { day, households, persons, total, startedAt, finishedAt },
    totals,
    lines: linesOf(groups),
  }
}

type Group = Pick<EffectLine, 'programme' | 'effect' | 'persons'> & {
  readonly because: string
  readonly county: string
  readonly language: string
}

const groupsIn = (
  within: string,
) => `select f.programme, f.effect, f.because, h.county, f.language, count(*) as persons
  from policy_flips f cross join households h on h.id = f.household_id
  where f.proposal_id = ?1 and ${within} group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`

const totalsIn = (
  within: string,
) => `select effect, count(distinct household_id) as households, count(distinct person_id) as persons
  from policy_flips f cross join households h on h.id = f.household_id
  where f.proposal_id = ?1 and ${within} group by effect order by effect`

function linesOf(groups: readonly Group[]): readonly EffectLine[] {
  return [...Map.groupBy(groups, ({ programme, effect }) => `${programme} ${effect}`).values()].flatMap(
    (of) => {
      const [first] = of
      if (first === undefined) return []
      const { programme, effect } = first
      return [
        {
          programme,
          effect,
          persons: of.reduce((sum, { persons }) => sum + persons, 0),
          because: summed(of, ({ because }) => because),
          counties: summed(of, ({ county }) => county),
          languages: summed(of, ({ language }) => language),
        },
      ]
    },
  )
}

function summed(groups: readonly Group[], by: (group: Group) => string): Readonly<Record<string, number>> {
  const sums = new Map<string, number>()
  for (const group of groups) sums.set(by(group), (sums.get(by(group)) ?? 0) + group.persons)
  return Object.fromEntries(sums)
}
