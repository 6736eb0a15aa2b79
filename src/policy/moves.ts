import type { Determination } from './determination.ts'
import type { ConditionId } from './logic/logic.ts'
import type { Benefit, ProgrammeId } from './programme.ts'

/**
 * What a decision does to one programme of one person. `gains` and `loses`: qualifies, or does so no more. `doubted`: did
 * qualify, and it can no longer be told; `opened`: did not, and now it cannot be told; `closed`: it could not be told, and
 * now the answer is no. `more`, `less`, `altered`: qualifies as before, for another sum or on other terms.
 */
export const EFFECTS = ['gains', 'loses', 'more', 'less', 'altered', 'opened', 'doubted', 'closed'] as const
export type Effect = (typeof EFFECTS)[number]

/** One programme that a decision moves, and what turned: conditions, or the benefit itself. */
export type Move = {
  readonly programme: ProgrammeId
  readonly effect: Effect
  readonly because: readonly (ConditionId | 'benefit')[]
}

/** What is different for a person between two books: determinations of the same programmes in the same order. */
export function movesBetween(
  before: readonly Determination[],
  after: readonly Determination[],
): readonly Move[] {
  const moves: Move[] = []
  for (const [at, then] of after.entries()) {
    const now = before[at]
    const effect = now === undefined || now === then ? null : effectBetween(now, then)
    if (now === undefined || effect === null) continue
    moves.push({ programme: then.programme, effect, because: becauseOf(now, then) })
  }
  return moves
}

function effectBetween(before: Determination, after: Determination): Effect | null {
  if (before.outcome !== after.outcome) {
    if (after.outcome === 'eligible') return 'gains'
    if (before.outcome === 'eligible') return after.outcome === 'ineligible' ? 'loses' : 'doubted'
    return after.outcome === 'unknown' ? 'opened' : 'closed'
  }
  return after.outcome === 'eligible' ? termsBetween(before.benefit, after.benefit) : null
}

function termsBetween(before: Benefit | null, after: Benefit | null): Effect | null {
  if (JSON.stringify(before) === JSON.stringify(after)) return null
  const [was, is] = [sumIn(before), sumIn(after)]
  if (was === is || was === null || is === null) return 'altered'
  return is > was ? 'more' : 'less'
}

function sumIn(benefit: Benefit | null): number | null {
  return benefit?.amount ?? benefit?.upTo ?? null
}

function becauseOf(before: Determination, after: Determination): Move['because'] {
  if (before.outcome === after.outcome) return ['benefit']
  // A programme resumed is not resumed because of what its conditions are.
  if (before.reasons.some(({ condition }) => condition === 'in-force')) return ['in-force']
  const turned = after.reasons.filter(
    ({ condition, value }) => before.reasons.find((one) => one.condition === condition)?.value !== value,
  )
  return turned.map(({ condition }) => condition)
}
