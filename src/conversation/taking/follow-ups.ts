import type { Intent } from '../../understanding/types.ts'
import { type Answer, speak } from '../answer.ts'
import { besideQuestion } from '../asking/beside-question.ts'
import { ofLastMeant, onTopic } from '../carried-scene.ts'
import { isCertain, isClear, isHeard } from '../hearing/manner/heard.ts'
import {
  asksMoney,
  asksOverYears,
  asksPayday,
  asksToRepay,
  asksYearsAlone,
  namesFees,
  namesGrant,
  namesMoneyAlone,
  namesOtherFees,
} from '../hearing/manner/money.ts'
import { asksWhenBuilt } from '../hearing/manner/schooling.ts'
import { asksConditions } from '../hearing/manner/particulars.ts'
import { asksPromise, asksWhat, asksWhen, isQuestion } from '../hearing/manner/questions.ts'
import { corrects } from '../hearing/manner/turns.ts'
import { asksWhyAsked } from '../hearing/manner/why-asked.ts'
import { answerProgramme, resume } from '../resume.ts'
import { officeFor, type Scene } from '../scene.ts'
import { pointsBack, speaksOfHousehold } from '../hearing/manner/whom.ts'
import { nameAsked } from '../persons/names.ts'
import { householdCalled } from '../persons/people.ts'
import { isFirm } from './firm.ts'
import { CONTINUED } from '../session/about.ts'
import { callsOne } from '../session/children-told.ts'
import { answerBenefits } from '../topics/benefits.ts'
import { answerHow } from '../topics/how-to.ts'
import { answerParticular } from '../topics/particulars.ts'
import { answerRoutes } from '../topics/routes.ts'
import { answerStatus } from '../topics/status.ts'
import { answerWhy } from '../topics/why.ts'
import { pastYearAsked } from '../hearing/manner/years.ts'
import { say } from '../words/reply.ts'

/*
 * Words that say little by themselves and go on with what was spoken of: each is taken so by one function, null where
 * they are something else. Which comes first is said in `intents.ts`.
 */

/** 四年呢, ལོ་བཞི་ནི: what was told by the year, over several. */
export function takeOverYears(scene: Scene): Answer | null {
  const { focus, session, turn } = scene
  const isSpokenOf = session.about !== null || (focus.persons?.length ?? 0) > 0
  if (!asksOverYears(turn.message.text) || !isSpokenOf) return null
  return { ...resume(onTopic(ofLastMeant(ofYears(scene)))), continues: 'ask-programme' }
}

/** 要还吗, of a loan that was spoken of. */
export function takeRepaying(scene: Scene): Answer | null {
  if (!asksToRepay(scene.turn.message.text) || scene.session.topic !== 'loan') return null
  const answer = speak([say('conversation:loan.repay', { office: officeFor(scene) })])
  return besideQuestion(scene, { ...answer, continues: 'ask-programme' })
}

/** 伙食费呢, 书本费呢: whether what was told of spares that, too. */
export function takeOtherFees(scene: Scene): Answer | null {
  const { focus, heard, session, turn } = scene
  const { text } = turn.message
  if (!namesFees(text) || session.about === null) return null
  if (!namesOtherFees(text, session.topic))
    return isClear(heard) || session.about === 'status'
      ? null
      : { ...resume(onTopic(ofLastMeant(scene))), continues: 'ask-programme' }
  if (session.about !== 'status' && isClear(heard) && (focus.isNamed || focus.topic !== session.topic))
    return null
  const answer = speak([say('conversation:answer.other-fees')])
  return besideQuestion(scene, { ...answer, continues: 'ask-programme' })
}

/** 一定能上吗: whether what was told is sure. */
export function takePromise(scene: Scene): Answer | null {
  const { session, turn } = scene
  if (!asksPromise(turn.message.text) || session.about === null) return null
  const answer = speak([say('conversation:routes.priority')])
  return besideQuestion(scene, { ...answer, continues: 'ask-programme' })
}

