import type { Answer } from '../answer.ts'
import type { Scene } from '../scene.ts'
import { askedAgain } from './asked-again.ts'

/** An answer to what was asked in between, with the fact that was being asked for asked once more: nobody has told it yet. */
export function besideQuestion(scene: Scene, answer: Answer): Answer {
  const { asking } = scene.session
  if (asking?.kind !== 'fact' || answer.reply === null) return answer
  const ask = askedAgain(scene, asking)
  const closing = [...(answer.reply.closing ?? []), ask.line]
  return {
    ...answer,
    reply: { ...answer.reply, closing, choices: ask.choices },
    remember: { ...answer.remember, asking },
  }
}
