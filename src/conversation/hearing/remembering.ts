import type { Facts } from '../../policy/facts.ts'
import type { Household } from '../../register/household.ts'
import type { Stage, Understanding } from '../../understanding/types.ts'
import { siblingSaid } from '../persons/siblings.ts'
import { ALL_CHILDREN, callsOne, isOneAt, turnedToChild, withChildren } from '../session/children-told.ts'
import type { Session } from '../session/session.ts'
import { factsSaid, forgetSomeone, isAim, tell, toldOf } from '../session/told.ts'
import type { Turn } from '../turn.ts'
import { type ChildSaid, childrenIn } from './children-in.ts'
import { notLastYear } from '../../understanding/earlier-years.ts'
import { meansAll } from './manner/whom.ts'

/** A session with what a message tells: a stranger's facts gather over the talk, child by child; beside a record they are only this message's. */
export function remembering(
  { session, today, message }: Turn,
  heard: Understanding,
  household: Household | null,
): Session {
  const before = toldOf(session, '').facts['person.stage'] ?? null
  const isNow =
    isOneAt(session, heard.stage) ||
    siblingSaid(message.text) !== null ||
    isOfNow(heard, message.text, session, before)
  const ofNow = isNow ? heard : placeless(heard)
  const said = factsSaid(ofNow, today)
  const several = household === null ? childrenIn(message.text) : []
  if (several.length > 0) return withSeveral(session, several, said, today)
  const known = withSubject(session, ofNow, message.text, household)
  const years = said['person.stage'] != null && notLastYear(message.text) ? { 'person.finalYear': false } : {}
  const person = household === null ? whoIsMeant(session, known, heard, message.text) : known.person
  return tell({ ...known, person }, '', { ...years, ...said })
}

// What is told of the household holds for each of them.
function withSeveral(session: Session, children: readonly ChildSaid[], said: Facts, today: string): Session {
  const known = { ...withChildren(session, children, today), person: ALL_CHILDREN }
  const shared = Object.entries(said).filter(([name]) => name.startsWith('household.'))
  return tell(known, '', Object.fromEntries(shared) as Facts)
}

// Of a stranger's several children one is meant where it is called, and all of them where the family is.
function whoIsMeant(before: Session, { children, person }: Session, heard: Understanding, text: string) {
  if (heard.said.person?.relation === 'self') return 'self'
  if (children.length < 2) return person
  if (before.asking?.kind !== 'fact' && callsOne(before, heard, text)) return null
  const isOfAll = heard.intent === 'ask-benefits' && heard.said.followUp !== true && before.asking === null
  return isOfAll || meansAll(heard, text) ? ALL_CHILDREN : person
}

// Of whom the facts of a message are: beside a record of nobody yet known, of a stranger's child that they fit.
function withSubject(
  session: Session,
  heard: Understanding,
  text: string,
  household: Household | null,
): Session {
  if (household === null) return turnedToChild(session, heard, text)
  const before = toldOf(session, '').facts['person.stage'] ?? null
  const another = heard.stage !== null && heard.stage !== before && before !== null
  return session.asking === null || another ? forgetSomeone(session) : session
}

// A stage that is aimed at, or the school that was finished, is not where somebody studies.
function isOfNow(heard: Understanding, text: string, { asking }: Session, before: Stage | null): boolean {
  const finished = asking?.kind === 'fact' && asking.fact === 'person.completed'
  return !isAim(heard, text, before) && (!finished || heard.stage === 'not-in-school')
}

function placeless(heard: Understanding): Understanding {
  const { schoolPlace: _, finalYear: __, ...said } = heard.said
  return { ...heard, stage: null, said }
}
