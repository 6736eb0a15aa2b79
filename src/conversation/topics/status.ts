import { type Answer, speak } from '../answer.ts'
import { say } from '../reply.ts'
import { officeFor, type Scene } from '../scene.ts'

/** Whether it was granted or paid: nothing of that is recorded here yet, so the answer says so and whom to ask. */
export function answerStatus(scene: Scene): Answer {
  return speak(
    [say('conversation:status.none')],
    [say('conversation:status.whom', { office: officeFor(scene) })],
    [say('conversation:status.offer', { person: say('conversation:word.person') })],
  )
}
