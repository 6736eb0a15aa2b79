import { CONTINUED } from '../session/about.ts'
import { type Answer, speak } from '../answer.ts'
import { answerIntent } from '../intents.ts'
import { hear, sceneOf } from '../hearing/listen.ts'
import { isClear } from '../hearing/manner/heard.ts'
import { wantsAnotherHousehold } from '../hearing/manner/whom.ts'
import { householdCalled } from '../persons/people.ts'
import { say } from '../words/reply.ts'
import type { Scene } from '../scene.ts'
import { type Asking, forgetting } from '../session/session.ts'

/** Asks which of several households is meant: none is ever listed. `text`: what is to be answered then. */
export function askHousehold(text: string): Answer {
  return {
    ...speak([say('conversation:household.ask')]),
    remember: { asking: { kind: 'household', tries: 0, text: text.slice(0, 500) } },
  }
}

/**
 * Which of several households: by its head's name alone. Then what was asked is answered. Names are not to be tried one
 * after the other: a right one after too many wrong ones of a day is answered as a wrong one.
 */
export function chooseHousehold(scene: Scene, asking: Extract<Asking, { kind: 'household' }>): Answer | null {
  const called = householdCalled(scene.turn)
  if (called !== null) return answerAs(scene, called.id, asking.text)
  if (isClear(scene.heard) || wantsAnotherHousehold(scene.turn.message.text)) return null
  const changes = [{ kind: 'misname' }] as const
  if (asking.tries === 0)
    return {
      ...speak([say('conversation:household.not-found')]),
      remember: { asking: { ...asking, tries: 1 } },
      changes,
    }
  const remember = { household: '', asking: null }
  return { ...speak([say('conversation:household.give-up')]), remember, changes }
}

/** Answers `text` from the record of one of the turn's households; where it is empty, what was last spoken of. */
export function answerAs(scene: Scene, household: string, text: string): Answer {
  // Nothing that was told of one household is carried to another, or from a stranger's talk.
  const { about, topic, waiting } = scene.session
  const session = { ...forgetting(scene.session), about, topic, waiting, household }
  const households = scene.turn.households.filter(({ id }) => id === household)
  const turn = { ...scene.turn, session, households, message: { ...scene.turn.message, text } }
  const heard = text === '' ? asBefore(scene) : hear(text, null)
  const begun = sceneOf(turn, heard, scene.language)
  const { waiting: _, ...remember } = begun.session
  const answer = answerIntent(begun)
  return {
    ...answer,
    remember: { ...remember, asking: null, ...answer.remember, household },
    continues: heard.intent,
  }
}

function asBefore({ session, language }: Scene): Scene['heard'] {
  const intent = CONTINUED[session.about ?? 'benefits']
  return { ...hear('', null), language, intent, topic: session.topic, confidence: 1 }
}