/** 问这个干啥, beside a question of ours: what it is for. */
export function takeWhyAsked(scene: Scene): Answer | null {
  const { session, turn } = scene
  if (session.asking?.kind !== 'fact' || !asksWhyAsked(turn.message.text)) return null
  const answer = speak([say('conversation:ask.because')])
  return besideQuestion(scene, { ...answer, continues: 'ask-why' })
}

/** 要看成绩吗, 名额多少: one particular of what was spoken of. */
export function takeParticular(scene: Scene): Answer | null {
  const answer = answerParticular(scene)
  return answer === null ? null : besideQuestion(scene, answer)
}

/** 去年发了没: what came in a year that is past. */
export function takePastYear(scene: Scene): Answer | null {
  const { household, turn } = scene
  if (household === null || pastYearAsked(turn.message.text, turn.today) === null) return null
  return { ...answerStatus(scene), continues: 'ask-status' }
}

/** 有什么条件: what the answer rests on. */
export function takeConditions(scene: Scene): Answer | null {
  const { heard, session, turn } = scene
  if (!asksConditions(turn.message.text) || session.answered === null || isFirm(heard)) return null
  return besideQuestion(scene, { ...answerWhy(onTopic(scene)), continues: 'ask-why' })
}

/** 不是老二是老大: the same, of whom it should have been about. */
export function takeMended(scene: Scene): Answer | null {
  const { focus, heard, session, turn } = scene
  const isMended = heard.said.correction === true || corrects(turn.message.text)
  if (!isMended || !focus.isNamed || session.about === null) return null
  return { ...resume(onTopic(scene)), continues: CONTINUED[session.about] }
}

/** 啥时候: the days to apply on; 什么时候能到账 asks for none, whatever it was taken for. */
export function takeWhen(scene: Scene): Answer | null {
  const { heard, session, turn } = scene
  const { text } = turn.message
  const isOfPayment = isHeard(heard) && heard.intent === 'ask-status'
  if (!asksWhen(text) || session.about === null || isOfPayment) return null
  // 啥时候建, of a village's kindergarten, asks for no day to apply on.
  if (asksWhenBuilt(text) && session.topic === 'kindergarten')
    return { ...resume(onTopic(scene)), continues: 'ask-programme' }
  if (asksPayday(text) && !isClear(heard))
    return { ...answerStatus(onTopic(ofLastMeant(scene))), continues: 'ask-status' }
  return answerHow(onTopic(scene))
}

/** 何玉海家呢: another household on a shared telephone, asked the same. */
export function takeOtherHousehold(scene: Scene): Answer | null {
  const { focus, heard, session, turn } = scene
  const { text } = turn.message
  // 扎西呢, on a telephone of one household, is of whoever is called so.
  const mayBeCalled = turn.households.length > 1 || focus.persons === null
  const isCalled = mayBeCalled && speaksOfHousehold(text) && householdCalled(turn) !== null
  const isOther = session.household !== turn.session.household || isCalled
  if (!isOther || session.about === null || isClear(heard)) return null
  // Its head names the household, and asks nothing of himself.
  return resume(onTopic({ ...scene, focus: { ...focus, persons: null } }))
}

/** What may become of somebody who was named, heard as a doubtful call for help. */
export function takeLostFor(scene: Scene): Answer | null {
  const { focus, heard } = scene
  const isDoubtful = heard.intent === 'help' && heard.confidence < 1
  return isDoubtful && focus.persons !== null ? answerRoutes(scene) : null
}

/** 都有啥, 全家: of all the family, whatever else the words were taken for. */
export function takeAll(scene: Scene): Answer | null {
  const { focus, heard } = scene
  if (!focus.isAll || (isHeard(heard) && !WIDENED.has(heard.intent))) return null
  return isClear(heard) ? answerProgramme(scene) : { continues: 'ask-benefits', ...answerProgramme(scene) }
}

