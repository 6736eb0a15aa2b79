import type { Intent } from '../understanding/types.ts'
import { CONFIDENT } from '../understanding/understand.ts'
import { type Answer, speak } from './answer.ts'
import { say } from './reply.ts'
import type { Scene } from './scene.ts'
import { answerBenefits } from './topics/benefits.ts'
import { openCase } from './topics/cases.ts'
import { answerTopic } from './topics/eligibility.ts'
import { help, menu } from './topics/help.ts'
import { answerHow } from './topics/how-to.ts'
import { answerRoutes } from './topics/routes.ts'
import { askErase, setLanguage, start, stop } from './topics/settings.ts'
import { answerStatus } from './topics/status.ts'
import { answerWhy } from './topics/why.ts'

/** Answers what a message is for; what was not understood well enough gets the menu rather than a guess. */
export function answerIntent(scene: Scene): Answer {
  const { heard, focus } = scene
  if (heard.said.followUp === true && focus.isNamed && !FIRM.has(heard.intent)) return resume(scene)
  if (heard.confidence < CONFIDENT) return menu(say('conversation:unclear'))
  return byIntent(scene, heard.intent)
}

/** Goes on with what was last asked for, with what is now known. */
export function resume(scene: Scene): Answer {
  if (scene.session.about === 'routes') return answerRoutes(scene)
  return answerProgramme(scene)
}

// A follow-up that says by itself what it wants to know.
const FIRM: ReadonlySet<Intent> = new Set([
  'ask-how',
  'ask-why',
  'ask-status',
  'ask-routes',
  'report-missing',
  'report-misuse',
  'talk-to-person',
])

function answerProgramme(scene: Scene): Answer {
  const { topic } = scene.focus
  return topic === null ? answerBenefits(scene) : answerTopic(scene, topic)
}

function byIntent(scene: Scene, intent: Intent): Answer {
  switch (intent) {
    case 'ask-benefits':
      return answerBenefits(scene)
    case 'ask-programme':
      return answerProgramme(scene)
    case 'ask-how':
      return answerHow(scene)
    case 'ask-why':
      return answerWhy(scene)
    case 'ask-status':
      return answerStatus(scene)
    case 'ask-routes':
      return answerRoutes(scene)
    case 'report-missing':
      return openCase(scene, scene.household === null ? 'missing' : 'correction')
    case 'report-misuse':
      return openCase(scene, 'misuse')
    case 'talk-to-person':
      return openCase(scene, 'person')
    case 'set-language':
      return setLanguage(scene.heard.value ?? scene.language)
    case 'stop':
      return stop()
    case 'start':
      return start()
    case 'help':
      return help()
    case 'greeting':
      return menu(say('conversation:greeting'))
    case 'thanks':
      return speak([say('conversation:thanks')])
    case 'erase-data':
      return askErase()
    case 'yes':
    case 'no':
      return menu(say('conversation:yes-no-without-question'))
    case 'out-of-scope':
      return menu(say('conversation:out-of-scope'))
  }
}
