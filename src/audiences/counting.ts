import type { Channel } from '../conversation/turn.ts'
import type { Language } from '../i18n/texts.ts'
import type { Audience } from './audience.ts'
import { languageFor, type Unreached, wayTo } from './contact.ts'
import type { Excluded } from './excluded.ts'
import type { HouseholdMeant } from './households-meant.ts'
import { type Reached, sampler } from './sample.ts'
import { waysOfRow } from './ways.ts'

/** Messages in one language by one channel. */
type Reach = { readonly language: Language; readonly channel: Channel; readonly messages: number }

export type Counts = {
  /** Who is meant, reached or not. */
  readonly households: number
  readonly persons: number
  /** How many messages would leave, and how. */
  readonly messages: number
  readonly reach: readonly Reach[]
  /** Households that are meant and not reached, by reason. */
  readonly unreached: Readonly<Record<Unreached, number>>
  /** Persons meant by school facts of an earlier school year. */
  readonly stale: number
}

/** Households of which a sample shows the reasons. */
const SHOWN = 10
/** Households of each language that stand for a larger audience. */
const DRAWN = 5000

/** Counts households as they pass, by how each would be written to. */
export function counting(audience: Audience) {
  const reach = tallies()
  const languages = tallies()
  const unreached: Record<Unreached, number> = { 'no-address': 0, stopped: 0, 'other-channel': 0 }
  const sums = { households: 0, persons: 0, messages: 0, stale: 0 }
  const sample = sampler(SHOWN)
  const drawn = new Map<Language, ReturnType<typeof sampler>>()

  function add(household: HouseholdMeant): void {
    const { id, persons, stale } = household
    const way = wayTo(waysOfRow(household), audience.channel ?? null)
    const language = languageFor(typeof way === 'string' ? null : way, household.language)
    if (audience.language != null && language !== audience.language) {
      languages.add(language, persons)
      return
    }
    sums.households++
    sums.persons += persons
    sums.stale += stale
    if (typeof way === 'string') {
      unreached[way]++
      return
    }
    const messages = audience.per === 'person' ? persons : 1
    sums.messages += messages
    reach.add(`${language} ${way.channel}`, messages)
    const reached = { householdId: id, language, channel: way.channel }
    sample.show(reached)
    drawnIn(language).show(reached)
  }

  function drawnIn(language: Language): ReturnType<typeof sampler> {
    const known = drawn.get(language)
    if (known !== undefined) return known
    const fresh = sampler(DRAWN)
    drawn.set(language, fresh)
    return fresh
  }

  return {
    add,
    result: () => ({
      counts: { ...sums, unreached, reach: reach.all().map(reachOf) } satisfies Counts,
      otherLanguage: languages
        .all()
        .map(([value, persons]): Excluded => ({ because: 'language', value, persons })),
      taken: sample.taken(),
      drawn: [...drawn.values()].flatMap((one): readonly Reached[] => one.taken()),
    }),
  }
}

function tallies() {
  const counts = new Map<string, number>()
  return {
    add: (key: string, more: number): void => {
      counts.set(key, (counts.get(key) ?? 0) + more)
    },
    all: () => [...counts].sort(([one], [other]) => (one < other ? -1 : 1)),
  }
}

function reachOf([key, messages]: readonly [string, number]): Reach {
  const [language, channel] = key.split(' ') as [Language, Channel]
  return { language, channel, messages }
}
