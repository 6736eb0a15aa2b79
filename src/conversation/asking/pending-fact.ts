import { CONTINUED } from '../session/about.ts'
import type { Facts } from '../../policy/facts.ts'
import { type Answer, speak } from '../answer.ts'
import { askedAgain } from './asked-again.ts'
import { resume } from '../resume.ts'
import { sceneWith } from '../hearing/listen.ts'
import { isClear } from '../hearing/manner/heard.ts'
import { asksMoney, asksOverYears } from '../hearing/manner/money.ts'
import { particularIn } from '../hearing/manner/particulars.ts'
import { asksPromise, isQuestion } from '../hearing/manner/questions.ts'
import { termAsked } from '../hearing/manner/terms.ts'
import { asksWhoWeAre } from '../hearing/manner/trust.ts'
import { dropsIt } from '../hearing/manner/turns.ts'
import { asksWhyAsked } from '../hearing/manner/why-asked.ts'
import { readFact } from './questions.ts'
import { takesBack } from '../hearing/mending.ts'
import { carried } from '../persons/focus.ts'
import { topicsAt } from '../persons/people.ts'
import { say } from '../words/reply.ts'
import type { Scene } from '../scene.ts'
import { tellsCount } from '../statements.ts'
import type { Intent } from '../../understanding/types.ts'
import type { FactAsking, Session } from '../session/session.ts'
import { goBack } from './taken-back.ts'
import { factsSaid, schoolTold, skip, tell } from '../session/told.ts'

/** Takes a message as the answer to a question about a fact, and goes on; null where it is a question or a wish of its own. */
export function answerFact(scene: Scene, asking: FactAsking): Answer | null {
  const { text } = scene.turn.message
  if (dropsIt(text)) return speak([say('conversation:dropped')])
  // "中职能免学费吗" is no answer to "which school": a clear question is taken for itself.
  if (isClear(scene.heard) && scene.heard.said.dontKnow !== true && isQuestion(text)) return null
  // 四年一共多少, asked beside a question of ours, answers none.
  if (asksOverYears(text) || asksPromise(text) || asksWhoWeAre(text) || asksWhyAsked(text)) return null
  if (termAsked(text) !== null || particularIn(text) !== null) return null
  // 那儿子呢 turns to another child: it is no answer about this one.
  const isOfAnother = scene.focus.persons?.every(({ id }) => id !== asking.person) ?? false
  const isOnlyNamed =
    text.length <= LONGEST_NAME && Object.keys(factsSaid(scene.heard, scene.turn.today)).length === 0
  const turnsAway = scene.heard.said.followUp === true && isQuestion(text)
  if (isOfAnother && (turnsAway || isOnlyNamed)) return null
  const read = factRead(scene, asking)
  if (read === null && takesBack(text)) return goBack(scene)
  // 有补助吗 goes on asking.
  if (read === null && asksMoney(text) && isQuestion(text)) return null
  // What tells of something else may go on telling: the third time, the question is let go.
  if (read !== null && (read === 'dont-know' || Object.keys(read).length > 0 || asking.tries === 0))
    return goOn(scene, asking, read)
  if (isClear(scene.heard)) return null
  // Asked twice in vain, it stays unknown: the talk goes on.
  return asking.tries > 0 ? goOn(scene, asking, 'dont-know') : repeat(scene, asking)
}

const LONGEST_NAME = 16

// The words that tell the fact itself count before a word that happens to be among the choices: 初中没读完.
function factRead(scene: Scene, asking: FactAsking): Facts | 'dont-know' | null {
  const { heard, turn } = scene
  const said = factsSaid(heard, turn.today)
  const own = asking.fact === 'person.birthDate' ? null : (said[asking.fact] ?? null)
  if (own !== null && asking.fact === 'person.stage')
    return { ...schoolTold(heard, turn.message.text), 'person.stage': heard.stage }
  if (own !== null) return { [asking.fact]: own } as Facts
  // 不是高中是中职 mends what was told before: it is no answer of no.
  if (heard.said.correction === true && Object.keys(said).length > 0) return said
  const read = readFact(turn.message.text, asking, turn.today)
  if (read !== null) return read
  // Asked for one thing, people often tell another: it is remembered already, and what still matters is asked.
  const isOwn = isClear(scene.heard) && heard.intent !== 'greeting'
  return Object.keys(said).length > 0 && !isOwn ? {} : null
}

function goOn(scene: Scene, asking: FactAsking, read: Facts | 'dont-know'): Answer {
  const { person, fact } = asking
  const session = read === 'dont-know' ? skip(scene.session, person, fact) : tell(scene.session, person, read)
  const known = sceneWith(scene, { ...session, asking: null })
  const persons = known.household?.persons.filter(({ id }) => id === person) ?? []
  const focus = {
    topic: topicOf(scene, session),
    stage: null,
    persons: persons.length === 0 ? null : persons,
    isAll: false,
    isNamed: false,
  }
  const answer = resume({ ...known, focus, resumed: true })
  const next = answer.remember?.asking
  const isSame = next?.kind === 'fact' && next.fact === fact && next.person === person
  return {
    ...answer,
    remember: {
      told: session.told,
      previous: asking,
      ...answer.remember,
      ...(isSame ? { asking: { ...next, tries: asking.tries + 1 } } : {}),
    },
    continues: continuedIn(session),
  }
}

// 不是幼儿园，是小学: what was asked of the one school is asked of the other.
function topicOf({ heard, household, turn }: Scene, { topic }: Session): Session['topic'] {
  const { stage } = heard
  if (topic === null || stage === null || heard.said.correction !== true) return topic
  const [own] = topicsAt(stage)
  return carried(topic, { stage, persons: null, household, today: turn.today }) ?? own ?? topic
}

// Asked once more, with the numbers.
function repeat(scene: Scene, asking: FactAsking): Answer {
  const ask = askedAgain(scene, asking)
  return {
    reply: {
      // 有三个娃 is no answer, and was understood all the same.
      lines: tellsCount(scene) ? [] : [[say('conversation:ask.again')]],
      closing: [ask.line],
      choices: ask.choices,
      span: 'one',
    },
    remember: { asking: { ...asking, tries: asking.tries + 1 } },
    continues: continuedIn(scene.session),
  }
}

function continuedIn({ about }: Session): Intent {
  return about === null ? 'ask-programme' : CONTINUED[about]
}
