import { type FactName, FACT_NAMES, type Facts, type Stage, STAGES } from '../../policy/facts.ts'
import { type Household, isStale, type Person } from '../../register/household.ts'
import type { Understanding } from '../../understanding/types.ts'
import { isQuestion } from '../hearing/manner/questions.ts'
import { notLastYear } from '../../understanding/earlier-years.ts'
import { namesAim, putsRight, saysStudies, tellsOfNow } from '../hearing/manner/schooling.ts'
import type { Session, Told } from './session.ts'

const NOTHING: Told = { facts: {}, skip: [] }

/** What was told of a person in this talk. */
export function toldOf(session: Session, person: string): Told {
  const told = session.told[person]
  if (told === undefined) return NOTHING
  if (isOfFacts(told)) return told
  const facts = Object.entries(told.facts).filter(([name]) => isFactName(name))
  return { facts: Object.fromEntries(facts) as Facts, skip: told.skip.filter(isFactName) }
}

// The session's reader checked shapes; each value was stored under the name of its own fact. Only a release of before
// may have known other facts.
function isOfFacts(told: Session['told'][string]): told is Session['told'][string] & Told {
  for (const name in told.facts) if (!isFactName(name)) return false
  return told.skip.every(isFactName)
}

/** A session that also knows these facts of a person. What is told of the household is kept with nobody's name. */
export function tell(session: Session, person: string, facts: Facts): Session {
  const said = Object.entries(facts)
  if (said.length === 0) return session
  const told = { ...session.told }
  for (const [name, value] of said) {
    const owner = name.startsWith('household.') ? '' : person
    const before = told[owner] ?? { facts: {}, skip: [] }
    told[owner] = {
      facts: { ...before.facts, [name]: value ?? null },
      skip: before.skip.filter((one) => one !== name),
    }
  }
  return { ...session, told }
}

/** A session that knows no more what was told of this fact, nor that it could not be said. */
export function untell(session: Session, person: string, fact: FactName): Session {
  const owner = fact.startsWith('household.') ? '' : person
  const before = session.told[owner] ?? { facts: {}, skip: [] }
  const facts = Object.fromEntries(Object.entries(before.facts).filter(([name]) => name !== fact))
  const skipped = before.skip.filter((one) => one !== fact)
  return { ...session, told: { ...session.told, [owner]: { facts, skip: skipped } } }
}

/** A session that knows the family cannot say this fact. */
export function skip(session: Session, person: string, fact: FactName): Session {
  const owner = fact.startsWith('household.') ? '' : person
  const before = session.told[owner] ?? { facts: {}, skip: [] }
  return { ...session, told: { ...session.told, [owner]: { ...before, skip: [...before.skip, fact] } } }
}

/** A session that knows of the household what it knew, and of the nameless person nothing. */
export function forgetSomeone(session: Session): Session {
  const { facts, skip: skipped } = toldOf(session, '')
  const household = (name: string) => name.startsWith('household.')
  const kept = Object.fromEntries(Object.entries(facts).filter(([name]) => household(name)))
  return {
    ...session,
    told: { ...session.told, '': { facts: kept as Record<string, string>, skip: skipped.filter(household) } },
  }
}

/** The facts a message says by itself. An age stands as a birthday today, which gives the same full years; a birth date is surer. */
export function factsSaid(heard: Understanding, today: string): Facts {
  const { stage, county, said } = heard
  const year = said.age === undefined ? null : Number(today.slice(0, 4)) - said.age
  const facts: Known = {}
  put(facts, 'person.stage', isFinished(heard) ? null : stage)
  put(facts, 'household.county', county)
  put(facts, 'household.registered', said.registered)
  put(facts, 'household.rural', said.rural)
  put(facts, 'person.finalYear', said.finalYear)
  put(facts, 'person.schoolPlace', said.schoolPlace)
  put(facts, 'person.completed', said.completed)
  put(facts, 'person.occupation', said.occupation)
  put(facts, 'person.birthDate', year === null ? null : `${year}${today.slice(4)}`)
  if (said.born !== undefined && said.born <= today) put(facts, 'person.birthDate', said.born)
  return facts
}

/** What is told of a school with it: the stage, whether it is the last year (高一 is none), and where it is. */
export function schoolTold({ stage, said }: Understanding, text: string): Facts {
  return {
    'person.stage': stage,
    'person.finalYear': notLastYear(text) ? false : (said.finalYear ?? null),
    'person.schoolPlace': said.schoolPlace ?? null,
  }
}

/** Whether the school named is one that was finished; routes begin there all the same. */
export function isFinished({ intent, stage, said: { completed } }: Understanding): boolean {
  if (completed === undefined || stage === null || intent === 'ask-routes') return false
  return (
    stage === completed ||
    (completed === 'higher' &&
      STAGES.indexOf(stage) >= STAGES.indexOf('higher-vocational') &&
      stage !== 'not-in-school')
  )
}

/** Whether a stage named is where somebody wants to go, whose present stage was told before. */
export function isAim(heard: Understanding, text: string, told: Stage | null): boolean {
  const { intent, stage } = heard
  if (stage === null) return false
  if (intent === 'ask-routes') return namesAim(heard, text)
  const isTold = tellsOfNow(text) || ((saysStudies(text) || putsRight(text)) && !isQuestion(text))
  if (told === null || isTold) return false
  return STAGES.indexOf(stage) > STAGES.indexOf(told) && stage !== 'not-in-school'
}

/** A household with what was told of it where its record is silent, or where its school facts are of an earlier year. */
export function withTold(household: Household, told: (person: string) => Told, today: string): Household {
  const own = told('').facts
  return {
    ...household,
    rural: household.rural ?? own['household.rural'] ?? null,
    village: {
      ...household.village,
      poor: household.village.poor ?? own['household.village.poor'] ?? null,
      population: household.village.population ?? own['household.village.population'] ?? null,
    },
    persons: household.persons.map((person) => withToldOf(person, told(person.id).facts, today)),
  }
}

function withToldOf(person: Person, facts: Facts, today: string): Person {
  const recorded =
    facts['person.stage'] != null && isStale(person, today) ? outdated(person, facts['person.stage']) : person
  return {
    ...recorded,
    birthDate: recorded.birthDate ?? facts['person.birthDate'] ?? null,
    stage: recorded.stage ?? facts['person.stage'] ?? null,
    finalYear: recorded.finalYear ?? facts['person.finalYear'] ?? null,
    schoolPlace: recorded.schoolPlace ?? facts['person.schoolPlace'] ?? null,
    completed: recorded.completed ?? facts['person.completed'] ?? null,
    occupation: recorded.occupation ?? facts['person.occupation'] ?? null,
  }
}

// The stage was just confirmed: the same school may still be where it was, but a year on nobody is in the year they were.
function outdated(person: Person, stage: Facts['person.stage']): Person {
  const same = person.stage === stage
  return {
    ...person,
    stage: null,
    finalYear: null,
    schoolPlace: same ? person.schoolPlace : null,
    completed: same ? person.completed : null,
  }
}

type Known = { -readonly [Name in FactName]?: Facts[Name] }

// A fact that nobody said is no fact of a talk.
function put<Name extends FactName>(facts: Known, name: Name, value: Facts[Name]): void {
  if (value !== null && value !== undefined) facts[name] = value
}

function isFactName(name: string): name is FactName {
  return NAMES.has(name)
}

const NAMES: ReadonlySet<string> = new Set(FACT_NAMES)
