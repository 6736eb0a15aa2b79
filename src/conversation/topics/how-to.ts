import { TOPICS } from '../../policy/programmes/index.ts'
import { type Answer, caseOf } from '../answer.ts'
import { topicName } from '../benefits.ts'
import { laterLines } from '../later.ts'
import { refusedLines } from '../refusals.ts'
import { concernedBy } from '../people.ts'
import { type Line, say } from '../reply.ts'
import { officeFor, type Scene } from '../scene.ts'

/** How to apply: the office has entered no window, paper or telephone, so the answer says that and names whom to ask. */
export function answerHow(scene: Scene): Answer {
  const { topic } = scene.focus
  const intro: Line[] = topic === null ? [] : [[say('conversation:how.topic', { topic: topicName(topic) })]]
  return {
    reply: {
      lines: [
        ...intro,
        [say('conversation:how.none')],
        [say('conversation:how.whom', { office: officeFor(scene) })],
        ...refusals(scene),
        [say('conversation:how.person', { person: say('conversation:word.person') })],
      ],
      span: 'one',
    },
    remember: { topic, asking: null },
  }
}

// Nobody should travel to the county for what the record already refuses.
function refusals({ focus, household, turn, ...rest }: Scene): readonly Line[] {
  if (household === null || focus.topic === null) return []
  const { topic } = focus
  const persons = focus.persons ?? concernedBy(topic, household, turn.today)
  const cases = persons.map((person) => caseOf({ focus, household, turn, ...rest }, person, TOPICS[topic]))
  const refused =
    cases.length > 0 &&
    cases.every(({ determinations }) => determinations.every(({ outcome }) => outcome === 'ineligible'))
  if (!refused) return []
  const told = new Set<string>()
  return [...laterLines(cases, told), ...refusedLines(cases, told)]
}
