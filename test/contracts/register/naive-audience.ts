/** Who is in an audience, worked out from what the test made up and from an independent reading of the plan, by no code of ours. */
import type { Audience } from '../../../src/audiences/audience.ts'
import { readIndependently } from '../../policy/independent/reading.ts'
import { addressOf, type MadeContact, type MadeEntry } from './random-contacts.ts'
import type { Made } from './random-register.ts'

export type Scene = {
  readonly households: readonly Made[]
  readonly villages: ReadonlyMap<
    string,
    { readonly poor: boolean | null; readonly population: number | null }
  >
  readonly contacts: readonly (MadeContact & { readonly id: string })[]
  readonly entries: readonly MadeEntry[]
  readonly day: string
}

export type Expected = {
  readonly key: string
  readonly to: string
  readonly language: string
  readonly persons: readonly string[]
}

/** Everybody meant: `to` is the channel and address, or why there is none. */
export function expectedOf(scene: Scene, audience: Audience): readonly Expected[] {
  return scene.households.flatMap((household, at) => {
    const inArea = audience.county === '62' || household.county.startsWith(audience.county)
    if (!inArea || (audience.township != null && household.township !== audience.township)) return []
    const asks =
      audience.programme != null ||
      audience.stage != null ||
      audience.finalYear != null ||
      audience.fresh === true
    const persons = household.persons.filter((_, index) => asks && isMeant(scene, audience, at, index))
    if (asks && persons.length === 0) return []
    const { to, language } = wayOf(scene, household, at, audience.channel ?? null)
    if (audience.language != null && audience.language !== language) return []
    const named = persons.map(({ id }) => id)
    return audience.per === 'person'
      ? named.map((id) => ({ key: `${household.id}/${id}`, to, language, persons: [id] }))
      : [{ key: household.id, to, language, persons: named }]
  })
}

function isMeant(
  { households, villages, entries, day }: Scene,
  audience: Audience,
  at: number,
  index: number,
): boolean {
  const household = households[at]
  const person = household?.persons[index]
  if (household === undefined || person === undefined) return false
  if (audience.stage != null && person.stage !== audience.stage) return false
  if (audience.finalYear != null && person.finalYear !== audience.finalYear) return false
  const yearOf = (on: string) => Number(on.slice(0, 4)) - (on.slice(5) < '09-01' ? 1 : 0)
  if (audience.fresh === true && yearOf(person.takenOn) < yearOf(day)) return false
  if (audience.programme == null) return true
  const begun = household.standings.filter(({ from }) => from <= day)
  const standing = begun.sort((a, b) => (a.from < b.from ? 1 : -1))[0]?.standing
  const village = villages.get(`${household.county}||${household.village}`)
  const facts = {
    'household.registered': standing === 'registered',
    'household.county': household.county,
    'household.rural': household.rural,
    'household.village.poor': village?.poor ?? null,
    'household.village.population': village?.population ?? null,
    'person.birthDate': person.birthDate,
    'person.stage': person.stage,
    'person.finalYear': person.finalYear,
    'person.schoolPlace': person.schoolPlace,
    'person.completed': person.completed,
    'person.occupation': person.occupation,
  } as const
  const outcome = readIndependently(facts, day).get(audience.programme)?.outcome
  if (outcome !== (audience.outcome ?? 'eligible')) return false
  const entry = entries.find(
    (one) =>
      one.household === at &&
      one.person === index &&
      one.programme === audience.programme &&
      one.schoolYear === yearOf(day),
  )
  const state = entry?.state ?? 'none'
  const hasMoney = state === 'paid' || (state === 'refused' && entry?.paidOn != null)
  if (audience.ledger == null) return true
  if (audience.ledger === 'not-applied') return state === 'none' || state === 'told'
  if (audience.ledger === 'not-received') return !hasMoney
  return audience.ledger === state
}

function wayOf({ contacts }: Scene, household: Made, at: number, only: string | null) {
  const wrote = new Map(contacts.map((contact) => [addressOf(contact), contact]))
  const linked = contacts.filter(({ links }) => links.some((link) => link.household === at))
  const linkedOn = (id: string) =>
    linked.find((one) => one.id === id)?.links.find((link) => link.household === at)?.on ?? 0
  const lines = household.telephones.map((telephone) => ({ telephone, contact: wrote.get(telephone) }))
  const chats = linked.filter(({ channel }) => channel === 'telegram')
  const phones = [
    ...linked.filter(({ channel }) => channel === 'sms'),
    ...lines.flatMap(({ contact }) => (contact === undefined || linked.includes(contact) ? [] : [contact])),
  ]
  const silent = lines.filter(({ contact }) => contact === undefined).map(({ telephone }) => telephone)
  const newestLink = (a: { id: string }, b: { id: string }) =>
    linkedOn(b.id) - linkedOn(a.id) || (a.id < b.id ? 1 : -1)
  const open = (list: typeof chats) => list.filter(({ stopped }) => !stopped).sort(newestLink)[0]
  const chat = only === 'sms' ? undefined : open(chats)
  const phone = only === 'telegram' ? undefined : open(phones)
  const best = chat ?? phone
  const last = best?.wrote.findLast((one) => one !== null)
  const language = best?.chosen ?? last ?? household.language ?? 'zh-CN'
  if (best !== undefined) return { to: `${best.channel} ${addressOf(best)}`, language }
  // Which of the silent ones is nobody's to say: one of them.
  if (only !== 'telegram' && silent.length > 0) return { to: `sms ${silent.join('|')}`, language }
  const all = chats.length + phones.length + silent.length
  const ofChannel = only === null ? all : only === 'telegram' ? chats.length : phones.length + silent.length
  return { to: all === 0 ? 'no-address' : ofChannel === 0 ? 'other-channel' : 'stopped', language }
}
