import type { FactName } from '../../policy/facts.ts'
import { factsOf, type Household, type Person } from '../../register/household.ts'
import type { Understanding } from '../../understanding/types.ts'
import { readNumber } from '../../understanding/numbers.ts'
import { readTibetanNumber } from '../../understanding/tibetan/numbers.ts'
import { saidInstead } from './mending.ts'
import { isQuestion } from './manner/questions.ts'
import { isPlaceAlone, isSchoolIn, saysStudies, tellsOfNow } from './manner/schooling.ts'
import { acceptsRecord } from './manner/turns.ts'
import { saysHas } from './manner/whom.ts'
import { childrenOf } from '../persons/people.ts'
import { heardIn } from './said-beyond.ts'
import { isUnconfirmed, type Scene } from '../scene.ts'
import type { Otherwise, Session } from '../session/session.ts'
import { isFinished } from '../session/told.ts'

type SaidOf = Otherwise['persons'][string]

/** A session that knows what this message says against the record, and forgets what the family no longer says. */
export function hearingOtherwise(scene: Scene, household: Household): Session {
  const { session } = scene
  if (acceptsRecord(scene.turn.message.text)) return { ...session, otherwise: null }
  const telling = tellingIn(scene)
  if (telling === null) return session
  const before = session.otherwise ?? { persons: {} }
  const after: Otherwise = {
    county: said(telling.county, household.county, before.county),
    registered: said(telling.said.registered, isRecorded(scene, household), before.registered),
    children: said(countSaid(scene, household, telling), countOf(scene, household), before.children),
    persons: { ...before.persons, ...personSaid(scene, household, telling) },
  }
  return { ...session, otherwise: isNothing(after) ? null : after }
}

/** Whether this very message told what the record says otherwise. */
export function isJustSaid({ session, turn }: Scene): boolean {
  const [now, before] = [session.otherwise, turn.session.otherwise]
  return now !== before && JSON.stringify(now) !== JSON.stringify(before)
}

/** Whether this very message gave up all that was said against the record. */
export function isGivenUp({ session, turn }: Scene): boolean {
  return turn.session.otherwise !== null && session.otherwise === null
}

/** The household as it would be recorded, were the record as the family says. */
export function asTold(household: Household, otherwise: Otherwise, today: string): Household {
  const { county, registered, persons } = otherwise
  const standing = registered === true ? 'registered' : 'ordinary'
  return {
    ...household,
    ...(county === undefined ? {} : { county, village: { name: null, poor: null, population: null } }),
    ...(registered === undefined ? {} : { standings: [{ standing, from: today }] }),
    persons: household.persons.map((person) => withSaid(person, persons[person.id] ?? {})),
  }
}

/** How many children the record has. */
export function countOf({ turn }: Scene, household: Household): number {
  return childrenOf(household, turn.today).length
}

/** The persons of whom the family says otherwise, with what it says. */
export function contradicted(
  { persons }: Household,
  otherwise: Otherwise,
): readonly (readonly [Person, SaidOf])[] {
  return persons.flatMap((person) => {
    const of = otherwise.persons[person.id] ?? {}
    return Object.values(of).every((value) => value === undefined) ? [] : [[person, of] as const]
  })
}

// What is as recorded takes back what was said before.
function said<T>(now: T | null | undefined, recorded: T, before: T | undefined): T | undefined {
  if (now === null || now === undefined) return before
  return now === recorded ? undefined : now
}

function isNothing({ county, registered, children, persons }: Otherwise): boolean {
  const values = [county, registered, children, ...Object.values(persons).flatMap((of) => Object.values(of))]
  return values.every((value) => value === undefined)
}

// What is asked is not told; but "他在上大学，能贷款吗" tells before it asks.
function tellingIn({ heard, turn }: Scene): Understanding | null {
  const { text } = turn.message
  if (!isQuestion(text)) return heard
  const [first = '', ...others] = text.split(/[，,。；;]|།\s*/u)
  const asksLater = others.some((part) => part.trim() !== '') && !isQuestion(first)
  if (!asksLater) return null
  const telling = heardIn(first)
  const tells = saysStudies(first) || tellsOfNow(first) || telling.said.registered !== undefined
  return tells ? telling : null
}

function isRecorded({ turn }: Scene, household: Household): boolean {
  const [anybody] = household.persons
  if (anybody === undefined) return false
  return factsOf(household, anybody, turn.today, turn.book)['household.registered'] === true
}

