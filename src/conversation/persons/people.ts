import { ageOn } from '../../policy/age.ts'
import type { Day, Stage } from '../../policy/facts.ts'
import type { Household, Person } from '../../register/household.ts'
import type { Topic } from '../../understanding/types.ts'
import type { Turn } from '../turn.ts'

/** Below this age someone out of school is still looked on as a young person with school ahead, not as a parent. */
const YOUNG_BELOW = 25

/** The young of a household, eldest first: those at school, and those not long out of it. */
export function childrenOf(household: Household, today: Day): readonly Person[] {
  return household.persons
    .filter((person) => isYoung(person, today))
    .toSorted((one, other) => ((one.birthDate ?? '9') < (other.birthDate ?? '9') ? -1 : 1))
}

/**
 * The persons a topic concerns, by stage, age and occupation, the young first. Who is not concerned is not spoken of.
 * Where nobody surely is, those whom it may concern: of an age for it, with no stage on record.
 */
export function concernedBy(topic: Topic, household: Household, today: Day): readonly Person[] {
  const persons = youngFirst(household, today)
  const surely = persons.filter((person) => CONCERNS[topic](person, today))
  return surely.length > 0 ? surely : persons.filter((person) => mayConcern(topic, person, today))
}

/** The topics that concern a person. */
export function topicsOf(person: Person, today: Day): readonly Topic[] {
  return TOPIC_ORDER.filter((topic) => CONCERNS[topic](person, today))
}

/** Whether nothing tells what concerns a person, as nobody knows where they are at school: that is open, and no refusal. */
export function isSchoolOpen(person: Person, today: Day): boolean {
  return person.stage === null && topicsOf(person, today).length === 0
}

/** Whether a young person's school is unknown at an age at which there may be one. */
export function mayBeAtSchool(person: Person, today: Day): boolean {
  if (!isSchoolOpen(person, today) || !isYoung(person, today)) return false
  return person.birthDate === null || topicsAtAge(ageOn(person.birthDate, today)).length > 0
}

/** Whether there is something to tell of a person, or to ask. */
export function mayBeConcerned(person: Person, today: Day): boolean {
  return topicsOf(person, today).length > 0 || mayBeAtSchool(person, today)
}

/** The topics that concern whoever is at this stage. */
export function topicsAt(stage: Stage): readonly Topic[] {
  return TOPIC_ORDER.filter(
    (topic) =>
      STAGES_OF[topic].includes(stage) ||
      (topic === 'secondary-vocational' && LEADING_TO_VOCATIONAL.includes(stage)),
  )
}

/** The topics that may concern somebody of this age, whose school nobody can say. */
export function topicsAtAge(age: number): readonly Topic[] {
  return TOPIC_ORDER.filter((topic) => {
    const [from, to] = topic === 'kindergarten' ? KINDERGARTEN_AGES : (AGES_OF[topic] ?? [1, 0])
    return age >= from && age <= to
  })
}

/** The households whose head a text names: the whole name, marks and spaces aside. */
function headCalled(households: readonly Household[], text: string): readonly Household[] {
  const called = comparable(text)
  return households.filter(({ persons }) =>
    persons.some(({ relation, name }) => relation === 'head' && isIn(called, comparable(name))),
  )
}

function isIn(called: string, name: string): boolean {
  return name !== '' && called.includes(name)
}

/** The one household whose head a message names; null for none and several, and once too many names were tried today. */
export function householdCalled({ households, message, links }: Turn): Household | null {
  const [one, ...others] = links.misnamed < MOST_MISNAMED ? headCalled(households, message.text) : []
  return one !== undefined && others.length === 0 ? one : null
}

const MOST_MISNAMED = 5

/** A household's persons, the young before their elders. */
export function youngFirst(household: Household, today: Day): readonly Person[] {
  const young = childrenOf(household, today)
  return [...young, ...household.persons.filter((person) => !young.includes(person))]
}

// A name as it is compared: no spaces, dots or Tibetan marks.
function comparable(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·•.་༌།]/gu, '')
    .toLowerCase()
}

const LEADING_TO_VOCATIONAL: readonly Stage[] = ['junior', 'not-in-school']

const STAGES_OF: Readonly<Record<Topic, readonly Stage[]>> = {
  kindergarten: ['preschool'],
  compulsory: ['primary', 'junior'],
  'secondary-vocational': ['secondary-vocational'],
  'higher-vocational': ['higher-vocational', 'secondary-vocational', 'senior'],
  loan: ['higher-vocational', 'undergraduate'],
  'special-plan': ['senior'],
  medical: ['senior'],
  training: ['not-in-school'],
  teacher: [],
}

/** From when to when a child is of an age for kindergarten, in full years. */
export const KINDERGARTEN_AGES = [3, 6] as const

const CONCERNS: Readonly<Record<Topic, (person: Person, today: Day) => boolean>> = {
  kindergarten: (person, today) =>
    at('kindergarten', person) || (mayBeSmall(person) && isAged(person, ...KINDERGARTEN_AGES, today)),
  compulsory: (person) => at('compulsory', person),
  'secondary-vocational': (person, today) =>
    at('secondary-vocational', person) ||
    (person.stage === 'junior' && person.finalYear !== false) ||
    (person.stage === 'not-in-school' && person.completed === 'junior' && isYoung(person, today)),
  'higher-vocational': (person) => at('higher-vocational', person),
  loan: (person) => at('loan', person),
  'special-plan': (person) => at('special-plan', person),
  medical: (person) => at('medical', person) || person.occupation === 'village-doctor',
  training: (person, today) =>
    at('training', person) && (person.birthDate === null || ageOn(person.birthDate, today) >= 16),
  teacher: (person) => person.occupation === 'rural-teacher' || person.occupation === 'retired-teacher',
}

/** The ages, both included, at which someone may be at a topic's stages. */
const AGES_OF: Readonly<Partial<Record<Topic, readonly [number, number]>>> = {
  compulsory: [6, 16],
  'secondary-vocational': [14, 20],
  'higher-vocational': [16, YOUNG_BELOW - 1],
  loan: [16, YOUNG_BELOW - 1],
  'special-plan': [15, 21],
  medical: [15, 21],
}

// A stage that the register does not tell is asked for, and never taken for another; nor is an age.
function mayConcern(topic: Topic, person: Person, today: Day): boolean {
  if (person.stage !== null || !isYoung(person, today)) return false
  const ages = topic === 'kindergarten' ? KINDERGARTEN_AGES : AGES_OF[topic]
  return ages !== undefined && (person.birthDate === null || isAged(person, ...ages, today))
}

const TOPIC_ORDER = Object.keys(CONCERNS) as readonly Topic[]

function at(topic: Topic, person: Person): boolean {
  return person.stage !== null && STAGES_OF[topic].includes(person.stage)
}

function mayBeSmall(person: Person): boolean {
  return person.stage === null || person.stage === 'not-in-school'
}

function isAged(person: Person, from: number, to: number, today: Day): boolean {
  if (person.birthDate === null) return false
  const age = ageOn(person.birthDate, today)
  return age >= from && age <= to
}

/** Whether school may still lie ahead: who studies, and who is not long grown up. */
export function isYoung(person: Person, today: Day): boolean {
  if (person.relation === 'head' || person.relation === 'spouse' || person.relation === 'child-in-law')
    return atSchool(person)
  if (person.birthDate !== null) return ageOn(person.birthDate, today) < YOUNG_BELOW || atSchool(person)
  return atSchool(person) || person.relation === 'child' || person.relation === 'grandchild'
}

function atSchool(person: Person): boolean {
  return person.stage !== null && person.stage !== 'not-in-school'
}
