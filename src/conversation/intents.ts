import type { Intent, Understanding } from '../understanding/types.ts'
import { understand } from '../understanding/understand.ts'
import { CONTINUED } from './session/about.ts'
import { ofContradicted, ofLastMeant, onTopic } from './carried-scene.ts'
import { byIntent } from './by-intent.ts'
import { howAndHowMuch } from './how-and-how-much.ts'
import { callsOne } from './session/children-told.ts'
import { answerProgramme, resume } from './resume.ts'
import { type Answer, speak } from './answer.ts'
import { bothWays } from './both-ways.ts'
import { isJustSaid } from './hearing/otherwise.ts'
import { formsOf } from './persons/names.ts'
import { askWhich } from './asking/which-one.ts'
import { isClear, isHeard } from './hearing/manner/heard.ts'
import {
  asksMoney,
  asksOverYears,
  asksToRepay,
  asksYearsAlone,
  namesOtherFees,
} from './hearing/manner/money.ts'
import { asksHow, asksPromise, asksWhat, asksWhen, isQuestion } from './hearing/manner/questions.ts'
import { acceptsRecord, corrects, dropsIt } from './hearing/manner/turns.ts'
import { requestCase } from './case-wanted.ts'
import { asksWhoSees, complaintIn, wishesReview } from './hearing/office-words.ts'
import { say } from './words/reply.ts'
import { officeFor, type Scene } from './scene.ts'
import { withSchool, withStanding } from './standing-too.ts'
import { answerStatement, isStatement, tellsCount } from './statements.ts'
import { answerSupposed } from './supposed.ts'
import { answerBenefits } from './topics/benefits.ts'
import { answerCounty, asksCounty } from './topics/county.ts'
import { menu } from './topics/help.ts'
import { answerHow } from './topics/how-to.ts'
import { answerReferences, asksReferences } from './topics/own-cases.ts'
import { answerWhoSees } from './topics/privacy.ts'
import { answerRouteChosen } from './topics/route-chosen.ts'
import { answerRoutes } from './topics/routes.ts'

/**
 * Answers what a message is for; what was not understood well enough gets the menu rather than a guess. While the
 * family's words and the record differ, what rests on the record is answered by both.
 */
export function answerIntent(scene: Scene): Answer {
  const isBoth = scene.session.otherwise !== null && FROM_THE_RECORD.has(scene.heard.intent)
  const answer =
    isBoth && !isStatement(scene) ? bothWays(scene, isJustSaid(scene), answerOnce) : answerOnce(scene)
  return withSchool(scene, withStanding(scene, answer))
}

const FROM_THE_RECORD: ReadonlySet<Intent> = new Set([
  'ask-benefits',
  'ask-programme',
  'ask-routes',
  'ask-why',
  'out-of-scope',
])

