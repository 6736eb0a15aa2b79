import type { Intent } from '../understanding/types.ts'
import type { Answer } from './answer.ts'
import { askWhich } from './asking/which-one.ts'
import { answerBothQuestions } from './both-questions.ts'
import { bothWays } from './both-ways.ts'
import { byIntent } from './by-intent.ts'
import { isJustSaid } from './hearing/otherwise.ts'
import type { Scene } from './scene.ts'
import { withSchool, withStanding } from './standing-too.ts'
import { isStatement } from './statements.ts'
import { answerSupposed } from './supposed.ts'
import { answerTerm } from './topics/terms.ts'
import {
  takeAll,
  takeBareName,
  takeConditions,
  takeFollowUp,
  takeItsCost,
  takeLostFor,
  takeMended,
  takeMoneyNamed,
  takeOtherFees,
  takeOtherHousehold,
  takeOverYears,
  takeParticular,
  takePastYear,
  takePromise,
  takeRepaying,
  takeStrangersChild,
  takeUnknownName,
  takeWhen,
  takeWhyAsked,
} from './taking/follow-ups.ts'
import {
  takeAccepted,
  takeBareNumber,
  takeComplaint,
  takeCount,
  takeCounty,
  takeDropped,
  takeHow,
  takeIdNumber,
  takeOtherAid,
  takeOtherBusiness,
  takeOthers,
  takeReferences,
  takeRouteChosen,
  takeStandingSince,
  takeStatement,
  takeUnheard,
  takeWhoSees,
  takeWhoWeAre,
} from './taking/own-words.ts'

/** Takes a message in one way; null where it is something else. */
type Take = (scene: Scene) => Answer | null

/** What a message may be beside its intent: the first that it is. */
const IN_ORDER: readonly Take[] = [
  takeDropped,
  takeRouteChosen,
  takeBareNumber,
  takeWhoSees,
  takeWhoWeAre,
  takeWhyAsked,
  answerTerm,
  takeReferences,
  takeStandingSince,
  takeCounty,
  takeIdNumber,
  takeOthers,
  takeMoneyNamed,
  takeOtherAid,
  answerSupposed,
  takeAccepted,
  takeOverYears,
  takeRepaying,
  takeOtherFees,
  takePromise,
  takeParticular,
  takePastYear,
  takeConditions,
  takeComplaint,
  takeMended,
  takeWhen,
  takeHow,
  takeCount,
  askWhich,
  takeStatement,
  takeOtherHousehold,
  takeLostFor,
  takeAll,
  takeOtherBusiness,
  takeStrangersChild,
  takeUnknownName,
  takeFollowUp,
  takeBareName,
  takeItsCost,
  takeUnheard,
]

/**
 * Answers what a message is for; what was not understood well enough gets the menu rather than a guess. While the
 * family's words and the record differ, what rests on the record is answered by both.
 */
export function answerIntent(scene: Scene): Answer {
  return answerBothQuestions(scene, answerOne) ?? answerOne(scene)
}

function answerOne(scene: Scene): Answer {
  const isBoth = scene.session.otherwise !== null && FROM_THE_RECORD.has(scene.heard.intent)
  const answer =
    isBoth && !isStatement(scene) ? bothWays(scene, isJustSaid(scene), answerOnce) : answerOnce(scene)
  return withSchool(scene, withStanding(scene, answer))
}

function answerOnce(scene: Scene): Answer {
  for (const take of IN_ORDER) {
    const answer = take(scene)
    if (answer !== null) return answer
  }
  return byIntent(scene, scene.heard.intent)
}

const FROM_THE_RECORD: ReadonlySet<Intent> = new Set([
  'ask-benefits',
  'ask-programme',
  'ask-routes',
  'ask-why',
  'out-of-scope',
])