/** 老三: one of several children that a stranger told of, and nothing more. */
export function takeStrangersChild(scene: Scene): Answer | null {
  const { heard, household, session, turn } = scene
  const { text } = turn.message
  if (household !== null || session.children.length < 2 || isClear(heard)) return null
  return isShort(text) && callsOne(turn.session, heard, text) ? continued(scene, resume(scene)) : null
}

/** 那老二呢: the same, of another. */
export function takeFollowUp(scene: Scene): Answer | null {
  const { focus, heard } = scene
  if (heard.said.followUp !== true || !focus.isNamed || (isFirm(heard) && isCertain(heard))) return null
  return continued(scene, resume(scene))
}

/** 那王小二呢: somebody whom the record does not have is not answered by whoever was spoken of before. */
export function takeUnknownName({ focus, heard, household, turn }: Scene): Answer | null {
  const isNamed = focus.isNamed || heard.said.topicNamed === true
  if (household === null || isNamed || nameAsked(turn.message.text) === null) return null
  const review = say('conversation:standing.review', { missing: say('conversation:word.missing') })
  return { ...speak([say('conversation:none.person')], [review]), continues: 'ask-benefits' }
}

/** A name and nothing more: that person, asked the same. བཀྲ་ཤིས, a name too, is heard as a greeting. */
export function takeBareName(scene: Scene): Answer | null {
  const { focus, heard, turn } = scene
  const { text } = turn.message
  const isOfNothing = !isClear(heard) || heard.intent === 'greeting'
  if (focus.persons === null || focus.persons.length === 0 || !isOfNothing || !isShort(text)) return null
  if (asksWhat(text)) return { ...answerBenefits(scene), continues: 'ask-benefits' }
  return continued(scene, resume(onTopic(scene)))
}

/** 要多少钱, རིན་ཇི་ཙམ: what that costs of which was spoken. */
export function takeItsCost(scene: Scene): Answer | null {
  const { heard, session, turn } = scene
  const { text } = turn.message
  if (isClear(heard) || !asksMoney(text) || !isQuestion(text) || session.about === null) return null
  return { ...resume(onTopic(ofLastMeant(scene))), continues: 'ask-programme' }
}

/** 我女儿的助学金, 他的钱: money that is named, with nothing said of it, accuses nobody and is no other business. */
export function takeMoneyNamed(scene: Scene): Answer | null {
  const { focus, heard, turn } = scene
  const { text } = turn.message
  const isOfSomebody = namesGrant(text) || focus.persons !== null || pointsBack(text)
  if (!namesMoneyAlone(text) || !isOfSomebody || !MISHEARD.has(heard.intent)) return null
  const topic = focus.topic ?? (namesGrant(text) && focus.persons === null ? 'secondary-vocational' : null)
  return { ...answerProgramme({ ...scene, focus: { ...focus, topic } }), continues: 'ask-programme' }
}

const MISHEARD: ReadonlySet<Intent> = new Set(['report-misuse', 'out-of-scope', 'ask-benefits'])

// A follow-up is for what the talk was about, whatever its few words were taken for by themselves.
function continued({ session, heard }: Scene, answer: Answer): Answer {
  return session.about === null || isClear(heard)
    ? answer
    : { continues: CONTINUED[session.about], ...answer }
}

// ལོ་བཞི་ནི after a sum by the year is of four years, and of no child of four.
function ofYears(scene: Scene): Scene {
  const { focus, session, turn } = scene
  const isOfAge = asksYearsAlone(turn.message.text) && session.person !== null
  return isOfAge ? { ...scene, focus: { ...focus, persons: null } } : scene
}

function isShort(text: string): boolean {
  return text.length <= (/\p{Script=Tibetan}/u.test(text) ? LONGEST_NAME.bo : LONGEST_NAME['zh-CN'])
}

const LONGEST_NAME = { 'zh-CN': 16, bo: 36 } as const

const WIDENED: ReadonlySet<Intent> = new Set(['ask-programme', 'ask-benefits', 'help', 'out-of-scope'])
