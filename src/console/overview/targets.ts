import type { Gaps } from '../../audiences/gaps.ts'
import type { Enrolled } from '../../figures/area-figures.ts'
import type { Day } from '../../policy/facts.ts'
import type { ProgrammeId } from '../../policy/programme.ts'
import { TARGETS, type Target } from '../../policy/parameters/targets.ts'

/** A target of the plan, and what the register says of it: null where the register cannot tell. */
export type Held = { readonly target: Target; readonly counted: Counted | null }

export type Counted =
  | { readonly kind: 'persons'; readonly qualify: number; readonly received: number }
  /** So many of so many are; of how many more it is not known. */
  | { readonly kind: 'share'; readonly are: number; readonly of: number; readonly unknown: number }

// The plan counts the free places, the register those who qualify for one and those who had it.
const COUNTED_BY: ReadonlyMap<string, readonly ProgrammeId[]> = new Map([
  ['secondary-vocational-free', ['secondary-vocational-tuition-waiver']],
  ['higher-vocational-free', ['higher-vocational-fee-waiver']],
  ['vocational-free', ['secondary-vocational-tuition-waiver', 'higher-vocational-fee-waiver']],
  ['leavers-in-vocational-education', ['leaver-vocational-education']],
  ['labour-trained', ['labour-skills-training']],
])

/** The plan's targets as they stand on a day, each with what the register counts. */
export function heldTargets(
  today: Day,
  gaps: Gaps,
  enrolled: Enrolled,
  targets: readonly Target[] = TARGETS,
): readonly Held[] {
  const inForce = targets.filter(
    ({ id, from }) =>
      from <= today && !targets.some((later) => later.id === id && later.from > from && later.from <= today),
  )
  return inForce.map((target) => ({ target, counted: countedFor(target.id, gaps, enrolled) }))
}

function countedFor(id: string, { programmes }: Gaps, enrolled: Enrolled): Counted | null {
  if (id === 'preschool-enrolment') return { kind: 'share', ...enrolled }
  const by = COUNTED_BY.get(id)
  if (by === undefined) return null
  const of = programmes.filter(({ programme }) => by.includes(programme))
  return {
    kind: 'persons',
    qualify: of.reduce((sum, { gap }) => sum + (gap.eligible ?? 0), 0),
    received: of.reduce((sum, { gap }) => sum + gap.received, 0),
  }
}
