import { LANGUAGES, textsIn } from '../../i18n/texts.ts'
import { readAnswer } from '../../understanding/answer.ts'
import { TOPICS } from '../../understanding/types.ts'
import { type Answer, speak } from '../answer.ts'
import { answerIntent } from '../intents.ts'
import { isCertain, isClear } from '../hearing/manner/heard.ts'
import { asksMoney } from '../hearing/manner/money.ts'
import { isQuestion } from '../hearing/manner/questions.ts'
import { acceptsRecord, complains, dropsIt, keepsData } from '../hearing/manner/turns.ts'
import { correctsCount, isJustSaid } from '../hearing/otherwise.ts'
import { complaintIn, wishesReview } from '../hearing/office-words.ts'
import { answerCase } from './pending-case.ts'
import { answerFact } from './pending-fact.ts'
import { say } from '../words/reply.ts'
import type { Scene } from '../scene.ts'
import type { Asking } from '../session/session.ts'
import { offerCase, openCase } from '../topics/cases.ts'
import { asksCounty } from '../topics/county.ts'
import { answerTopic } from '../topics/eligibility.ts'
import { answerLinkAsked } from '../topics/linking.ts'
import { chooseHousehold } from './which-household.ts'
import { answerWhich } from './which-one.ts'
import { hasOpenCase } from '../topics/own-cases.ts'
import { askErase, erase, greetIn, keepAll } from '../topics/settings.ts'

/** Reads a message as the answer to what was asked; null where it is something else, to be taken for itself. */
export function answerPending(scene: Scene, asking: Asking): Answer | null {
  switch (asking.kind) {
    case 'fact':
      return correctsCount(scene) || asksCounty(scene) ? null : answerFact(scene, asking)
    case 'person':
      return answerWhich(scene, asking, answerIntent)
    case 'menu':
      return chooseTopic(scene)
    case 'language':
      return chooseLanguage(scene)
    case 'household':
      return chooseHousehold(scene, asking)
    case 'erase':
      return confirmErase(scene)
    case 'case':
      return answerCase(scene, asking)
    case 'offer':
      return answerOffer(scene, asking)
    case 'link':
      return answerLinkAsked(scene, asking)
  }
}

const LONGEST_NAME = 16

function chooseTopic(scene: Scene): Answer | null {
  const options = TOPICS.map((topic) => ({
    id: topic,
    words: LANGUAGES.map((language) => textsIn(language)(`policy:topic.${topic}.name`)),
  }))
  if (!/^[\s\p{N}\p{P}]+$/u.test(scene.turn.message.text) && isClear(scene.heard)) return null
  const answer = readAnswer(scene.turn.message.text, { kind: 'choice', options })
  const topic = TOPICS.find((one) => answer !== null && answer !== 'dont-know' && answer.value === one)
  if (topic === undefined) return null
  const focus = { topic, stage: null, persons: null, isAll: false, isNamed: true }
  return { ...answerTopic({ ...scene, focus }, topic), continues: 'ask-programme' }
}

function chooseLanguage(scene: Scene): Answer | null {
  const answer = readAnswer(scene.turn.message.text, {
    kind: 'choice',
    options: LANGUAGES.map((id) => ({ id, words: [] })),
  })
  const language = LANGUAGES.find((one) => answer !== null && answer !== 'dont-know' && answer.value === one)
  return language === undefined ? null : greetIn(language)
}

// Only a clear yes erases: a yes that is one by every reading, or a number that was offered for it.
function confirmErase(scene: Scene): Answer | null {
  const { heard, turn } = scene
  const options = (hasOpenCase(scene) ? ['all', 'none', 'all-but-open'] : ['all']).map((id) => ({
    id,
    words: [],
  }))
  const chosen = readAnswer(turn.message.text, { kind: 'choice', options })
  const choice = chosen === null || chosen === 'dont-know' ? null : chosen.value
  if (choice === 'all-but-open') return { ...erase(scene, { keepOpenCases: true }), continues: 'yes' }
  const isSaidAgain = heard.intent === 'erase-data' && isCertain(heard) && !keepsData(turn.message.text)
  if (choice === 'all' || heard.intent === 'yes' || (isSaidAgain && !hasOpenCase(scene)))
    return { ...erase(scene, { keepOpenCases: false }), continues: 'yes' }
  // 幼儿园免多少 is of something else: nothing is erased, and that is answered.
  if (isQuestion(turn.message.text) && chosen === null && isClear(heard) && scene.focus.isNamed) return null
  // 啥意思 is neither: it is told once more.
  if (isQuestion(turn.message.text) && chosen === null) return askErase(scene)
  return { ...keepAll(), continues: 'no' }
}

// The request that was offered: opened with the words it was offered for, on a yes alone.
function answerOffer(scene: Scene, asking: Extract<Asking, { kind: 'offer' }>): Answer | null {
  const { text } = scene.turn.message
  if (acceptsRecord(text)) return null
  // 不对，还在幼儿园 takes back what the request was offered for.
  if (isJustSaid(scene) && scene.heard.said.correction === true) return null
  const answer = dropsIt(text) ? null : readAnswer(text, { kind: 'yes-no' })
  const isYes = !isQuestion(text) && answer !== null && answer !== 'dont-know' && answer.value === true
  if (isYes) return { ...openCase(scene, asking.caseKind, asking.text), continues: 'yes' }
  // 没批下来，请复核: a wish for what is offered, whatever denial it begins with.
  if (wishesReview(text) && asking.caseKind === 'misuse') return null
  if (wishesReview(text))
    return { ...openCase(scene, asking.caseKind, `${asking.text}\n${text}`), continues: 'yes' }
  if (isClear(scene.heard) && scene.heard.intent !== 'report-missing') return null
  const isOfSomething = scene.focus.isNamed || scene.focus.isAll || asksMoney(text)
  if ((isOfSomething && isQuestion(text)) || isJustSaid(scene)) return null
  // A child named, and nothing told of it: the same is asked of that child.
  if (scene.focus.persons !== null && text.length <= LONGEST_NAME && !complains(scene.heard, text))
    return null
  // 不给办 is a complaint, whatever it begins with.
  const isNo =
    dropsIt(text) || (answer !== null && complaintIn(scene.heard, text, scene.session.about) === null)
  if (isNo) return { ...speak([say('conversation:case.offer.dropped')]), continues: 'no' }
  // More was told of the same: it goes with what was told before.
  return offerCase(scene, asking.caseKind, `${asking.text}\n${text}`)
}
