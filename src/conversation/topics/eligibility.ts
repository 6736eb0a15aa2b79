import { TOPICS } from '../../policy/programmes/index.ts'
import type { Household, Person } from '../../register/household.ts'
import type { Topic } from '../../understanding/types.ts'
import { type Answer, answered, askAbout, caseOf, replyAsking } from '../answer.ts'
import { generalText, planFactLines } from '../benefits.ts'
import { answerLines } from '../explain.ts'
import { concernedBy } from '../people.ts'
import { type Line, say } from '../reply.ts'
import { factsFor, type Scene, SOMEONE } from '../scene.ts'

/** Whether, how much and why, for one topic: child by child from the record, or by what a stranger tells. */
export function answerTopic(scene: Scene, topic: Topic): Answer {
  if (scene.household === null) return answerSomeone(scene, topic, [])
  const persons = personsFor(scene, topic, scene.household)
  if (persons.length > 0) return answerPersons(scene, topic, persons)
  const unknown =
    scene.focus.persons === null ? say(`conversation:none.${topic}`) : say('conversation:none.person')
  return answerSomeone(scene, topic, [[unknown]])
}

function answerPersons(scene: Scene, topic: Topic, persons: readonly Person[]): Answer {
  const cases = persons.map((person) => caseOf(scene, person, TOPICS[topic]))
  const asks = persons.map((person) => askAbout(scene, person, TOPICS[topic]))
  const ask = asks.find((one) => one !== null) ?? null
  const lines = [...answerLines(cases), ...planFactLines(topic, scene.turn.today)]
  return {
    reply: replyAsking(lines, ask, persons.length > 1 ? 'many' : 'one'),
    remember: {
      about: 'programme',
      topic,
      person: persons[asks.indexOf(ask)]?.id ?? persons[0]?.id ?? null,
      asking: ask?.asking ?? null,
      answered: answered(cases, persons),
    },
  }
}

/** For someone the record does not show, and for strangers: what the plan says in general, then by what was told. */
function answerSomeone(scene: Scene, topic: Topic, intro: readonly Line[]): Answer {
  const answer = caseOf(scene, null, TOPICS[topic])
  const told = scene.household === null || isToldOf(scene)
  const ask = told ? askAbout(scene, null, TOPICS[topic]) : null
  const settled = told && ask === null
  const first = scene.heard.intent !== 'yes' && !scene.resumed
  const general: Line[] =
    settled || !first
      ? []
      : [[say('conversation:none.general')], [generalText(topic, scene.turn.today, scene.turn.book)]]
  const verdict = settled ? answerLines([answer]) : []
  const lines = [
    ...intro,
    ...verdict,
    ...general,
    ...(ask === null ? planFactLines(topic, scene.turn.today) : []),
  ]
  return {
    reply: settled
      ? {
          lines,
          closing: [[say('conversation:answer.told', { office: answer.subject.office })]],
          span: 'one',
        }
      : replyAsking(lines, ask, 'one'),
    remember: {
      about: 'programme',
      topic,
      person: scene.session.person,
      asking: ask?.asking ?? null,
      answered: told ? answered([answer], [null]) : null,
    },
  }
}

function personsFor({ focus, turn }: Scene, topic: Topic, household: Household): readonly Person[] {
  if (focus.persons !== null) return focus.persons
  const concerned = concernedBy(topic, household, turn.today)
  const atStage = concerned.filter(({ stage }) => stage === focus.stage)
  return atStage.length > 0 ? atStage : concerned
}

function isToldOf(scene: Scene): boolean {
  const facts = factsFor({ ...scene, household: null }, null)
  return (facts['person.stage'] ?? facts['person.occupation']) != null || scene.session.person === SOMEONE
}
