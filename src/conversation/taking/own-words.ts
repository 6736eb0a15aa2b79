import { understand } from '../../understanding/understand.ts'
import { type Answer, speak } from '../answer.ts'
import { besideQuestion } from '../asking/beside-question.ts'
import { byIntent } from '../by-intent.ts'
import { ofContradicted, onTopic } from '../carried-scene.ts'
import { requestCase } from '../case-wanted.ts'
import { howAndHowMuch } from '../how-and-how-much.ts'
import { isClear, isHeard } from '../hearing/manner/heard.ts'
import { asksHow, isQuestion } from '../hearing/manner/questions.ts'
import { asksWhoWeAre } from '../hearing/manner/trust.ts'
import { acceptsRecord, dropsIt } from '../hearing/manner/turns.ts'
import {
  asksWhoSees,
  complaintIn,
  namesNoAidOfPlan,
  namesOtherAid,
  speaksOfOthers,
  wishesReview,
} from '../hearing/office-words.ts'
import { turnsToHousehold } from '../hearing/manner/whom.ts'
import { holdsIdNumber } from '../hearing/mask.ts'
import { isJustSaid } from '../hearing/otherwise.ts'
import { householdCalled } from '../persons/people.ts'
import { formsOf } from '../persons/names.ts'
import { resume } from '../resume.ts'
import type { Scene } from '../scene.ts'
import { answerStatement, isStatement, tellsCount } from '../statements.ts'
import { answerBenefits } from '../topics/benefits.ts'
import { answerCounty, asksCounty } from '../topics/county.ts'
import { answerWhoWeAre, menu } from '../topics/help.ts'
import { answerReferences, asksReferences } from '../topics/own-cases.ts'
import { answerWhoSees } from '../topics/privacy.ts'
import { answerRouteChosen } from '../topics/route-chosen.ts'
import { say } from '../words/reply.ts'
import { answerStanding } from '../topics/standing.ts'
import { asksStandingSince } from '../hearing/manner/standing.ts'
import { isFirm } from './firm.ts'

/*
 * Words that say for themselves what is to be done, whatever intent they come nearest to: each is taken so by one
 * function, null where they are something else. Which comes first is said in `intents.ts`.
 */

/** 取消 beside a question takes that back; by itself it is a wish to stop. */
export function takeDropped({ heard, session, turn }: Scene): Answer | null {
  if (!dropsIt(turn.message.text) || (heard.intent === 'stop' && session.asking === null)) return null
  return speak([say('conversation:dropped')])
}

/** One of the ways of schooling that were told, by its number or name, where nothing is asked. */
export function takeRouteChosen(scene: Scene): Answer | null {
  return scene.session.asking === null ? answerRouteChosen(scene) : null
}

/** A number where nothing was asked means nothing, whatever was spoken of. */
export function takeBareNumber({ heard, turn }: Scene): Answer | null {
  const isWordless = !isHeard(heard) && !/\p{L}/u.test(turn.message.text)
  return isWordless ? menu(say('conversation:unclear')) : null
}

/** Who reads what is written here. */
export function takeWhoSees(scene: Scene): Answer | null {
  return asksWhoSees(scene.turn.message.text) ? answerWhoSees(scene) : null
}

/** 你是骗子吧, 发短信要钱吗: who writes here, whatever else the words were taken for. */
export function takeWhoWeAre(scene: Scene): Answer | null {
  // 有人骗钱 reports.
  if (!asksWhoWeAre(scene.turn.message.text) || isReport(scene)) return null
  return besideQuestion(scene, { ...answerWhoWeAre(scene), continues: 'help' })
}

// 干部家都是贫困户 asks nothing, and reports.
function isReport({ heard, turn }: Scene): boolean {
  return heard.intent === 'report-misuse' && isHeard(heard) && !isQuestion(turn.message.text)
}

/** What the number of one's own case is. */
export function takeReferences(scene: Scene): Answer | null {
  return asksReferences(scene.turn.message) ? answerReferences(scene) : null
}

/** An ID number where nothing asks for one: it is not needed, and how to be known is. */
export function takeIdNumber({ heard, household, turn }: Scene): Answer | null {
  if (household !== null || !holdsIdNumber(turn.message.text) || isClear(heard)) return null
  return speak([
    say('conversation:link.no-number'),
    say('conversation:link.offer', { link: say('conversation:word.link') }),
  ])
}

