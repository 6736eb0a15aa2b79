import type { Household, Person } from '../../register/household.ts'
import { readAnswer } from '../../understanding/answer.ts'
import { readNumber } from '../../understanding/numbers.ts'
import type { Intent } from '../../understanding/types.ts'
import { type Answer, caseOf, speak } from '../answer.ts'
import { hear, sceneOf } from '../hearing/listen.ts'
import { isClear } from '../hearing/manner/heard.ts'
import { dropsIt } from '../hearing/manner/turns.ts'
import { meansAll } from '../hearing/manner/whom.ts'
import { formsOf } from '../persons/names.ts'
import { topicsOf } from '../persons/people.ts'
import { personsMeant } from '../persons/persons-meant.ts'
import { programmesAbout } from '../reckoning/programmes.ts'
import { type Choice, type Line, say } from '../words/reply.ts'
import { factsFor, type Scene, whoFor } from '../scene.ts'
import type { Asking } from '../session/session.ts'

type PersonAsking = Extract<Asking, { kind: 'person' }>
type Answering = (scene: Scene) => Answer

/** Asks which of several persons is meant; null where one is, or where all of them would get the same answer. */
export function askWhich(scene: Scene): Answer | null {
  const { focus, heard } = scene
  if (focus.isOneOf !== true || focus.persons === null || !ASKED.has(heard.intent)) return null
  const answers = focus.persons.map((person) => answerOf(scene, person))
  return new Set(answers).size < 2 ? null : question(scene, focus.persons, [])
}

/** Asks which of these persons is spoken of; of too many to choose from, says `otherwise`. */
export function whichOf(scene: Scene, persons: readonly Person[], otherwise: Answer): Answer {
  return persons.length > MOST ? otherwise : question(scene, persons, [])
}

/** Reads who is meant, and answers what was asked of them; null where the message is something of its own. */
export function answerWhich(scene: Scene, asking: PersonAsking, answering: Answering): Answer | null {
  const { heard, household, turn } = scene
  if (dropsIt(turn.message.text)) return speak([say('conversation:dropped')])
  const asked = household?.persons.filter(({ id }) => asking.persons.includes(id)) ?? []
  const meant = household === null ? null : whoIn(scene, { ...household, persons: asked })
  if (meant !== null) return answerAbout(scene, asking.text, meant, answering)
  if (isClear(heard)) return null
  if (asking.tries === 0) {
    const again = question(scene, asked, [[say('conversation:ask.again')]])
    return { ...again, remember: { asking: { ...asking, tries: 1 } } }
  }
  return answerAbout(scene, asking.text, asked, answering)
}

const MOST = 8

const ASKED: ReadonlySet<Intent> = new Set(['ask-programme', 'ask-benefits', 'ask-routes', 'out-of-scope'])

// All that the answer depends on, as one text to compare.
function answerOf(scene: Scene, person: Person): string {
  const { topic } = scene.focus
  const topics = topic === null ? topicsOf(person, scene.turn.today) : [topic]
  const { determinations, later } = caseOf(scene, person, programmesAbout(topics, factsFor(scene, person)))
  const outcomes = determinations.map(({ programme, outcome, missing }) => [programme, outcome, missing])
  const ahead = later.map(({ determination }) => [determination.programme, determination.outcome])
  const stage = scene.heard.intent === 'ask-routes' ? [person.stage, person.finalYear] : []
  return JSON.stringify([outcomes, ahead, stage])
}

function question(scene: Scene, persons: readonly Person[], lines: readonly Line[]): Answer {
  const named = persons.map(
    (person, index): Choice => ({
      number: index + 1,
      label: 'conversation:who.named',
      params: { name: whoFor(scene, person) },
    }),
  )
  const all: Choice = { number: persons.length + 1, label: 'conversation:ask.which.all' }
  return {
    reply: {
      lines,
      closing: [[say('conversation:ask.which')]],
      choices: [...named, all],
      span: 'one',
    },
    remember: {
      asking: {
        kind: 'person',
        persons: persons.map(({ id }) => id),
        text: scene.turn.message.text.slice(0, 500),
        tries: 0,
      },
    },
  }
}

// By number, by name, by place, age or school; "both" and "I do not know" are all of them.
function whoIn({ heard, turn }: Scene, asked: Household): readonly Person[] | null {
  const { text } = turn.message
  const options = asked.persons.map(({ id, name }) => ({ id, words: formsOf(name) }))
  const chosen = readAnswer(text, { kind: 'choice', options: [...options, { id: ALL, words: [] }] })
  if (chosen === 'dont-know' || chosen?.value === ALL || meansAll(heard, text) || BOTH.test(text))
    return asked.persons
  const one = asked.persons.filter(({ id }) => id === chosen?.value)
  if (one.length > 0) return one
  const age = readNumber(text.replace(/[岁了。.]+$/u, ''))
  const said = age === null ? heard.said : { ...heard.said, age }
  const meant = personsMeant(asked, { heard: { ...heard, said }, text, today: turn.today })?.persons ?? []
  if (meant.length > 0) return meant
  const there = asked.persons.filter(({ stage }) => stage !== null && stage === heard.stage)
  return there.length > 0 ? there : null
}

const ALL = ' all'
const BOTH = /^(?:都|两个|俩|全|一起)|གཉིས་ཀ|ཚང་མ/u

function answerAbout(scene: Scene, text: string, persons: readonly Person[], answering: Answering): Answer {
  const ids = persons.map(({ id }) => id)
  const turn = {
    ...scene.turn,
    session: { ...scene.session, asking: null },
    message: { ...scene.turn.message, text },
  }
  const begun = sceneOf(turn, hear(text, null), scene.language, ids)
  const answer = answering(begun)
  return {
    ...answer,
    remember: { ...begun.session, asking: null, ...answer.remember },
    continues: begun.heard.intent === 'out-of-scope' ? 'ask-benefits' : begun.heard.intent,
  }
}
