import { readAnswer } from '../understanding/answer.ts'
import type { Intent } from '../understanding/types.ts'
import { type Answer, speak } from './answer.ts'
import { CASE_QUESTIONS, questionAsked } from './case-questions.ts'
import { dropsIt, isCertain, isClear, isHeard, isQuestion } from './manner.ts'
import { shownReference } from './references.ts'
import { say } from './reply.ts'
import type { Scene } from './scene.ts'
import type { Asking } from './session.ts'
import { adding, askStep } from './topics/cases.ts'
import type { Change } from './turn.ts'

type CaseAsking = Extract<Asking, { kind: 'case' }>

/** Takes a message as what a case still needs, and asks the next; null where it is a matter of its own. */
export function answerCase(scene: Scene, asking: CaseAsking): Answer | null {
  const { text } = scene.turn.message
  const question = CASE_QUESTIONS[asking.caseKind][asking.step]
  if (question === undefined) return isMoreOfTheSame(scene) ? addMore(scene, asking) : null
  if (text.trim() === '') return null
  if (dropsIt(text)) return settle(asking)
  if (question.answer === 'follow') return answerFollow(scene, asking)
  if (isUnknown(text)) return goOn(asking, [])
  if (isInterruption(scene)) return null
  return goOn(asking, [adding(scene, asking, text)])
}

/** An answer to something else, with the case's question put once more: an interruption loses no case. */
export function askAgain(scene: Scene, answer: Answer): Answer {
  const { asking } = scene.session
  if (asking?.kind !== 'case' || asking.interrupted) return answer
  const question = CASE_QUESTIONS[asking.caseKind][asking.step]
  if (question === undefined || answer.reply === null || answer.remember?.asking !== undefined) return answer
  const { line, choices } = questionAsked(question)
  const resumed = say('conversation:case.resumed')
  return {
    ...answer,
    reply: { ...answer.reply, closing: [...(answer.reply.closing ?? []), [resumed, ...line]], choices },
    remember: { ...answer.remember, asking: { ...asking, interrupted: true } },
  }
}

function goOn(asking: CaseAsking, changes: readonly Change[]): Answer {
  const next = { ...asking, step: asking.step + 1, interrupted: false }
  const noted = changes.length === 0 ? [] : [[say('conversation:case.noted')]]
  if (CASE_QUESTIONS[asking.caseKind][next.step] !== undefined)
    return { ...askStep(noted, next), changes, continues: CONTINUED[asking.caseKind] }
  return { ...settle(next), changes }
}

// Nothing more is asked. What is written next still belongs to it, but for a report: the talk forgets its number.
function settle(asking: CaseAsking): Answer {
  const { caseKind, reference } = asking
  const continues = CONTINUED[caseKind]
  if (caseKind === 'misuse')
    return { ...speak([say('conversation:case.unfollowed')]), remember: { asking: null }, continues }
  return {
    ...speak([say('conversation:case.done', { reference: shownReference(reference) })]),
    remember: { asking: { ...asking, step: CASE_QUESTIONS[caseKind].length } },
    continues,
  }
}

// Only a clear yes ties a report to who made it.
function answerFollow(scene: Scene, asking: CaseAsking): Answer | null {
  const { reference } = asking
  const answer = readAnswer(scene.turn.message.text, { kind: 'yes-no' })
  if (answer === null) return isInterruption(scene) ? null : askStep([], { ...asking, interrupted: true })
  if (answer === 'dont-know' || answer.value !== true) return { ...settle(asking), continues: 'no' }
  return {
    ...speak([say('conversation:case.followed', { reference: shownReference(reference) })]),
    remember: { asking: null },
    changes: [{ kind: 'follow-case', reference }],
    continues: 'yes',
  }
}

function addMore(scene: Scene, asking: CaseAsking): Answer {
  const reference = shownReference(asking.reference)
  return {
    ...speak([say('conversation:case.added', { reference })]),
    remember: { asking },
    changes: [adding(scene, asking, scene.turn.message.text)],
  }
}

// What follows a request and asks nothing new belongs to it: only what is surely another matter does not.
function isMoreOfTheSame({ heard, turn }: Scene): boolean {
  if (!isHeard(heard) || heard.intent === 'out-of-scope') return true
  if (heard.intent !== 'report-misuse' && heard.intent !== 'report-missing') return false
  return !isQuestion(turn.message.text)
}

function isUnknown(text: string): boolean {
  return text.trim().length <= LONGEST_UNKNOWN && readAnswer(text, { kind: 'yes-no' }) === 'dont-know'
}

const LONGEST_UNKNOWN = 16

function isInterruption({ heard, turn }: Scene): boolean {
  if (!isClear(heard)) return false
  return isQuestion(turn.message.text) || (OWN_MATTER.has(heard.intent) && isCertain(heard))
}

const OWN_MATTER: ReadonlySet<Intent> = new Set([
  'set-language',
  'stop',
  'start',
  'help',
  'greeting',
  'thanks',
  'erase-data',
])

const CONTINUED: Readonly<Record<CaseAsking['caseKind'], Intent>> = {
  missing: 'report-missing',
  correction: 'report-missing',
  refused: 'ask-status',
  late: 'ask-status',
  misuse: 'report-misuse',
  person: 'talk-to-person',
}
