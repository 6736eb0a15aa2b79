import type { FactName } from '../../policy/facts.ts'
import { TOPICS } from '../../policy/programmes/index.ts'
import { factsOf, type Household, type Person } from '../../register/household.ts'
import type { Topic } from '../../understanding/types.ts'
import { leadsTo } from '../reckoning/ahead.ts'
import {
  type Answer,
  answered,
  askAbout,
  askedOf,
  askFirst,
  caseOf,
  replyAsking,
  replyEnding,
  spokenOf,
} from '../answer.ts'
import { generalLine, planFactLines } from '../words/general.ts'
import { endedTexts } from '../words/ended.ts'
import { answerLines, withoutYes } from '../words/explain.ts'
import { asksMoney, type MoneyAsked, sumAsked } from '../hearing/manner/money.ts'
import { isQuestion } from '../hearing/manner/questions.ts'
import { asksOfVillage, asksWhenBuilt } from '../hearing/manner/schooling.ts'
import { refusedLines } from '../words/refusals.ts'
import { childrenOf, concernedBy, isYoung } from '../persons/people.ts'
import { programmesAbout } from '../reckoning/programmes.ts'
import type { Case } from '../words/reasons.ts'
import type { Ask } from '../asking/questions.ts'
import { type Line, say } from '../words/reply.ts'
import { factsFor, officeFor, type Scene, standingText } from '../scene.ts'
import { moneyAskedIn } from '../money-asked.ts'
import { settledIn } from '../settled.ts'
import { firstAndNoYes, silenceFirst, silenceOn } from './silences.ts'
import { toldChanges } from '../telling.ts'
import { openYears } from '../words/totals.ts'

/** Whether, how much and why, for one topic: child by child from the record, or by what a stranger tells. */
export function answerTopic(scene: Scene, topic: Topic): Answer {
  if (scene.household === null) return answerStranger(scene, topic)
  const persons = personsFor(scene, topic, scene.household)
  return persons.length === 0 ? answerNobody(scene, topic) : answerPersons(scene, topic, persons)
}

function answerPersons(scene: Scene, topic: Topic, persons: readonly Person[]): Answer {
  const programmes = (person: Person) => programmesAbout([topic], factsFor(scene, person))
  const determined = persons.map((person) => caseOf(scene, person, programmes(person)))
  const cases = withoutElders(scene, determined, persons)
  const asked = askFirst(scene, persons, determined)
  const ask = asked?.ask ?? null
  return {
    reply: replyAsking(
      [
        ...endedFirst(scene, cases, (inForce) => topicLines(scene, topic, inForce, ask)),
        ...planFactLines(topic, scene.turn.today),
      ],
      ask,
      persons.length > 1 ? 'many' : 'one',
    ),
    remember: {
      about: 'programme',
      topic,
      person: spokenOf(persons, asked?.person),
      asking: ask?.asking ?? null,
      answered: answered(cases, persons),
    },
    changes: toldChanges(scene, cases, persons),
    determinations: settledIn(cases),
  }
}

// Who asks for money where the plan gives none is not to read "yes".
function topicLines(scene: Scene, topic: Topic, cases: readonly Case[], ask: Ask | null): readonly Line[] {
  const { text } = scene.turn.message
  const of = moneyAskedIn(scene)
  const lines = answerLines(cases, askedOf(ask), of)
  const silence = silenceOn(scene, topic, [])
  if (silence !== null) return firstAndNoYes([silence], lines)
  if (topic === 'kindergarten' && (asksOfVillage(text) || asksWhenBuilt(text)))
    return villageAlone(cases, askedOf(ask), of)
  if (topic === 'training' && !asksMoney(text)) return givenFirst(cases, askedOf(ask), of)
  if (topic !== 'compulsory' || !asksMoney(text) || !isQuestion(text)) return lines
  return noMoney(lines)
}

// Who asks for a kindergarten in the village asks for no money: 我们村没有幼儿园.
function villageAlone(cases: readonly Case[], asked: FactName | null, of: MoneyAsked): readonly Line[] {
  const promised = cases.map((one) => ({
    ...one,
    determinations: one.determinations.filter(({ programme }) => programme === 'village-kindergarten'),
    later: [],
  }))
  return withoutYes(answerLines(promised, asked, of))
}

// Who would learn a trade asks for no money: what is open to them comes before what is only for school leavers (两后生).
function givenFirst(cases: readonly Case[], asked: FactName | null, of: MoneyAsked): readonly Line[] {
  const parts = (wanted: (outcome: string) => boolean) =>
    cases.map((one) => ({
      ...one,
      determinations: one.determinations.filter(({ outcome }) => wanted(outcome)),
    }))
  return [
    ...answerLines(
      parts((outcome) => outcome !== 'ineligible'),
      asked,
      of,
    ),
    ...refusedLines(parts((outcome) => outcome === 'ineligible')),
  ]
}

