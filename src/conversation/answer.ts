import type { ProgrammeId } from '../policy/programmes/index.ts'
import { determineThese } from '../policy/determine.ts'
import { inquire } from '../policy/inquire.ts'
import type { FactName } from '../policy/facts.ts'
import { schoolYearOf } from '../policy/school-year.ts'
import type { Person } from '../register/household.ts'
import type { Intent } from '../understanding/types.ts'
import { laterOf } from './reckoning/ahead.ts'
import type { Case } from './words/reasons.ts'
import { isYoung, mayBeAtSchool } from './persons/people.ts'
import { type Ask, askFact, nextStages } from './asking/questions.ts'
import { type Line, type Reply, say } from './words/reply.ts'
import { factsFor, isUnconfirmed, type Scene, skippedFor, SOMEONE, subjectFor, whoFor } from './scene.ts'
import type { Session } from './session/session.ts'
import type { ToldRoutes } from './routes/told.ts'
import type { Change, Settled } from './turn.ts'

/** What a topic makes of a turn: what to say, what to remember, what to change. No reply is silence. */
export type Answer = {
  readonly reply: Reply | null
  readonly remember?: Partial<Session>
  readonly changes?: readonly Change[]
  /** What it rests on. */
  readonly determinations?: readonly Settled[]
  /** Ways told in words that a chat also shows as pictures. */
  readonly routes?: readonly ToldRoutes[]
  /** What the message was for, where it answered a question of ours: by itself it may mean nothing. */
  readonly continues?: Intent
}

/** An answer of these lines alone. */
export function speak(...lines: readonly Line[]): Answer {
  return { reply: { lines, span: 'one' } }
}

/** What some programmes give a person of the record, or (null) the someone who was told of. */
export function caseOf(scene: Scene, person: Person | null, programmes: readonly ProgrammeId[]): Case {
  const { today, book } = scene.turn
  const facts = factsFor(scene, person)
  const determinations = determineThese(programmes, facts, today, book)
  return {
    subject: subjectFor(scene, person, facts),
    determinations,
    later: laterOf(determinations, facts, today, book),
  }
}

/**
 * The one question worth asking about a person of whom this was determined: whether an old record still holds, where one is
 * at school of whom no record tells, else the fact that settles most.
 */
export function askAbout(scene: Scene, person: Person | null, determined: Case): Ask | null {
  const school = person === null ? null : (askStillSo(scene, person) ?? askSchool(scene, person))
  if (school !== null) return school
  const fact = factToAsk(scene, determined, skippedFor(scene, person))
  return fact === null ? null : askFact(fact, person?.id ?? SOMEONE, determined.subject.who)
}

// Of whom the record tells no school, everything begins with that.
function askSchool(scene: Scene, person: Person): Ask | null {
  if (!mayBeAtSchool(person, scene.turn.today)) return null
  if (skippedFor(scene, person).includes('person.stage')) return null
  return askFact('person.stage', person.id, whoFor(scene, person))
}

/** Of several persons the first question that is worth asking, and of whom it is. */
export function askFirst(
  scene: Scene,
  persons: readonly Person[],
  determined: readonly Case[],
): { readonly ask: Ask; readonly person: Person } | null {
  for (const [at, person] of persons.entries()) {
    const one = determined[at]
    const ask = one === undefined ? null : askAbout(scene, person, one)
    if (ask !== null) return { ask, person }
  }
  return null
}

/** Whether a young person's school is still what an old record says; null where it is no old one, or nobody could say. */
export function askStillSo(scene: Scene, person: Person): Ask | null {
  const { stage } = person
  if (stage === null || !isUnconfirmed(scene, person) || !isYoung(person, scene.turn.today)) return null
  if (skippedFor(scene, person).includes('person.stage')) return null
  const who = whoFor(scene, person)
  const ask = askFact('person.stage', person.id, who, nextStages(stage, person.finalYear))
  const stale = say('conversation:answer.stale', { who, year: schoolYearOf(person.takenOn) })
  return { ...ask, line: [stale, ...ask.line] }
}

// What is closed today is asked about as it will stand after the next step.
function factToAsk({ turn }: Scene, { subject, determinations, later }: Case, skip: readonly FactName[]) {
  const { today, book } = turn
  const open = openOf(determinations)
  const fact = open.length === 0 ? null : inquire(subject.facts, today, { programmes: open, skip, book })
  if (fact !== null) return fact
  for (const { step } of later) {
    const then = openOf(later.filter((one) => one.step === step).map(({ determination }) => determination))
    const facts = { ...subject.facts, ...step.facts }
    const next = then.length === 0 ? null : inquire(facts, today, { programmes: then, skip, book })
    if (next !== null) return next
  }
  return null
}

function openOf(determinations: Case['determinations']): readonly ProgrammeId[] {
  return determinations.flatMap(({ programme, outcome }) => (outcome === 'unknown' ? [programme] : []))
}

/** The fact a question asks for. */
export function askedOf(ask: Ask | null): FactName | null {
  return ask?.asking.kind === 'fact' ? ask.asking.fact : null
}

/** A reply of these lines that ends in a question, where there is one, else in what to do next. */
export function replyAsking(lines: readonly Line[], ask: Ask | null, span: Reply['span']): Reply {
  return ask === null
    ? replyEnding(lines, [], span)
    : { lines, closing: [ask.line], choices: ask.choices, span }
}

/** A reply that ends in what to do next, which never waits for "more", and in these lines. */
export function replyEnding(lines: readonly Line[], closing: readonly Line[], span: Reply['span']): Reply {
  const next = lines.filter(isNext)
  return { lines: lines.filter((line) => !isNext(line)), closing: [...next, ...closing], span }
}

function isNext([first]: Line): boolean {
  return first !== undefined && NEXT.test(first.key)
}

const NEXT = /^conversation:(?:answer\.(?:next|until|last-day)|status\.whom)/

/** Whom a follow-up means by "him": who was asked about, or the one person an answer was of. */
export function spokenOf(persons: readonly Person[], asked: Person | undefined): string | null {
  return asked?.id ?? (persons.length === 1 ? (persons[0]?.id ?? null) : null)
}

/** What "why" goes back to after an answer about these. */
export function answered(cases: readonly Case[], persons: readonly (Person | null)[]): Session['answered'] {
  return {
    programmes: [
      ...new Set(cases.flatMap(({ determinations }) => determinations.map(({ programme }) => programme))),
    ],
    persons: persons.map((person) => person?.id ?? SOMEONE),
  }
}
