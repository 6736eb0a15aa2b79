import type { ProgrammeId } from '../policy/programmes/index.ts'
import { determineOne } from '../policy/determine.ts'
import { inquire } from '../policy/inquire.ts'
import type { FactName } from '../policy/facts.ts'
import { schoolYearOf } from '../policy/school-year.ts'
import type { Person } from '../register/household.ts'
import type { Intent } from '../understanding/types.ts'
import { laterOf } from './reckoning/ahead.ts'
import type { Case } from './words/reasons.ts'
import { isYoung } from './persons/people.ts'
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
  const determinations = programmes.map((id) => determineOne(id, facts, today, book))
  return {
    subject: subjectFor(scene, person),
    determinations,
    later: laterOf(determinations, facts, today, book),
  }
}

/** The one question worth asking about a person: whether an old record still holds, else the fact that settles most. */
export function askAbout(
  scene: Scene,
  person: Person | null,
  programmes: readonly ProgrammeId[],
): Ask | null {
  const who = whoFor(scene, person)
  const id = person?.id ?? SOMEONE
  const skip = skippedFor(scene, person)
  if (
    person !== null &&
    person.stage !== null &&
    isYoung(person, scene.turn.today) &&
    isUnconfirmed(scene, person) &&
    !skip.includes('person.stage')
  ) {
    const ask = askFact('person.stage', id, who, nextStages(person.stage, person.finalYear))
    return {
      ...ask,
      line: [say('conversation:answer.stale', { who, year: schoolYearOf(person.takenOn) }), ...ask.line],
    }
  }
  const fact = factToAsk(scene, person, programmes, skip)
  return fact === null ? null : askFact(fact, id, who)
}

// What is closed today is asked about as it will stand after the next step.
function factToAsk(
  scene: Scene,
  person: Person | null,
  programmes: readonly ProgrammeId[],
  skip: readonly FactName[],
): FactName | null {
  const { today, book } = scene.turn
  const facts = factsFor(scene, person)
  const fact = inquire(facts, today, { programmes, skip, book })
  if (fact !== null) return fact
  const { later } = caseOf(scene, person, programmes)
  for (const { step } of later) {
    const then = later.filter((one) => one.step === step).map(({ determination }) => determination.programme)
    const next = inquire({ ...facts, ...step.facts }, today, { programmes: then, skip, book })
    if (next !== null) return next
  }
  return null
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
export function spokenOf(persons: readonly Person[], asks: readonly (Ask | null)[]): string | null {
  const asked = persons[asks.findIndex((ask) => ask !== null)]
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
