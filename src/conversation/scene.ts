import type { FactName, Facts } from '../policy/facts.ts'
import { factsOf, type Household, isStale, type Person, standingOn } from '../register/household.ts'
import { countyByCode } from '../regions/county.ts'
import type { Language, Stage, Topic, Understanding } from '../understanding/types.ts'
import { calledChild, childKey } from './session/children-told.ts'
import { type Param, say, type Text } from './words/reply.ts'
import type { Subject } from './words/reasons.ts'
import type { Session } from './session/session.ts'
import { toldOf, withTold } from './session/told.ts'
import type { Turn } from './turn.ts'
import { dayText } from './words/day-text.ts'
import { namedIn } from './words/named.ts'

/** One turn with all that is worked out once: the household as told and recorded, and what the message is about. */
export type Scene = {
  readonly turn: Turn
  readonly heard: Understanding
  readonly language: Language
  readonly session: Session
  /** The record, with what the family added to it in this talk; null for a stranger. */
  readonly household: Household | null
  readonly focus: Focus
  /** The turn answers a question of ours: what was said before it is not said again. */
  readonly resumed: boolean
  /** The household is as the family says, against its record: nothing of it may be told as recorded. */
  readonly byWord?: true
}

/** What an answer is to be about. `persons`: those the words mean; null where they name nobody. */
export type Focus = {
  readonly topic: Topic | null
  readonly stage: Stage | null
  readonly persons: readonly Person[] | null
  /** The words widen from one child to all of the family. */
  readonly isAll: boolean
  /** The words themselves name a topic, a stage or a person; all else is carried on. */
  readonly isNamed: boolean
  /** The words speak of one person, and several fit. */
  readonly isOneOf?: true
  /** Whoever is meant is known by school, as the child in the place that was said is at another. */
  readonly isBySchool?: true
}

/** Whose facts stand under '' in a session: a stranger's, and the household's own. */
export const SOMEONE = ''

/** The facts of a person of the record, or what a stranger told. */
export function factsFor({ household, turn, session }: Scene, person: Person | null): Facts {
  if (household === null || person === null) return toldOf(session, SOMEONE).facts
  return factsOf(household, person, turn.today, turn.book)
}

/** What was asked of a person and could not be said. */
export function skippedFor(scene: Scene, person: Person | null): readonly FactName[] {
  const own = toldOf(scene.session, person?.id ?? SOMEONE).skip
  return [
    ...new Set([
      ...own,
      ...toldOf(scene.session, SOMEONE).skip.filter((fact) => fact.startsWith('household.')),
    ]),
  ]
}

/** The person, the office and the standing that words about a determination need. */
export function subjectFor(
  scene: Scene,
  person: Person | null,
  facts: Facts = factsFor(scene, person),
): Subject {
  const code = facts['household.county'] ?? null
  const county = countyOf(code)
  return {
    person: person?.id ?? childKey(scene.session),
    who: whoFor(scene, person),
    facts,
    county,
    office: officeOf(county),
    today: scene.turn.today,
    book: scene.turn.book,
    standing: scene.household === null || scene.byWord === true ? null : standingText(scene, scene.household),
    entries: (code === null ? undefined : scene.turn.offices.get(code)) ?? [],
  }
}

function countyOf(code: string | null): { readonly county: string } | null {
  return code !== null && countyByCode(code) !== undefined ? { county: code } : null
}

// The county's education office, or that of whichever county it is.
function officeOf(county: { readonly county: string } | null): Text {
  return county === null ? say('policy:office.any') : say('policy:office.county', { county })
}

/** The county of the household, or the one that was told; null where neither is known. */
export function countyFor(scene: Scene): string | null {
  return scene.household?.county ?? factsFor(scene, null)['household.county'] ?? null
}

/** The office of the household's county, or of the county that was told. */
export function officeFor(scene: Scene): Text {
  return officeOf(countyOf(countyFor(scene)))
}

/** Whether a person's school facts are of an earlier school year, and nobody has confirmed them in this talk. */
export function isUnconfirmed(scene: Scene, person: Person): boolean {
  return (
    isStale(person, scene.turn.today) && toldOf(scene.session, person.id).facts['person.stage'] === undefined
  )
}

/** The household as recorded, with what was told in this talk where the record is silent or old. */
export function rememberedHousehold(household: Household, session: Session, today: string): Household {
  return withTold(household, (id) => toldOf(session, id), today)
}

/** The words for a person of the record, or (null) for whom a stranger told of. */
export function whoFor(scene: Scene, person: Person | null): Param {
  if (person !== null && person.name !== '') return namedIn(scene.household, person, scene.turn.today)
  const called = person === null ? calledChild(scene.session) : null
  if (called !== null) return called
  const works = toldOf(scene.session, SOMEONE).facts['person.occupation'] != null
  const self =
    works || scene.session.person === 'self' || (SELF_TOPICS.includes(scene.focus.topic) && !isOfChild(scene))
  return say(self ? 'conversation:who.self' : 'conversation:who.child')
}

// 女儿初中毕业在家: what is asked is asked for her.
function isOfChild({ session }: Scene): boolean {
  return session.children[session.child]?.relation != null
}

const SELF_TOPICS: readonly (Topic | null)[] = ['teacher', 'training']

/** What the record says of a household's standing, and of which day. */
export function standingText({ turn }: Pick<Scene, 'turn'>, household: Household): Text {
  const standing = standingOn(household, turn.today)
  const today = dayText(turn.today)
  if (standing === null) return say('conversation:standing.none', { today })
  const counts = factsOf(household, NOBODY, turn.today, turn.book)['household.registered'] === true
  const key = counts && standing.standing !== 'registered' ? 'counts' : standing.standing
  return say(`conversation:standing.${key}`, { today, date: dayText(standing.from) })
}

const NOBODY: Person = {
  id: '',
  name: '',
  sex: null,
  relation: null,
  birthDate: null,
  stage: null,
  finalYear: null,
  schoolPlace: null,
  completed: null,
  occupation: null,
  takenOn: '1970-01-01',
}
