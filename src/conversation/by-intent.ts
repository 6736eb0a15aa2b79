import type { Intent } from '../understanding/types.ts'
import { type Answer, speak } from './answer.ts'
import { besideQuestion } from './asking/beside-question.ts'
import { isReport, reportMissing, requestCase } from './case-wanted.ts'
import { isOfAllChildren } from './session/children-told.ts'
import { howAndHowMuch } from './how-and-how-much.ts'
import { isCertain } from './hearing/manner/heard.ts'
import { asksWhat } from './hearing/manner/questions.ts'
import { keepsData } from './hearing/manner/turns.ts'
import { say } from './words/reply.ts'
import { answerProgramme } from './resume.ts'
import type { Scene } from './scene.ts'
import { answerBenefits } from './topics/benefits.ts'
import { help, menu } from './topics/help.ts'
import { answerRoutes } from './topics/routes.ts'
import { askErase, greetIn, keepAll, setLanguage, start, stop } from './topics/settings.ts'
import { answerStatus } from './topics/status.ts'
import { answerWhy } from './topics/why.ts'

const SURELY_STOP = 0.95

/** Answers an intent by what it is for. */
export function byIntent(scene: Scene, intent: Intent): Answer {
  const { heard } = scene
  const { text } = scene.turn.message
  switch (intent) {
    case 'ask-benefits':
      return (scene.heard.said.followUp === true && !asksWhat(text)) || isOfAllChildren(scene.session)
        ? answerProgramme(scene)
        : answerBenefits(scene)
    case 'ask-programme':
      return answerProgramme(scene)
    case 'ask-how':
      return howAndHowMuch(scene)
    case 'ask-why':
      return whyBesideQuestion(scene)
    case 'ask-status':
      return answerStatus(scene)
    case 'ask-routes':
      return answerRoutes(scene)
    case 'report-missing':
      return reportMissing(scene)
    case 'report-misuse':
      return requestCase(scene, 'misuse', isReport(scene))
    case 'talk-to-person':
      return requestCase(scene, 'person', isCertain(scene.heard))
    case 'set-language':
      return besideQuestion(scene, languageIn(scene)(scene.heard.value ?? scene.language))
    case 'stop':
      // Silence is the costliest misunderstanding: what only sounds like a stop is asked for by the word.
      return heard.confidence >= SURELY_STOP
        ? stop()
        : menu(say('conversation:stop.offer', { stop: say('conversation:word.stop') }))
    case 'start':
      // What only sounds like it resumes nothing that was never stopped.
      return heard.confidence === 1 ? start() : menu(say('conversation:unclear'))
    case 'help':
      return besideQuestion(scene, help())
    case 'greeting':
      return menu(say('conversation:greeting'))
    case 'thanks':
      return thanked(scene)
    case 'erase-data':
      return keepsData(text) ? keepAll() : askErase(scene)
    case 'yes':
    case 'no':
      // After an answer of ours, a no is of that answer.
      return menu(
        say(
          intent === 'no' && scene.session.about !== null
            ? 'conversation:corrected'
            : 'conversation:yes-no-without-question',
        ),
      )
    case 'out-of-scope':
      return menu(
        say(heard.said.elsewhere === undefined ? 'conversation:out-of-scope' : 'conversation:elsewhere'),
      )
  }
}

// Why it cannot be told yet leaves the question open that would tell it.
function whyBesideQuestion(scene: Scene): Answer {
  const { heard, session } = scene
  const isOfIt = heard.topic === null || heard.topic === session.topic
  return isOfIt ? besideQuestion(scene, answerWhy(scene)) : answerWhy(scene)
}

// Thanks answer nothing: what was asked waits on.
function thanked({ session: { asking } }: Scene): Answer {
  const answer = speak([say('conversation:thanks')])
  return asking?.kind === 'fact' ? { ...answer, remember: { asking } } : answer
}

// Whoever was asked for a language has not been greeted yet.
function languageIn({ session }: Scene) {
  return session.asking?.kind === 'language' ? greetIn : setLanguage
}
