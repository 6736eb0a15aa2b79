import { ageOn } from '../../policy/age.ts'
import { type Stage, STAGES } from '../../policy/facts.ts'
import type { Understanding } from '../../understanding/types.ts'
import type { ChildSaid } from '../hearing/children-in.ts'
import { tellsOfNow } from '../hearing/manner/schooling.ts'
import { corrects } from '../hearing/manner/turns.ts'
import { placeSaid } from '../persons/persons-meant.ts'
import { siblingSaid } from '../persons/siblings.ts'
import { type Param, say } from '../words/reply.ts'
import type { ChildTold, Session } from './session.ts'
import { factsSaid, forgetSomeone, tell, toldOf } from './told.ts'

/**
 * A stranger's session turned to the child a message speaks of: one told of before, by its place, as son or daughter, or
 * by its school; else another one. The facts of the child spoken of stand under '', those of the others are kept apart.
 */
export function turnedToChild(session: Session, heard: Understanding, text: string): Session {
  const named = calledIn(heard, text)
  const children = childrenOf(session)
  const found = placeAmong(children, session, heard, named, text)
  if (found === 'new') return children.length < MOST ? begun(session, children, named) : session
  const turned = found === session.child ? session : switched(session, found)
  const called = children.map((child, at) => (at === found ? merged(child, named) : child))
  const renewed = isOutdated(turned, heard) ? forgetSomeone(turned) : turned
  return { ...renewed, children: called }
}

/** A session that knows each of several children that one message tells of. */
export function withChildren(session: Session, children: readonly ChildSaid[], today: string): Session {
  const unasked = { ...session, asking: null }
  const known = children.reduce<Session>(
    (before, { heard, text }) => tell(turnedToChild(before, heard, text), SOMEONE, factsSaid(heard, today)),
    unasked,
  )
  return { ...known, asking: session.asking }
}

/** Whether one of several children that a stranger told of is at this stage. */
export function isOneAt(session: Session, stage: Stage | null): boolean {
  return stage !== null && session.children.length > 1 && atStage(session, stage) !== null
}

/** Whether a message turns to one child: by what it is called, or by a school that tells it from the others. */
export function callsOne(session: Session, heard: Understanding, text: string): boolean {
  return isNamed(calledIn(heard, text)) || (heard.stage !== null && session.children.length > 1)
}

/** The sessions of each child a stranger told of, each with that child's facts under ''. */
export function sessionsByChild(session: Session): readonly Session[] {
  if (session.children.length < 2) return [session]
  return session.children.map((_, at) => (at === session.child ? session : switched(session, at)))
}

/** What a stranger's child is called: by its place, as son or daughter, by its school, where several were told of. */
export function calledChild(session: Session): Param | null {
  const child = session.children[session.child]
  if (child === undefined || session.children.length < 2) return null
  const { relation, ordinal } = child
  if (ordinal !== null && ordinal in ORDINALS) return say(ORDINALS[ordinal] ?? 'conversation:who.child')
  const alike = session.children.filter((other) => other.relation === relation)
  if (relation !== null && alike.length === 1) return say(`conversation:who.${relation}`)
  const stage = toldOf(session, '').facts['person.stage'] ?? null
  return stage === null ? null : say('conversation:who.at', { stage: say(`policy:stage.${stage}`) })
}

/** Stands as the person last meant where a stranger's several children are meant together. */
export const ALL_CHILDREN = 'all'

/** Whether a stranger's several children are meant together. */
export function isOfAllChildren({ person, children }: Session): boolean {
  return person === ALL_CHILDREN && children.length > 1
}

const MOST = 12

const SOMEONE = ''

const UNNAMED: ChildTold = { relation: null, ordinal: null }

const ORDINALS: Readonly<
  Record<
    number,
    'conversation:who.first' | 'conversation:who.second' | 'conversation:who.third' | 'conversation:who.last'
  >
> = {
  1: 'conversation:who.first',
  2: 'conversation:who.second',
  3: 'conversation:who.third',
  [-1]: 'conversation:who.last',
}

function childrenOf({ children }: Session): readonly ChildTold[] {
  return children.length === 0 ? [UNNAMED] : children
}

const KIN: Readonly<Record<string, 'son' | 'daughter'>> = { male: 'son', female: 'daughter' }

function calledIn({ said }: Understanding, text: string): ChildTold {
  const place = said.person?.ordinal ?? placeSaid(text)
  const relation = KIN[siblingSaid(text)?.sex ?? 'none'] ?? said.person?.relation
  return {
    ordinal: place === 'middle' ? 2 : place,
    relation: relation === 'son' || relation === 'daughter' ? relation : null,
  }
}

