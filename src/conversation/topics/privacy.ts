import { type Answer, speak } from '../answer.ts'
import { say } from '../words/reply.ts'
import type { Scene } from '../scene.ts'

/** Who can see what is written here. */
export function answerWhoSees({ turn }: Scene): Answer {
  return speak(
    [say('conversation:privacy.who'), say(`conversation:privacy.${turn.message.channel}`)],
    [say('conversation:privacy.erase', { erase: say('conversation:word.erase') })],
    [say('conversation:privacy.linked')],
  )
}