// As many as are at school is no other number: not every list of children is of all of them.
function countSaid(scene: Scene, household: Household, { said: { childrenCount } }: Understanding) {
  const { text } = scene.turn.message
  // 不是三个是四个: once their number is spoken of, a number alone is of them.
  const isSpokenOf = scene.session.otherwise?.children !== undefined || correctsCount(scene)
  if (isSpokenOf && childrenCount === undefined) return bareCount(saidInstead(text) ?? text) ?? undefined
  if (childrenCount === undefined || !(saysHas(text) || isSpokenOf)) return undefined
  const atSchool = childrenOf(household, scene.turn.today).filter(
    ({ stage }) => stage !== null && stage !== 'not-in-school',
  )
  return childrenCount === atSchool.length ? countOf(scene, household) : childrenCount
}

// Of the one child it can be of; an old record is not contradicted by what came after it, but brought up to date.
function personSaid(scene: Scene, household: Household, telling: Understanding): Otherwise['persons'] {
  const { stage } = telling
  const { turn } = scene
  if (stage === null) return placeSaid(scene, household, telling)
  const words = saidInstead(turn.message.text) ?? turn.message.text
  if (!saysStudies(words) && !tellsOfNow(words)) return {}
  const isOfSelf = telling.said.person?.relation === 'self' && stage === 'not-in-school'
  if (stage === null || isFinished(telling) || isOfSelf) return {}
  const [only, ...others] = scene.focus.persons ?? childrenOf(household, scene.turn.today)
  if (only === undefined || others.length > 0 || only.stage === null || isUnconfirmed(scene, only)) return {}
  const { finalYear, schoolPlace } = telling.said
  if (only.stage !== stage) return { [only.id]: { stage, finalYear, schoolPlace } }
  const isOtherPlace =
    schoolPlace !== undefined && schoolPlace !== only.schoolPlace && only.schoolPlace !== null
  if (isOtherPlace && isSchoolIn(turn.message.text)) return { [only.id]: { schoolPlace } }
  const isOtherYear = finalYear !== undefined && only.finalYear !== null && finalYear !== only.finalYear
  return { [only.id]: isOtherYear ? { finalYear } : {} }
}

// Of one child whom the words name or who was spoken of, another place of school than the record's.
function placeSaid(scene: Scene, household: Household, { said }: Understanding): Otherwise['persons'] {
  const { schoolPlace } = said
  const last = household.persons.filter(({ id }) => id === scene.session.person)
  const [only, ...others] = scene.focus.persons ?? last
  if (schoolPlace === undefined || only === undefined || others.length > 0) return {}
  const { text } = scene.turn.message
  if (!(isSchoolIn(text) || isPlaceAlone(text)) || only.schoolPlace === null) return {}
  return { [only.id]: only.schoolPlace === schoolPlace ? {} : { schoolPlace } }
}

// At another school, what the record says of the one before is known no more.
function withSaid(person: Person, { stage, finalYear, schoolPlace }: SaidOf): Person {
  if (stage !== undefined)
    return { ...person, stage, finalYear: finalYear ?? null, schoolPlace: schoolPlace ?? null }
  return {
    ...person,
    ...(finalYear === undefined ? {} : { finalYear }),
    ...(schoolPlace === undefined ? {} : { schoolPlace }),
  }
}

/** Whether a number of children is put in the place of one said before: 不对，是四个. */
export function correctsCount({ turn, session }: Scene): boolean {
  const text = turn.message.text.trim()
  const asksNumber = session.asking?.kind === 'fact' && NUMBERS.has(session.asking.fact)
  return !asksNumber && DENIAL.test(text) && bareCount(text) !== null
}

function bareCount(text: string): number | null {
  const [, count, countBo] = BARE_COUNT.exec(text.trim().replace(DENIAL, '')) ?? []
  return readNumber(count ?? '') ?? readTibetanNumber(countBo ?? '')
}

const BARE_COUNT =
  /^(?:就|只|总共|一共)?(?:有|是)?([0-9零一二两三四五六七八九十]{1,2})个?(?:娃|娃娃|孩子)?[。.!！]?$|^(?:ཕྲུ་གུ་|བྱིས་པ་)?([^་།\s]{2,8})་?(?:ཡོད|རེད|ཡིན)[་།\s]*$/u

const NUMBERS: ReadonlySet<FactName> = new Set(['person.birthDate', 'household.village.population'])

const DENIAL = /^(?:不是的?|不对|错了|མིན|མ་རེད|ནོར་སོང)[\s།་，,。]*/u
