import { type Answer, speak } from '../answer.ts'
import { say } from '../words/reply.ts'
import { type Scene, standingText } from '../scene.ts'
import { offerCase } from './cases.ts'

/** How the household stands on the register, and the word that has it looked at; who is on no record is offered a request. */
export function answerStanding(scene: Scene): Answer {
  if (scene.household === null) return offerCase(scene, 'missing')
  return speak([
    standingText(scene, scene.household),
    say('conversation:standing.review', { missing: say('conversation:word.missing') }),
  ])
}
