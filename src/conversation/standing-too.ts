import type { Answer } from './answer.ts'
import { asksStanding } from './hearing/manner/standing.ts'
import { type Line, say, type Text } from './words/reply.ts'
import { type Scene, standingText, whoFor } from './scene.ts'

/** An answer about the child at the school that was said, where the place among the children was another's: that is told after its first line. */
export function withSchool(scene: Scene, answer: Answer): Answer {
  const [person] = scene.focus.persons ?? []
  if (scene.focus.isBySchool !== true || person?.stage == null || answer.reply === null) return answer
  const stage = say(`policy:stage.${person.stage}`)
  const why = say('conversation:record.at-school', { who: whoFor(scene, person), stage })
  return { ...answer, reply: { ...answer.reply, lines: answer.reply.lines.toSpliced(1, 0, [why]) } }
}

/** An answer to words that also ask how the household stands on the register: that is told first, and once. */
export function withStanding(scene: Scene, answer: Answer): Answer {
  const { household, turn } = scene
  const asksBoth = household !== null && scene.heard.intent !== 'report-missing'
  if (!asksBoth || answer.reply === null || !asksStanding(turn.message.text)) return answer
  const standing = standingText(scene, household)
  const lines = answer.reply.lines.flatMap((line) => without(line, standing))
  return { ...answer, reply: { ...answer.reply, lines: [[standing], ...lines] } }
}

function without(line: Line, said: Text): readonly Line[] {
  const rest = line.filter((text) => JSON.stringify(text) !== JSON.stringify(said))
  const isHeadingAlone =
    rest.length < line.length && rest.every(({ key }) => key === 'conversation:answer.why')
  return isHeadingAlone ? [] : [rest]
}