/** An answer to who asks for money where the plan gives pupils none: that comes first, and no "yes". */
export function noMoney(lines: readonly Line[]): readonly Line[] {
  return firstAndNoYes([say('conversation:answer.no-money')], lines)
}

// Who asks for what has ended is told that first, and reads no "yes" because of something else.
function endedFirst(
  { turn }: Scene,
  cases: readonly Case[],
  linesOf: (inForce: readonly Case[]) => readonly Line[],
): readonly Line[] {
  const asked = cases.flatMap(({ determinations }) => determinations.map(({ programme }) => programme))
  const ended = endedTexts([...new Set(asked)], turn)
  if (ended.length === 0) return linesOf(cases)
  // Of what is not in force nothing is given.
  const inForce = cases.map((one) => ({
    ...one,
    determinations: one.determinations.filter(({ benefit }) => benefit !== null),
  }))
  return firstAndNoYes(ended, linesOf(inForce))
}

// Beside the young, their elders' refusals are told to nobody who asks.
function withoutElders({ turn }: Scene, cases: readonly Case[], persons: readonly Person[]): readonly Case[] {
  if (!persons.some((person) => isYoung(person, turn.today))) return cases
  return cases.map((one, index) => {
    const person = persons[index]
    if (person === undefined || isYoung(person, turn.today)) return one
    return { ...one, determinations: one.determinations.filter(({ outcome }) => outcome !== 'ineligible') }
  })
}

// The record shows nobody whom the topic concerns: what the plan says to whom it does, and how to have the record looked at.
function answerNobody(scene: Scene, topic: Topic): Answer {
  const { focus, household, turn } = scene
  const isChildless = household !== null && childrenOf(household, turn.today).length === 0
  const nobody = say(`conversation:none.${focus.persons === null || isChildless ? topic : 'person'}`)
  const lines = [
    [nobody],
    [say('conversation:none.general')],
    generalLine(topic, turn.today, turn.book),
    ...standingLine(scene),
    [say('conversation:standing.review', { missing: say('conversation:word.missing') })],
    ...planFactLines(topic, turn.today),
  ]
  return {
    reply: { lines: silenceFirst(scene, topic, [], lines), span: 'one' },
    remember: { about: 'programme', topic, person: null, answered: null },
  }
}

// Whoever is no poor household by the record is not to read the rule as theirs.
function standingLine(scene: Scene): readonly Line[] {
  const { household, turn } = scene
  const [anybody] = household?.persons ?? []
  if (household === null || anybody === undefined) return []
  const isPoor = factsOf(household, anybody, turn.today, turn.book)['household.registered']
  return isPoor === true ? [] : [[standingText(scene, household)]]
}

// First what the plan says in general; then one question after the other, and the answer once no question is left that matters.
function answerStranger(scene: Scene, topic: Topic): Answer {
  const { today } = scene.turn
  const programmes = programmesAbout([topic], factsFor(scene, null))
  const answer = caseOf(scene, null, programmes)
  const ask = askAbout(scene, null, answer)
  const remember: Answer['remember'] = {
    about: 'programme',
    topic,
    person: scene.session.person,
    asking: ask?.asking ?? null,
    answered: answered([answer], [null]),
  }
  if (ask !== null)
    return {
      reply: replyAsking(scene.resumed ? [] : generalLines(scene, topic, answer), ask, 'one'),
      remember,
      determinations: settledIn([answer]),
    }
  return {
    reply: replyEnding(
      [
        ...endedFirst(scene, [answer], (inForce) => answerLines(inForce, null, moneyAskedIn(scene))),
        ...planFactLines(topic, today),
      ],
      [[say('conversation:answer.told', { office: officeFor(scene) })]],
      'one',
    ),
    remember,
    determinations: settledIn([answer]),
  }
}

// A year's sum is no answer to who asks what several years come to.
function generalLines({ turn }: Scene, topic: Topic, { determinations, later }: Case): readonly Line[] {
  const given = [...determinations, ...later.map(({ determination }) => determination)]
  const years = sumAsked(turn.message.text) === 'years' ? openYears(given) : []
  return [generalLine(topic, turn.today, turn.book), ...years]
}

// Those at the stage that was named, those concerned, or else those whom their schooling leads there.
function personsFor(scene: Scene, topic: Topic, household: Household): readonly Person[] {
  const { focus, turn } = scene
  if (focus.persons !== null) return focus.persons
  const concerned = concernedBy(topic, household, turn.today)
  const atStage = concerned.filter(({ stage }) => stage === focus.stage)
  if (atStage.length > 0) return atStage
  if (concerned.length > 0) return concerned
  return childrenOf(household, turn.today).filter((person) =>
    TOPICS[topic].some((programme) => leadsTo(programme, factsFor(scene, person), turn.today)),
  )
}
