import type { Answer } from './answer.ts'
import { onTopic } from './carried-scene.ts'
import type { CaseKind } from './case.ts'
import { isCertain } from './hearing/manner/heard.ts'
import { wishesReview } from './hearing/office-words.ts'
import { isQuestion } from './hearing/manner/questions.ts'
import { complains, onlyResents } from './hearing/manner/turns.ts'
import { otherwiseInWords } from './words/otherwise.ts'
import { resume } from './resume.ts'
import type { Scene } from './scene.ts'
import { offerCase, openCase } from './topics/cases.ts'
import { answerStanding } from './topics/standing.ts'

/** A clear request is handed on at once; a doubtful one is asked about first, as each costs somebody's time. */
export function requestCase(
  scene: Scene,
  kind: CaseKind,
  isClear: boolean,
  text: string = scene.turn.message.text,
): Answer {
  // What was told before it was offered goes with it.
  const { asking } = scene.session
  const told = asking?.kind === 'offer' && asking.caseKind === kind ? `${asking.text}\n${text}` : text
  return isClear ? openCase(scene, kind, told) : offerCase(scene, kind, told)
}

/** Whether a report of misuse is one: neither a question about money nor a mere 不公平 charges anybody yet. */
export function isReport({ heard, turn }: Scene): boolean {
  const { text } = turn.message
  return heard.confidence === 1 || (isCertain(heard) && !isQuestion(text) && !onlyResents(text))
}

/** Answers who says that the register lacks them, or has them wrongly; who only asks is told how they stand. */
export function reportMissing(scene: Scene): Answer {
  const { heard, household, turn } = scene
  const { text } = turn.message
  if (isQuestion(text)) return answerStanding(scene)
  // 我儿子的娃: somebody is named, and nothing complained of.
  const isWish = complains(heard, text) || wishesReview(text)
  if (scene.focus.persons !== null && !isWish) return resume(onTopic(scene))
  const kind = household === null ? 'missing' : 'correction'
  return requestCase(scene, kind, isWish, `${text}${otherwiseInWords(scene)}`)
}