function answerOnce(scene: Scene): Answer {
  const { heard, focus, session, turn } = scene
  const { text } = turn.message
  // 取消 beside a question takes that back; by itself it is a wish to stop.
  if (dropsIt(text) && (heard.intent !== 'stop' || session.asking !== null))
    return speak([say('conversation:dropped')])
  const chosen = session.asking === null ? answerRouteChosen(scene) : null
  if (chosen !== null) return chosen
  // A number where nothing was asked means nothing, whatever was spoken of.
  if (!isHeard(heard) && !/\p{L}/u.test(text)) return menu(say('conversation:unclear'))
  if (asksWhoSees(text)) return answerWhoSees(scene)
  if (asksReferences(turn.message)) return answerReferences(scene)
  if (asksCounty(scene)) return answerCounty(scene)
  const supposed = answerSupposed(scene)
  if (supposed !== null) return supposed
  if (acceptsRecord(text)) return { ...resume(onTopic(ofContradicted(scene))), continues: 'no' }
  if (asksOverYears(text) && (session.about !== null || (focus.persons?.length ?? 0) > 0))
    return { ...resume(onTopic(ofLastMeant(ofYears(scene)))), continues: 'ask-programme' }
  if (asksToRepay(text) && session.topic === 'loan')
    return {
      ...speak([say('conversation:loan.repay', { office: officeFor(scene) })]),
      continues: 'ask-programme',
    }
  if (namesOtherFees(text, session.topic) && session.about !== null && !isClear(heard))
    return { ...speak([say('conversation:answer.other-fees')]), continues: 'ask-programme' }
  if (asksPromise(text) && session.about !== null)
    return { ...speak([say('conversation:routes.priority')]), continues: 'ask-programme' }
  const complaint = complaintIn(heard, text, session.about)
  if (complaint !== null) return requestCase(scene, complaint, wishesReview(text))
  if (isMended(scene) && focus.isNamed && session.about !== null)
    return { ...resume(onTopic(scene)), continues: CONTINUED[session.about] }
  if (asksWhen(text) && session.about !== null && !isOfPayment(heard)) return answerHow(onTopic(scene))
  if (asksHow(text) && !FIRM.has(heard.intent)) return howAndHowMuch(onTopic(scene))
  if (tellsCount(scene)) return toldCount(scene)
  const which = askWhich(scene)
  if (which !== null) return which
  if (isStatement(scene)) return answerStatement(scene, resume)
  // 何玉海家呢: another household on a shared telephone, asked the same.
  if (session.household !== turn.session.household && session.about !== null && !isClear(heard))
    return resume(onTopic(scene))
  if (heard.intent === 'help' && heard.confidence < 1 && focus.persons !== null) return answerRoutes(scene)
  if (focus.isAll && (WIDENED.has(heard.intent) || !isHeard(heard)))
    return isClear(heard) ? answerProgramme(scene) : { continues: 'ask-benefits', ...answerProgramme(scene) }
  if (isOfOther(scene)) return byIntent(scene, heard.intent)
  if (isStrangersChild(scene)) return continued(scene, resume(scene))
  if (heard.said.followUp === true && focus.isNamed && !FIRM.has(heard.intent))
    return continued(scene, resume(scene))
  // A name and nothing more: that person, asked the same.
  // བཀྲ་ཤིས, a name too, is heard as a greeting.
  const isOfNothing = !isClear(heard) || heard.intent === 'greeting'
  if (focus.persons !== null && focus.persons.length > 0 && isOfNothing && isShort(text))
    return asksWhat(text)
      ? { ...answerBenefits(scene), continues: 'ask-benefits' }
      : continued(scene, resume(onTopic(scene)))
  // 要多少钱, རིན་ཇི་ཙམ: what that costs of which was spoken.
  if (!isClear(heard) && asksMoney(text) && isQuestion(text) && session.about !== null)
    return { ...resume(onTopic(ofLastMeant(scene))), continues: 'ask-programme' }
  if (!isHeard(heard)) return menu(say('conversation:unclear'))
  return byIntent(scene, heard.intent)
}

// How many there are makes no answer of its own: what they get does.
function toldCount(scene: Scene): Answer {
  const answer = isJustSaid(scene) ? answerStatement(scene, resume) : answerBenefits(scene)
  return { ...answer, continues: 'ask-benefits' }
}

// A follow-up is for what the talk was about, whatever its few words were taken for by themselves.
function continued({ session, heard }: Scene, answer: Answer): Answer {
  return session.about === null || isClear(heard)
    ? answer
    : { continues: CONTINUED[session.about], ...answer }
}

// 不是老二是老大: the same, of whom it should have been about.
function isMended({ heard, turn }: Scene): boolean {
  return heard.said.correction === true || corrects(turn.message.text)
}

// ལོ་བཞི་ནི after a sum by the year is of four years, and of no child of four.
function ofYears(scene: Scene): Scene {
  const { focus, session, turn } = scene
  const isOfAge = asksYearsAlone(turn.message.text) && session.person !== null
  return isOfAge ? { ...scene, focus: { ...focus, persons: null } } : scene
}

// 老三: one of several children that a stranger told of, and nothing more.
function isStrangersChild({ heard, household, session, turn }: Scene): boolean {
  const { text } = turn.message
  if (household !== null || session.children.length < 2 || isClear(heard)) return false
  return isShort(text) && callsOne(turn.session, heard, text)
}

// 什么时候能到账 asks for no day to apply on.
function isOfPayment(heard: Understanding): boolean {
  return isHeard(heard) && heard.intent === 'ask-status'
}

// 那住院能报销吗: whomever it is said of, and whatever was spoken of before. A name (马, ལྷ) is no business.
function isOfOther({ heard, household, turn }: Scene): boolean {
  if (!isHeard(heard) || heard.intent !== 'out-of-scope' || heard.said.otherBusiness !== true) return false
  const { text } = turn.message
  const names = household?.persons.flatMap(({ name }) => formsOf(name)) ?? []
  const rest = names.reduce((left, name) => left.replaceAll(name, ''), text)
  return rest === text || understand(rest).said.otherBusiness === true
}

function isShort(text: string): boolean {
  return text.length <= (/\p{Script=Tibetan}/u.test(text) ? LONGEST_NAME.bo : LONGEST_NAME['zh-CN'])
}

const LONGEST_NAME = { 'zh-CN': 16, bo: 36 } as const

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

// 都有啥, 全家: of all the family, whatever else the words were taken for.
const WIDENED: ReadonlySet<Intent> = new Set(['ask-programme', 'ask-benefits', 'help', 'out-of-scope'])
