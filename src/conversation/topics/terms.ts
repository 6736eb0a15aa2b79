import { type Answer, speak } from '../answer.ts'
import { besideQuestion } from '../asking/beside-question.ts'
import { isClear } from '../hearing/manner/heard.ts'
import { termAsked } from '../hearing/manner/terms.ts'
import type { Scene } from '../scene.ts'
import { say } from '../words/reply.ts'
import { answerTopic } from './eligibility.ts'
import { firstAndNoYes } from './silences.ts'

/** What a word of the plan means, before what it gives where that was spoken of; null where no meaning is asked. */
export function answerTerm(scene: Scene): Answer | null {
  const { heard, turn, session } = scene
  const term = termAsked(turn.message.text)
  if (term === null) return null
  const meaning = [say(`conversation:term.${term}`)]
  if (session.asking !== null || !isClear(heard) || heard.topic === null)
    return besideQuestion(scene, { ...speak(meaning), continues: 'ask-programme' })
  const answer = answerTopic(scene, heard.topic)
  if (answer.reply === null) return answer
  const lines = firstAndNoYes(meaning, answer.reply.lines)
  return { ...answer, reply: { ...answer.reply, lines }, continues: 'ask-programme' }
}
