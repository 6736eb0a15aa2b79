import type { Truth } from './logic.ts'

/** Something unknown, and the values its atoms (by index) would take under each answer to it. */
export type Unknown<Name> = {
  readonly name: Name
  readonly atoms: readonly number[]
  readonly answers: readonly (readonly Truth[])[]
}

/**
 * Which unknowns can still change the outcome: those for which some answers to all the others leave
 * at least two of its own answers with different outcomes. Tries every combination.
 */
export function decisive<Name>(
  unknowns: readonly Unknown<Name>[],
  known: readonly Truth[],
  outcomeOf: (truths: readonly Truth[]) => Truth,
): Name[] {
  const truths = [...known]
  const outcomes: Truth[] = []
  tryAll(unknowns, 0, truths, () => outcomes.push(outcomeOf(truths)))
  let span = outcomes.length
  return unknowns.flatMap(({ name, answers }) => {
    const count = answers.length
    const step = span / count
    const changes = outcomes.some(
      (outcome, index) => outcome !== outcomes[index - (index % span) + (index % step)],
    )
    span = step
    return changes ? [name] : []
  })
}

// The first unknown varies slowest, so its answers lie a whole `step` apart.
function tryAll<Name>(
  unknowns: readonly Unknown<Name>[],
  at: number,
  truths: Truth[],
  visit: () => void,
): void {
  const unknown = unknowns[at]
  if (unknown === undefined) {
    visit()
    return
  }
  for (const answer of unknown.answers) {
    unknown.atoms.forEach((atom, position) => {
      truths[atom] = answer[position] ?? null
    })
    tryAll(unknowns, at + 1, truths, visit)
  }
}
