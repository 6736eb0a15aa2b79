import { readAnswer } from '../../understanding/answer.ts'
import type { Intent } from '../../understanding/types.ts'
import { type Answer, speak } from '../answer.ts'
import { CASE_QUESTIONS, questionAsked } from './case-questions.ts'
import { isCertain, isClear, isHeard } from '../hearing/manner/heard.ts'
import { isQuestion } from '../hearing/manner/questions.ts'
import { dropsIt } from '../hearing/manner/turns.ts'
import { shownReference } from '../hearing/references.ts'
import { say } from '../words/reply.ts'
import type { Scene } from '../scene.ts'
import type { CaseAsking, Session } from '../session/session.ts'
import { adding, askStep } from '../topics/cases.ts'
import { asksReferences } from '../topics/own-cases.ts'
import type { Change } from '../turn.ts'

/** Takes a message as what a case still needs, and asks the next; null where it is a matter of its own. */
export function answerCase(scene: Scene, asking: CaseAsking): Answer | null {
  const { text } = scene.turn.message
  const question = CASE_QUESTIONS[asking.caseKind][asking.step]
  if (question === undefined) return isMoreOfTheSame(scene) ? addMore(scene, asking) : null
  if (text.trim() === '') return null
  if (dropsIt(text)) return settle(asking)
  if (asksReferences(scene.turn.message)) return null
  if (question.answer === 'follow') return answerFollow(scene, asking)
  if (isUnknown(text)) return goOn(asking, [])
  if (isChoiceAlone(text)) return notWritten(asking)
  if (isInterruption(scene)) return null
  return goOn(asking, [adding(scene, asking, text)])
}

/**
 * An answer to something else, with the case's question put once more; where the answer asks a question of its own, the
 * case's waits for it. An interruption loses no case.
 */
export function askAgain({ session }: Scene, answer: Answer): Answer {
  const asking = session.asking?.kind === 'case' ? session.asking : session.waiting
  const next = answer.remember?.asking
  if (asking === null || asking.interrupted || answer.reply === null) return answer
  if (answer.remember?.waiting !== undefined) return answer
  const question = CASE_QUESTIONS[asking.caseKind][asking.step]
  if (question === undefined || isSettled(session, answer))
    return { ...answer, remember: { ...answer.remember, waiting: null } }
  if (next !== undefined && next !== null)
    return { ...answer, remember: { ...answer.remember, waiting: asking } }
  const { line, choices } = questionAsked(question)
  const resumed = say('conversation:case.resumed')
  return {
    ...answer,
    reply: { ...answer.reply, closing: [...(answer.reply.closing ?? []), [resumed, ...line]], choices },
    remember: { ...answer.remember, waiting: null, asking: { ...asking, interrupted: true } },
  }
}

// The case's own question was answered or dropped, or nothing more is wanted; another language is no end.
function isSettled({ asking }: Session, { remember, changes = [] }: Answer): boolean {
  if (changes.some(({ kind }) => kind === 'stop') || remember?.asking?.kind === 'case') return true
  const isTurned = changes.some(({ kind }) => kind === 'set-language')
  return remember?.asking === null && asking?.kind === 'case' && !isTurned
}

// A number where none was offered tells nothing: asked once more, and then no longer.
function notWritten(asking: CaseAsking): Answer {
  if (asking.interrupted) return goOn(asking, [])
  const again = askStep([[say('conversation:ask.again')]], { ...asking, interrupted: true })
  return { ...again, continues: CONTINUED[asking.caseKind] }
}

function isChoiceAlone(text: string): boolean {
  return CHOICE_ALONE.test(text.normalize('NFKC'))
}

// 2023 or 500 may be what was asked for: a year, a sum.
const CHOICE_ALONE = /^[\s\p{P}]*\p{Nd}{1,2}[\s\p{P}]*$/u

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
    return {
      ...speak([say('conversation:case.unfollowed')], [say('conversation:case.misuse.rule')]),
      remember: { asking: null },
      continues,
    }
  return {
    ...speak([say('conversation:case.done', { reference: shownReference(reference) })]),
    remember: { asking: { ...asking, step: CASE_QUESTIONS[caseKind].length } },
    continues,
  }
}

// Only a clear yes ties a report to who made it.
function answerFollow(scene: Scene, asking: CaseAsking): Answer | null {
  const { reference } = asking
  const { text } = scene.turn.message
  // 嗯？ is no consent, and neither is a sentence that ends in ཡིན.
  const isShort = text.trim().length <= LONGEST_CONSENT
  const answer = isQuestion(text) || !isShort ? null : readAnswer(text, { kind: 'yes-no' })
  if (answer === null && isInterruption(scene)) return null
  // What is told instead of a yes or a no belongs to the report.
  const more =
    answer === null && !isChoiceAlone(text) ? [adding(scene, { ...asking, step: NO_QUESTION }, text)] : []
  if (answer === null && !asking.interrupted)
    return { ...askStep([], { ...asking, interrupted: true }), changes: more, continues: CONTINUED.misuse }
  if (answer === null || answer === 'dont-know' || answer.value !== true)
    return { ...settle(asking), changes: more, continues: 'no' }
  return {
    ...speak(
      [say('conversation:case.followed', { reference: shownReference(reference) })],
      [say('conversation:case.misuse.rule')],
    ),
    remember: { asking: null },
    changes: [{ kind: 'follow-case', reference }],
    continues: 'yes',
  }
}

// A whole sentence tells something, whatever verb it ends in.
const LONGEST_CONSENT = 20

// Words that answer none of a case's questions.
const NO_QUESTION = -1

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
  // A number alone answers something, and here nothing was asked.
  if (!/\p{L}/u.test(turn.message.text)) return false
  if (!isHeard(heard) || heard.intent === 'out-of-scope') return true
  if (heard.intent !== 'report-misuse' && heard.intent !== 'report-missing') return false
  return !isQuestion(turn.message.text)
}

function isUnknown(text: string): boolean {
  return text.trim().length <= LONGEST_UNKNOWN && readAnswer(text, { kind: 'yes-no' }) === 'dont-know'
}

const LONGEST_UNKNOWN = 16

function isInterruption({ heard, turn, focus }: Scene): boolean {
  if (ASKS_INSTEAD.test(turn.message.text.trim())) return true
  // 女儿的呢 turns to another child.
  if (heard.said.followUp === true && focus.persons !== null && isQuestion(turn.message.text)) return true
  if (!isClear(heard)) return false
  return isQuestion(turn.message.text) || (OWN_MATTER.has(heard.intent) && isCertain(heard))
}

// 不是 我想问我家老三: none of it belongs to the case.
const ASKS_INSTEAD =
  /^(?:不是|不对|错了)?(?:这个|那个)?[，,。\s]*我(?:是)?(?:只是)?(?:想|要|就)问|^(?:མིན|ནོར་སོང)?[།་\s]*ངས[^།]{0,40}འདྲི་འདོད/u

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
