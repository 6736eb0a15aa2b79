import type { Links } from '../../src/conversation/turn.ts'
import type { Household } from '../../src/register/household.ts'
import type { Proof } from '../../src/understanding/proof/read-proof.ts'

export const NO_LINKS: Links = { linked: [], proven: null, undoable: false, misnamed: 0 }

/** The end of every adult's ID number, in the talks that are played with no host. */
const LAST_SIX = '12004X'

/** The household of an adult who is called so, where the proof is right. */
export function householdProven(register: readonly Household[], proof: Proof): readonly Household[] {
  if (proof.lastSix !== LAST_SIX) return []
  const isMeant = ({ name, birthDate }: Household['persons'][number]) =>
    proof.names.includes(name) && birthDate !== null && birthDate < '2000'
  return register.filter(({ persons }) => persons.some(isMeant))
}
