import { type Answer, speak } from '../answer.ts'
import type { OwnCase } from '../case.ts'
import { isQuestion } from '../hearing/manner/questions.ts'
import { isUnsettled } from '../hearing/office-words.ts'
import { type Named, referenceIn, shownReference } from '../hearing/references.ts'
import { type Line, say } from '../words/reply.ts'
import type { Scene } from '../scene.ts'
import { dayText } from '../words/day-text.ts'
import { adding, offerCase } from './cases.ts'

/** How each of a contact's own cases stands, the latest first; none where it has opened none. */
export function caseLines({ turn }: Scene): readonly Line[] {
  return turn.cases.map(caseLine)
}

/** Whether any of a contact's own cases is still open. */
export function hasOpenCase({ turn }: Scene): boolean {
  return turn.cases.some(({ state }) => state === 'open')
}

/**
 * A message that names a reference: alone, it asks how the case stands; with words, they join it. Null where it names
 * none. Another's number and no number at all are told alike.
 */
export function answerReference(scene: Scene): Answer | null {
  const named = referenceIn(scene.turn.message.text)
  if (named === null) return null
  const own = scene.turn.cases.find(({ reference }) => reference === named.reference)
  if (own !== undefined) return answerOwn(scene, own, named.rest)
  if (scene.turn.namedReport !== null) return answerReport(scene, named)
  if (named.rest !== '') return null
  return { ...speak([say('conversation:case.unknown')]), continues: 'ask-status' }
}

/** The last settled case is taken up again, as its family says it is not settled. */
export function answerUnsettled(scene: Scene): Answer {
  const { cases, message } = scene.turn
  const closed = cases.find(({ state, outcome }) => state === 'closed' && outcome !== 'withdrawn')
  const isOpen = cases.some(({ kind, state }) => kind === closed?.kind && state === 'open')
  if (closed !== undefined && !isOpen) return reopen(scene, closed, message.text)
  if (hasOpenCase(scene)) return { ...speak(...caseLines(scene)), continues: 'ask-status' }
  return offerCase(scene, 'person')
}

/** Whether a message asks for the numbers of what was handed on: 编号是多少. */
export function asksReferences({ text }: { readonly text: string }): boolean {
  return ASKS_REFERENCES.test(text.trim())
}

/** How each of a contact's own cases stands; that there is none where there is none. */
export function answerReferences(scene: Scene): Answer {
  const lines = caseLines(scene)
  const none = [say('conversation:case.none', { person: say('conversation:word.person') })]
  return { ...speak(...(lines.length === 0 ? [none] : lines)), continues: 'ask-status' }
}

/** Whether a message says that a settled case is not settled; without one, the words mean something else. */
export function saysUnsettled({ turn }: Scene): boolean {
  return turn.cases.some(({ state }) => state === 'closed') && isUnsettled(turn.message.text)
}

function caseLine({ reference, kind, state, openedOn, outcome }: OwnCase): Line {
  const params = {
    reference: shownReference(reference),
    kind: say(`conversation:case.kind.${kind}`),
    date: dayText(openedOn),
  }
  const line = [say(`conversation:case.${state}`, params)]
  return outcome === null ? line : [...line, say(`conversation:case.outcome.${outcome}`)]
}

function answerOwn(scene: Scene, own: OwnCase, rest: string): Answer {
  const { heard, turn } = scene
  const isAsked = rest === '' || isQuestion(turn.message.text) || heard.intent === 'thanks'
  if (isAsked) return { ...speak(caseLine(own)), continues: 'ask-status' }
  if (own.state === 'closed') return reopen(scene, own, turn.message.text)
  return { ...addNamed(scene, own), continues: 'talk-to-person' }
}

function reopen(scene: Scene, { kind, reference }: OwnCase, text: string): Answer {
  const asking = { kind: 'case', caseKind: kind, reference, step: NO_QUESTION, interrupted: false } as const
  return {
    ...speak([say('conversation:case.reopened', { reference: shownReference(reference) })]),
    remember: { asking },
    changes: [adding(scene, asking, text)],
    continues: 'talk-to-person',
  }
}

// Whoever holds the number of a report that is nobody's learns whether it is settled, and may add to it.
function answerReport(scene: Scene, { reference, rest }: Named): Answer {
  const { namedReport, message } = scene.turn
  if (rest !== '' && !isQuestion(message.text)) return addNamed(scene, { reference, kind: 'misuse' })
  const key = namedReport === 'open' ? 'conversation:case.report.open' : 'conversation:case.report.closed'
  return { ...speak([say(key)]), continues: 'ask-status' }
}

function addNamed(scene: Scene, { reference, kind }: Pick<OwnCase, 'reference' | 'kind'>): Answer {
  return {
    ...speak([say('conversation:case.added', { reference: shownReference(reference) })]),
    changes: [adding(scene, { caseKind: kind, reference, step: NO_QUESTION }, scene.turn.message.text)],
  }
}

const ASKS_REFERENCES =
  /^(?:那|请问)?(?:我的?|刚才的?|上次的?|申请的?)*(?:编号|受理号|单号)(?:是)?(?:多少|几|啥|什么|忘了?|丢了?|找不到)[了呢啊呀?？。]*$|^(?:我)?(?:忘了|找不到|丢了)(?:编号|受理号|单号)[了。]*$|^(?:ངའི་)?(?:རེ་ཞུའི་)?ཨང་གྲངས་(?:ནི་)?(?:ག་ཚོད|ཅི|གང)་(?:རེད|ཡིན)[་།\s]*$/u

// Words that answer none of a case's questions.
const NO_QUESTION = -1
