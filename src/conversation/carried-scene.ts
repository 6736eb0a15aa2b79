import { carried, topicHeard } from './persons/focus.ts'
import type { Scene } from './scene.ts'

/** The scene with whoever was spoken of, where the words name nobody. */
export function ofLastMeant(scene: Scene): Scene {
  const { focus, household, session } = scene
  const last = household?.persons.filter(({ id }) => id === session.person) ?? []
  return focus.persons === null && last.length > 0 ? { ...scene, focus: { ...focus, persons: last } } : scene
}

/** The scene with whomever it was of whom the family said otherwise. */
export function ofContradicted(scene: Scene): Scene {
  const ids = Object.keys(scene.turn.session.otherwise?.persons ?? {})
  const persons = scene.household?.persons.filter(({ id }) => ids.includes(id)) ?? []
  return persons.length === 0 ? scene : { ...scene, focus: { ...scene.focus, persons } }
}

/** The scene with the topic carried on: what cannot concern whoever is meant now is not. */
export function onTopic(scene: Scene): Scene {
  const { focus, heard, household, session, turn } = scene
  const to = { stage: null, persons: focus.persons, household, today: turn.today }
  return { ...scene, focus: { ...focus, topic: topicHeard(heard, to) ?? carried(session.topic, to) } }
}
