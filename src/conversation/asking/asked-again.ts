import { type Ask, askFact } from './questions.ts'
import { type Scene, whoFor } from '../scene.ts'
import type { FactAsking } from '../session/session.ts'

/** A question that waits, once more: of whom it was asked, with its own choices, called as in the question before. */
export function askedAgain(scene: Scene, { fact, person, options }: FactAsking): Ask {
  const of = scene.household?.persons.find(({ id }) => id === person) ?? null
  const onTopic = { ...scene, focus: { ...scene.focus, topic: scene.session.topic } }
  return askFact(fact, person, whoFor(onTopic, of), options)
}
