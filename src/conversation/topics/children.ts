import type { Topic } from '../../understanding/types.ts'
import { type Answer, answered, askAbout, caseOf, replyAsking, replyEnding } from '../answer.ts'
import { generalLine } from '../words/general.ts'
import { sessionsByChild } from '../session/children-told.ts'
import { answerLines } from '../words/explain.ts'
import { topicsAt } from '../persons/people.ts'
import { programmesAbout } from '../reckoning/programmes.ts'
import type { Case } from '../words/reasons.ts'
import type { Line } from '../words/reply.ts'
import { say } from '../words/reply.ts'
import { factsFor, officeFor, type Scene, SOMEONE } from '../scene.ts'
import { moneyAskedIn } from '../money-asked.ts'
import { settledIn } from '../settled.ts'
import { benefitLines } from './benefits.ts'

/** What each of a stranger's several children gets, of one topic or of all: asked child by child, and answered together. */
export function answerChildren(scene: Scene, topic: Topic | null): Answer {
  const children = concerned(scene, topic)
  const cases = children.map(({ determined }) => determined)
  const asks = children.map(({ scene: one, determined }) => askAbout(one, null, determined))
  const at = asks.findIndex((one) => one !== null)
  const ask = asks[at] ?? null
  // Whoever is asked about is the child now spoken of.
  const spoken = children[at]?.scene.session ?? scene.session
  const remember: Answer['remember'] = {
    about: topic === null ? 'benefits' : 'programme',
    topic,
    person: scene.session.person,
    told: spoken.told,
    child: spoken.child,
    asking: ask?.asking ?? null,
    answered: { programmes: answered(cases, [])?.programmes ?? [], persons: [SOMEONE] },
  }
  const determinations = settledIn(cases)
  if (ask !== null) {
    const lines = scene.resumed ? [] : generalLines(scene, topic)
    return { reply: replyAsking(lines, ask, 'one'), remember, determinations }
  }
  const of = moneyAskedIn(scene)
  return {
    reply: replyEnding(
      topic === null ? benefitLines(cases, true, null, of) : answerLines(cases, null, of),
      [[say('conversation:answer.told', { office: officeFor(scene) })]],
      'many',
    ),
    remember,
    determinations,
  }
}

/** A scene for each of a stranger's children, as if it alone had been told of. */
export function scenesByChild(scene: Scene): readonly Scene[] {
  return sessionsByChild(scene.session).map((session) => ({ ...scene, session }))
}

type Child = { readonly scene: Scene; readonly determined: Case }

// Those whom the topic concerns by their schools; where it concerns none, all of them, to be told why not.
function concerned(scene: Scene, topic: Topic | null): readonly Child[] {
  const children = scenesByChild(scene).map((one) => {
    const facts = factsFor(one, null)
    const stage = facts['person.stage'] ?? null
    const own = stage === null ? [] : topicsAt(stage)
    const isMeant = topic === null || own.includes(topic)
    return { scene: one, isMeant, programmes: programmesAbout(topic === null ? own : [topic], facts) }
  })
  const meant = children.filter(({ isMeant }) => isMeant)
  return (meant.length === 0 ? children : meant).map(({ scene: one, programmes }) => ({
    scene: one,
    determined: caseOf(one, null, programmes),
  }))
}

function generalLines({ turn }: Scene, topic: Topic | null): readonly Line[] {
  return topic === null ? [] : [generalLine(topic, turn.today, turn.book)]
}
