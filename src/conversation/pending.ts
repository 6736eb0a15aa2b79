import { LANGUAGES, textsIn } from '../i18n/texts.ts'
import { readAnswer } from '../understanding/answer.ts'
import { type Intent, type Language, TOPICS } from '../understanding/types.ts'
import { CONFIDENT } from '../understanding/understand.ts'
import { type Answer, speak } from './answer.ts'
import { answerIntent, resume } from './intents.ts'
import { hear, sceneOf, sceneWith } from './listen.ts'
import { headCalled } from './people.ts'
import { askFact, readFact } from './questions.ts'
import { say } from './reply.ts'
import { type Scene, subjectFor } from './scene.ts'
import type { Asking } from './session.ts'
import { factsSaid, skip, tell } from './told.ts'
import { addToCase } from './topics/cases.ts'
import { answerTopic } from './topics/eligibility.ts'
import { menu } from './topics/help.ts'
import { erase, setLanguage } from './topics/settings.ts'

/** Reads a message as the answer to what was asked; null where it is something else, to be taken for itself. */
export function answerPending(scene: Scene, asking: Asking): Answer | null {
  switch (asking.kind) {
    case 'fact':
      return isQuestion(scene) ? null : answerFact(scene, asking)
    case 'menu':
      return chooseTopic(scene)
    case 'language':
      return chooseLanguage(scene)
    case 'household':
      return chooseHousehold(scene, asking)
    case 'erase':
      return confirmErase(scene)
    case 'case':
      return isMoreOfTheSame(scene) ? addToCase(scene, asking.reference) : null
  }
}

type FactAsking = Extract<Asking, { kind: 'fact' }>

function answerFact(scene: Scene, asking: FactAsking): Answer | null {
  const { text } = scene.turn.message
  const read = readFact(text, asking, scene.turn.today) ?? (saysAnotherFact(scene) ? {} : null)
  if (read === null) return repeat(scene, asking)
  const { person, fact } = asking
  const session = read === 'dont-know' ? skip(scene.session, person, fact) : tell(scene.session, person, read)
  const known = sceneWith(scene, { ...session, asking: null })
  const persons = known.household?.persons.filter(({ id }) => id === person) ?? []
  const focus = {
    topic: session.topic,
    stage: null,
    persons: persons.length === 0 ? null : persons,
    isNamed: false,
  }
  const answer = resume({ ...known, focus, resumed: true })
  return { ...answer, remember: { told: session.told, ...answer.remember } }
}

// Asked once more, with the numbers; then whatever it is, is taken for itself.
function repeat(scene: Scene, asking: FactAsking): Answer | null {
  if (asking.tries > 0 || isClear(scene)) return null
  const person = scene.household?.persons.find(({ id }) => id === asking.person) ?? null
  const ask = askFact(asking.fact, asking.person, subjectFor(scene, person).who, asking.options)
  return {
    reply: {
      lines: [[say('conversation:ask.again')]],
      closing: [ask.line],
      choices: ask.choices,
      span: 'one',
    },
    remember: { asking: { ...asking, tries: asking.tries + 1 } },
  }
}

function chooseTopic(scene: Scene): Answer | null {
  const options = TOPICS.map((topic) => ({
    id: topic,
    words: LANGUAGES.map((language) => textsIn(language)(`policy:topic.${topic}.name`)),
  }))
  if (!/^[\s\p{N}\p{P}]+$/u.test(scene.turn.message.text) && isClear(scene)) return null
  const answer = readAnswer(scene.turn.message.text, { kind: 'choice', options })
  const topic = TOPICS.find((one) => answer !== null && answer !== 'dont-know' && answer.value === one)
  return topic === undefined
    ? null
    : answerTopic({ ...scene, focus: { topic, stage: null, persons: null, isNamed: true } }, topic)
}

function chooseLanguage(scene: Scene): Answer | null {
  const answer = readAnswer(scene.turn.message.text, {
    kind: 'choice',
    options: LANGUAGES.map((id) => ({ id, words: [] })),
  })
  const language = LANGUAGES.find((one) => answer !== null && answer !== 'dont-know' && answer.value === one)
  return language === undefined ? null : greetIn(language)
}

function greetIn(language: Language): Answer {
  const greeting = menu(say('conversation:greeting'))
  return { ...setLanguage(language), reply: greeting.reply, remember: { ...greeting.remember, language } }
}

/** Which of several households: by its head's name alone, and none is ever listed. Then what was asked is answered. */
function chooseHousehold(scene: Scene, asking: Extract<Asking, { kind: 'household' }>): Answer | null {
  const [one, ...others] = headCalled(scene.turn.households, scene.turn.message.text)
  if (one !== undefined && others.length === 0) return answerFor(scene, asking.text, one.id)
  if (isClear(scene)) return null
  if (asking.tries === 0)
    return {
      ...speak([say('conversation:household.not-found')]),
      remember: { asking: { ...asking, tries: 1 } },
    }
  return { ...speak([say('conversation:household.give-up')]), remember: { household: '', asking: null } }
}

function answerFor(scene: Scene, text: string, household: string): Answer {
  const session = { ...scene.session, household, asking: null }
  const turn = { ...scene.turn, session, message: { ...scene.turn.message, text } }
  const answer = answerIntent(sceneOf(turn, hear(text, null), scene.language))
  return { ...answer, remember: { told: session.told, ...answer.remember, household } }
}

// Only a clear yes erases: a yes that is one by every reading, or the number that was offered for it.
function confirmErase({ heard, turn }: Scene): Answer {
  const chosen = readAnswer(turn.message.text, { kind: 'choice', options: [{ id: 'yes', words: [] }] })
  return erase(
    heard.intent === 'yes' || (chosen !== null && chosen !== 'dont-know' && chosen.value === 'yes'),
  )
}

// What follows a report and asks nothing new belongs to it.
function isMoreOfTheSame({ heard }: Scene): boolean {
  return (
    heard.confidence < CONFIDENT ||
    heard.intent === 'out-of-scope' ||
    heard.intent === 'report-misuse' ||
    heard.intent === 'report-missing'
  )
}

// Asked for one thing, people often tell another; it is remembered already, and the question comes again if it still matters.
function saysAnotherFact({ heard, turn }: Scene): boolean {
  return heard.intent === 'out-of-scope' && Object.keys(factsSaid(heard, turn.today)).length > 0
}

function isClear({ heard }: Scene): boolean {
  return heard.confidence >= CONFIDENT && !UNCLEAR.has(heard.intent)
}

const UNCLEAR: ReadonlySet<Intent> = new Set(['yes', 'no', 'out-of-scope'])

const QUESTION =
  /[?？]|[吗呢]|多少|几[个岁年]?能|怎么|咋|为什么|为啥|什么|啥|能不能|哪些|ག་ཚོད|ཇི་ལྟར|ཅི་ཞིག|ཅིའི་ཕྱིར|གང་ཡོད|[ངནམརལས]་?ནམ(?=[་།\s]|$)|ངམ(?=[་།\s]|$)/u

// "中职能免学费吗" is no answer to "which school": a clear question is taken for itself.
function isQuestion(scene: Scene): boolean {
  const { heard, turn } = scene
  return isClear(scene) && heard.said.dontKnow !== true && QUESTION.test(turn.message.text)
}
