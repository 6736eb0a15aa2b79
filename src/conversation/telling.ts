import { schoolYearOf } from '../policy/school-year.ts'
import type { Person } from '../register/household.ts'
import type { Case } from './words/reasons.ts'
import { isUnconfirmed, type Scene } from './scene.ts'
import type { Change, ToldOf } from './turn.ts'

/**
 * The ledger's first step for persons of the record whom an answer tells that they qualify, by the side of their cases:
 * once in a school year, and never by school facts that nobody has confirmed. A village's promise is no one's own.
 */
export function toldChanges(
  scene: Scene,
  cases: readonly Case[],
  persons: readonly (Person | null)[],
): readonly Change[] {
  const { household, turn } = scene
  if (household === null) return []
  const schoolYear = schoolYearOf(turn.today)
  const known = new Set(
    household.ledger
      .filter((entry) => entry.schoolYear === schoolYear && entry.toldOn !== null)
      .map((entry) => `${entry.person} ${entry.programme}`),
  )
  const told = persons.flatMap((person, at): readonly ToldOf[] => {
    if (person === null || isUnconfirmed(scene, person)) return []
    const determinations = cases[at]?.determinations ?? []
    return determinations
      .filter(({ outcome, kind }) => outcome === 'eligible' && kind !== 'commitment')
      .map(({ programme }) => ({ person: person.id, programme }))
      .filter((one) => !known.has(`${one.person} ${one.programme}`))
  })
  return told.length === 0 ? [] : [{ kind: 'told', schoolYear, told }]
}
