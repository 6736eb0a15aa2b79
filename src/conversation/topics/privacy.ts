import { type Answer, speak } from '../answer.ts'
import { say } from '../reply.ts'

/** Who can see what is written here. */
export function answerWhoSees(): Answer {
  return speak(
    [say('conversation:privacy.who')],
    [say('conversation:privacy.erase', { erase: say('conversation:word.erase') })],
  )
}
