import type { Answer } from './answer.ts'
import { isOfAllChildren } from './session/children-told.ts'
import { asksMoney } from './hearing/manner/money.ts'
import { topicsAt } from './persons/people.ts'
import type { Scene } from './scene.ts'
import { answerBenefits } from './topics/benefits.ts'
import { answerChildren } from './topics/children.ts'
import { answerTopic } from './topics/eligibility.ts'
import { answerHow } from './topics/how-to.ts'
import { answerRoutes } from './topics/routes.ts'
import { answerStatus } from './topics/status.ts'

/** Goes on with what was last asked for, with what is now known. */
export function resume(scene: Scene): Answer {
  const { stage, topic, persons } = scene.focus
  // 上高职呢: where a route leads is a topic of its own.
  const [aim] = stage === null || persons !== null ? [] : topicsAt(stage)
  const isThere = scene.household?.persons.some((person) => person.stage === stage) ?? true
  if (topic === null && aim !== undefined && !isThere) return answerTopic(scene, aim)
  // Who asks next what it costs has left the ways ahead.
  const isOfMoney = !scene.resumed && asksMoney(scene.turn.message.text)
  if (isOfMoney && scene.session.about === 'routes')
    return { ...answerProgramme(scene), continues: 'ask-programme' }
  if (scene.session.about === 'routes' && scene.heard.topic === null) return answerRoutes(scene)
  if (scene.session.about === 'how' && scene.resumed) return answerHow(scene)
  if (scene.session.about === 'status') return answerStatus(scene)
  return answerProgramme(scene)
}

/** What a topic gives, or all there is where none is meant. */
export function answerProgramme(scene: Scene): Answer {
  const { topic } = scene.focus
  if (scene.household === null && isOfAllChildren(scene.session)) return answerChildren(scene, topic)
  return topic === null ? answerBenefits(scene) : answerTopic(scene, topic)
}
