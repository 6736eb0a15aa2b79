import type { Channel } from '../conversation/turn.ts'
import type { Language } from '../i18n/texts.ts'
import { loadHouseholds } from '../register/finding/look-up.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import type { Audience } from './audience.ts'
import type { AudienceBy } from './by.ts'
import { type PersonMeant, personsMeant } from './meant.ts'

/** One of those who would be written to, and why each person is meant. */
export type SampleHousehold = {
  readonly householdId: string
  readonly county: string
  readonly township: string | null
  readonly village: string | null
  readonly language: Language
  readonly channel: Channel
  readonly persons: readonly SamplePerson[]
}

/** Another system with a token learns no name. */
type SamplePerson = Omit<PersonMeant, 'name'> & { readonly name: string | null }

/** A household that would be written to, as the counting found it. */
export type Reached = Pick<SampleHousehold, 'householdId' | 'language' | 'channel'>

/** Takes so many of all that it is shown, spread over them, and the same of the same. */
export function sampler(size: number) {
  let shown: Shown[] = []
  let last: string | null = null

  function cut(): void {
    shown = shown.sort((one, other) => (one.at < other.at ? -1 : 1)).slice(0, size)
    last = shown[size - 1]?.at ?? null
  }

  return {
    show: (one: Reached): void => {
      const at = scattered(one)
      if (last !== null && at >= last) return
      // Twice as many are gathered before they are sorted.
      if (shown.push({ at, one }) === 2 * size) cut()
    },
    taken: (): readonly Reached[] => {
      cut()
      return shown.map(({ one }) => one)
    },
  }
}

type Shown = { readonly at: string; readonly one: Reached }

/** The sample as staff see it, determined afresh with its reasons; who proves not to be meant any more is left out. */
export async function describeSample(
  services: Pick<Services, 'store' | 'vault'>,
  { role }: Pick<Actor, 'role'>,
  taken: readonly Reached[],
  audience: Audience,
  by: AudienceBy,
): Promise<readonly SampleHousehold[]> {
  const households = await loadHouseholds(
    services,
    taken.map(({ householdId }) => householdId),
  )
  const found = new Map(households.map(({ household }) => [household.id, household]))
  return taken.flatMap((reached) => {
    const household = found.get(reached.householdId)
    const persons = household === undefined ? null : personsMeant(household, audience, by)
    if (household === undefined || persons === null) return []
    const { county, township, village } = household
    return [
      {
        ...reached,
        county,
        township,
        village: village.name,
        persons: persons.map((person) => ({ ...person, name: role === 'service' ? null : person.name })),
      },
    ]
  })
}

// An identifier's last letters are random.
function scattered({ householdId }: Reached): string {
  return householdId.slice(-10)
}