/** 孤儿补助, 低保金: aid of which this plan says nothing. */
export function takeOtherAid(scene: Scene): Answer | null {
  const { heard, turn } = scene
  const { text } = turn.message
  const isOther = namesOtherAid(text) && heard.topic === null && heard.stage === null
  if (!(isOther || namesNoAidOfPlan(text)) || isFirm(heard)) return null
  const person = say('conversation:how.person', { person: say('conversation:word.person') })
  const answer = speak([say('conversation:answer.other-aid')], [person])
  return besideQuestion(scene, { ...answer, continues: 'out-of-scope' })
}

/** 隔壁家是不是贫困户: of others nothing is told to anybody, whether they are on record or not. */
export function takeOthers(scene: Scene): Answer | null {
  const { focus, turn } = scene
  const isOwn = (focus.persons ?? []).length > 0 || householdCalled(turn) !== null
  const { text } = turn.message
  const isOfOthers = namesAnother(scene) || (!isOwn && speaksOfOthers(text))
  if (isReport(scene) || !isOfOthers) return null
  const answer = speak([say('conversation:none.others')])
  return besideQuestion(scene, { ...answer, continues: 'out-of-scope' })
}

// 那何玉海家呢: of whoever has one household alone it is another's.
function namesAnother({ household, turn }: Scene): boolean {
  const { text } = turn.message
  if (household === null || turn.households.length > 1 || !turnsToHousehold(text)) return false
  return householdCalled(turn) === null && !household.persons.some(({ name }) => text.includes(name))
}

/** 我家啥时候脱贫的: how the household stands on the record, and since when. */
export function takeStandingSince(scene: Scene): Answer | null {
  const isAsked = scene.household !== null && asksStandingSince(scene.turn.message.text)
  return isAsked ? { ...answerStanding(scene), continues: 'report-missing' } : null
}

/** How a county stands in the plan. */
export function takeCounty(scene: Scene): Answer | null {
  return asksCounty(scene) ? answerCounty(scene) : null
}

/** 那就按登记的: the record is right after all. */
export function takeAccepted(scene: Scene): Answer | null {
  if (!acceptsRecord(scene.turn.message.text)) return null
  return { ...resume(onTopic(ofContradicted(scene))), continues: 'no' }
}

/** Something that somebody of the office is to look into. */
export function takeComplaint(scene: Scene): Answer | null {
  const { heard, session, turn } = scene
  const { text } = turn.message
  const complaint = complaintIn(heard, text, session.about)
  return complaint === null ? null : requestCase(scene, complaint, wishesReview(text))
}

/** 怎么办, beside a question of what there is. */
export function takeHow(scene: Scene): Answer | null {
  const isBeside = asksHow(scene.turn.message.text) && !isFirm(scene.heard)
  return isBeside ? howAndHowMuch(onTopic(scene)) : null
}

/** How many children there are makes no answer of its own: what they get does. */
export function takeCount(scene: Scene): Answer | null {
  if (!tellsCount(scene)) return null
  const answer = isJustSaid(scene) ? answerStatement(scene, resume) : answerBenefits(scene)
  return { ...answer, continues: 'ask-benefits' }
}

/** What only tells something of the family. */
export function takeStatement(scene: Scene): Answer | null {
  if (!isStatement(scene)) return null
  const answer = answerStatement(scene, resume)
  return scene.heard.intent === 'ask-routes' ? { continues: 'ask-programme', ...answer } : answer
}

/** 那住院能报销吗: whomever it is said of, and whatever was spoken of before. */
export function takeOtherBusiness(scene: Scene): Answer | null {
  return isOfOther(scene) ? byIntent(scene, scene.heard.intent) : null
}

/** What was not understood well enough. */
export function takeUnheard({ heard }: Scene): Answer | null {
  return isHeard(heard) ? null : menu(say('conversation:unclear'))
}

// A name (马, ལྷ) is no business.
function isOfOther({ heard, household, turn }: Scene): boolean {
  if (!isHeard(heard) || heard.intent !== 'out-of-scope' || heard.said.otherBusiness !== true) return false
  const { text } = turn.message
  const names = household?.persons.flatMap(({ name }) => formsOf(name)) ?? []
  const rest = names.reduce((left, name) => left.replaceAll(name, ''), text)
  return rest === text || understand(rest).said.otherBusiness === true
}