function placeAmong(
  children: readonly ChildTold[],
  session: Session,
  heard: Understanding,
  named: ChildTold,
  text: string,
): number | 'new' {
  const current = session.child
  const child = children[current] ?? UNNAMED
  const isCorrection = heard.said.correction === true || corrects(text)
  if (siblingSaid(text) !== null && !isCorrection) return otherThan(children, current, named)
  const known = stageIn(session)
  const differs = heard.stage !== null && known !== null && heard.stage !== known
  const before = children.findIndex((one) => isCalled(one, named))
  if (before >= 0) return before
  const placed = placedAmong(session, named)
  if (placed !== null) return placed
  if (isNamed(named)) {
    const isFree = !isCalledOtherwise(child, named) && !differs
    const isOfAnother = heard.said.followUp === true && known !== null
    return isCorrection || (isFree && !isOfAnother) ? current : 'new'
  }
  if (isCorrection || (session.asking?.kind === 'fact' && !ANOTHER.test(text))) return current
  if (differs) return atStage(session, heard.stage) ?? (tellsOfNow(text) ? current : 'new')
  return isOfAnotherAge(session, heard) ? 'new' : current
}

// 他哥: never the child that was spoken of.
function otherThan(children: readonly ChildTold[], current: number, named: ChildTold): number | 'new' {
  const found = children.findIndex((child, at) => at !== current && !isCalledOtherwise(child, named))
  return found < 0 ? 'new' : found
}

// 小的 of children that were told of by their schools: whoever is at the lowest.
function placedAmong(session: Session, { ordinal }: ChildTold): number | null {
  const { children } = session
  if (ordinal === null || children.length < 2 || children.some((child) => child.ordinal !== null)) return null
  const stages = stagesByChild(session)
  const levels = stages.map((stage) => (stage === null ? -1 : STAGES.indexOf(stage)))
  if (stages.includes('not-in-school') || levels.includes(-1) || new Set(levels).size < levels.length)
    return null
  const eldestFirst = levels.toSorted((one, other) => other - one)
  const level = eldestFirst.at(ordinal > 0 ? ordinal - 1 : ordinal)
  return level === undefined ? null : levels.indexOf(level)
}

// 另一个上初中: one more, whatever was asked of the one before.
const ANOTHER = /^(?:还有)?(?:一个|另)|^(?:གཅིག|ཅིག་ཤོས|གཞན)/u

function isNamed({ relation, ordinal }: ChildTold): boolean {
  return relation !== null || ordinal !== null
}

// By its place where one is said, else as the son or the daughter.
function isCalled(child: ChildTold, named: ChildTold): boolean {
  if (named.ordinal !== null) return child.ordinal === named.ordinal
  return named.relation !== null && child.relation === named.relation
}

function isCalledOtherwise(child: ChildTold, named: ChildTold): boolean {
  const clash = (one: unknown, other: unknown) => one !== null && other !== null && one !== other
  return clash(child.ordinal, named.ordinal) || clash(child.relation, named.relation)
}

function stageIn(session: Session): Stage | null {
  return toldOf(session, '').facts['person.stage'] ?? null
}

// As `sessionsByChild` would have it, whose facts of each child lie apart.
function stagesByChild(session: Session): readonly (Stage | null)[] {
  if (session.children.length < 2) return [stageIn(session)]
  return session.children.map((_, at) =>
    at === session.child ? stageIn(session) : (toldOf(session, keyOf(at)).facts['person.stage'] ?? null),
  )
}

function atStage(session: Session, stage: Stage | null): number | null {
  const found = stagesByChild(session).indexOf(stage)
  return found < 0 ? null : found
}

// An age counts from a birthday made up of it, so only whole years apart tell two children apart.
function isOfAnotherAge(session: Session, { said: { age } }: Understanding): boolean {
  const born = toldOf(session, '').facts['person.birthDate'] ?? null
  if (age === undefined || born === null || session.usedOn === null) return false
  return Math.abs(ageOn(born, session.usedOn) - age) > 1
}

function isOutdated(session: Session, { stage }: Understanding): boolean {
  const known = stageIn(session)
  return stage !== null && known !== null && stage !== known
}

function merged(child: ChildTold, named: ChildTold): ChildTold {
  return { relation: named.relation ?? child.relation, ordinal: named.ordinal ?? child.ordinal }
}

function begun(session: Session, children: readonly ChildTold[], named: ChildTold): Session {
  const shelved = shelve(session)
  return { ...forgetSomeone(shelved), children: [...children, named], child: children.length }
}

function switched(session: Session, to: number): Session {
  const shelved = shelve(session)
  const own = shelved.told[keyOf(to)] ?? { facts: {}, skip: [] }
  const { facts, skip } = toldOf(forgetSomeone(shelved), '')
  const told = {
    ...shelved.told,
    '': { facts: { ...(facts as Record<string, string>), ...own.facts }, skip: [...skip, ...own.skip] },
  }
  return { ...shelved, told, child: to }
}

// What is of the household alone stays where it is.
function shelve(session: Session): Session {
  const { facts, skip } = session.told[''] ?? { facts: {}, skip: [] }
  const own = Object.entries(facts).filter(([name]) => name.startsWith('person.'))
  const shelf = { facts: Object.fromEntries(own), skip: skip.filter((name) => name.startsWith('person.')) }
  return { ...session, told: { ...session.told, [keyOf(session.child)]: shelf } }
}

/** The key of the child now spoken of; empty where a stranger told of one alone. */
export function childKey({ children, child }: Session): string {
  return children.length < 2 ? SOMEONE : keyOf(child)
}

function keyOf(child: number): string {
  return `child ${child}`
}
