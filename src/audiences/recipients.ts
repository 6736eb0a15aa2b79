import type { Channel } from '../conversation/turn.ts'
import type { Language } from '../i18n/texts.ts'
import { loadHouseholds } from '../register/finding/look-up.ts'
import type { Services } from '../services.ts'
import type { Audience } from './audience.ts'
import type { AudienceBy } from './by.ts'
import { candidates, type Paging } from './candidates.ts'
import { languageFor, type Unreached, wayTo } from './contact.ts'
import { type PersonMeant, personsMeant } from './meant.ts'
import { type OpenWay, openWays } from './ways.ts'

/** One message's receiver. */
export type Recipient = {
  /** The household's id, or `household/person` where each person has a message: nobody else in the audience has it. */
  readonly key: string
  readonly householdId: string
  readonly county: string
  readonly language: Language
  readonly channel: Channel
  /** E.164, or a chat's id. */
  readonly address: string
  /** Null for a telephone that never wrote. */
  readonly contactId: string | null
  /** Whom the message is about, in the register's order; empty where the audience asks nothing of persons. */
  readonly persons: readonly PersonMeant[]
}

/** Who is meant and not reached. */
export type NotReached = { readonly key: string; readonly householdId: string; readonly reason: Unreached }

export type RecipientPage = {
  readonly recipients: readonly Recipient[]
  readonly unreached: readonly NotReached[]
  /** `after` of the next page; null: that was all. A page may be empty and have a next. */
  readonly next: string | null
  /** Households that were looked at one by one. */
  readonly examined: number
}

/**
 * One page of an audience, by the rules of `by.day`, in an order that does not depend on the page before: to go on after
 * a crash is to ask for the page again. Exact whatever is kept: households whose kept outcomes do not hold on the day are
 * among those looked at, and everybody looked at is determined afresh.
 */
export async function recipients(
  services: Pick<Services, 'store' | 'vault'>,
  audience: Audience,
  by: AudienceBy,
  paging: Paging,
): Promise<RecipientPage> {
  const { ids, next } = await candidates(services, audience, by, paging)
  const loaded = new Map((await loadHouseholds(services, ids)).map((one) => [one.household.id, one]))
  const meant = ids.flatMap((id) => {
    const one = loaded.get(id)
    const persons = one === undefined ? null : personsMeant(one.household, audience, by)
    return one === undefined || persons === null ? [] : [{ ...one, persons }]
  })
  const ways = await openWays(services, meant)
  const told = meant.flatMap(({ household, persons }) => {
    const way = wayTo(ways.get(household.id) ?? [], audience.channel ?? null)
    const language = languageFor(typeof way === 'string' ? null : way, household.language)
    if (audience.language != null && audience.language !== language) return []
    return messagesTo(household, { way, language, persons, each: audience.per === 'person' })
  })
  return {
    recipients: told.filter((one) => 'address' in one),
    unreached: told.filter((one) => 'reason' in one),
    next,
    examined: ids.length,
  }
}

type Told = {
  readonly way: OpenWay | Unreached
  readonly language: Language
  readonly persons: readonly PersonMeant[]
  readonly each: boolean
}

function messagesTo(
  { id, county }: { readonly id: string; readonly county: string },
  { way, language, persons, each }: Told,
): readonly (Recipient | NotReached)[] {
  const keyed = each
    ? persons.map((person) => ({ key: `${id}/${person.id}`, about: [person] }))
    : [{ key: id, about: persons }]
  if (typeof way === 'string') return keyed.map(({ key }) => ({ key, householdId: id, reason: way }))
  const { channel, address, contactId } = way
  return keyed.map(({ key, about }) => ({
    key,
    householdId: id,
    county,
    language,
    channel,
    address,
    contactId,
    persons: about,
  }))
}
