import { textsIn } from '../../i18n/texts.ts'
import type { Answer } from '../answer.ts'
import { CASE_QUESTIONS, questionAsked, YES_OR_NO } from '../asking/case-questions.ts'
import type { CaseKind } from '../case.ts'
import { withoutIdNumbers } from '../hearing/mask.ts'
import { referenceFor, shownReference } from '../hearing/references.ts'
import { type Line, say } from '../words/reply.ts'
import { factsFor, type Scene } from '../scene.ts'
import type { CaseAsking } from '../session/session.ts'
import type { Change } from '../turn.ts'

/** Hands a person's own words to the office as a case, and asks what staff need; a second request of a kind joins the first. */
export function openCase(scene: Scene, caseKind: CaseKind, text: string): Answer {
  const joined = openOf(scene, caseKind)
  if (joined !== null) return joinCase(scene, joined, text)
  const reference = referenceFor(caseKind, scene.turn.reference)
  const opened = say(`conversation:case.${caseKind}.opened`, { reference: shownReference(reference) })
  const asking = { kind: 'case', caseKind, reference, step: 0, interrupted: false } as const
  return {
    ...askStep([[opened]], needsAsking(caseKind, text) ? asking : { ...asking, step: 1 }),
    changes: [opening(scene, caseKind, reference, text)],
  }
}

/** Asks whether a request is meant, where the words may have been misheard: nobody at the office is troubled for nothing. */
export function offerCase({ turn }: Scene, caseKind: CaseKind, text: string = turn.message.text): Answer {
  return {
    reply: {
      lines: [],
      closing: [[say(`conversation:case.offer.${caseKind}`)]],
      choices: YES_OR_NO,
      span: 'one',
    },
    remember: { asking: { kind: 'offer', caseKind, text: text.slice(0, 2000) } },
  }
}

/** Adds a message to a case, with the question it answers where one was asked. */
export function adding(
  { language }: Scene,
  { caseKind, reference, step }: Pick<CaseAsking, 'caseKind' | 'reference' | 'step'>,
  text: string,
): Change {
  const question = CASE_QUESTIONS[caseKind][step]
  const asked = question === undefined ? '' : `${textsIn(language)(question.key)}\n`
  return { kind: 'add-to-case', caseKind, reference, text: asked + kept(text) }
}

/** These lines, and the question of this step where there is one. What is written after the last still joins the case. */
export function askStep(lines: readonly Line[], asking: CaseAsking): Answer {
  const question = CASE_QUESTIONS[asking.caseKind][asking.step]
  const remember = { asking }
  if (question === undefined)
    return { reply: { lines: [...lines, [say('conversation:case.detail')]], span: 'one' }, remember }
  const { line, choices } = questionAsked(question)
  return { reply: { lines, closing: [line], choices, span: 'one' }, remember }
}

function joinCase(scene: Scene, joined: CaseAsking, text: string): Answer {
  const reference = shownReference(joined.reference)
  const told = say(`conversation:case.${joined.caseKind}.joined`, { reference })
  const next = { ...joined, step: joined.step + 1, interrupted: false }
  return { ...askStep([[told]], next), changes: [adding(scene, joined, text)] }
}

// A report that is just being told belongs to nobody, and is known by the talk alone.
function openOf({ turn, session }: Scene, caseKind: CaseKind): CaseAsking | null {
  const { asking, waiting } = session
  for (const one of [asking, waiting]) if (one?.kind === 'case' && one.caseKind === caseKind) return one
  const open = turn.cases.find(({ kind, state }) => kind === caseKind && state === 'open')
  if (open === undefined) return null
  const step = CASE_QUESTIONS[caseKind].length
  return { kind: 'case', caseKind, reference: open.reference, step, interrupted: false }
}

// Who has told what is wrong is not asked what is wrong; of the other kinds more is needed than one tells unasked.
function needsAsking(caseKind: CaseKind, text: string): boolean {
  if (caseKind !== 'correction' && caseKind !== 'person') return true
  return text.trim().length <= (/\p{Script=Tibetan}/u.test(text) ? TOLD_UNITS.bo : TOLD_UNITS['zh-CN'])
}

/** Texts longer than so many letters tell the matter, not only that there is one. */
const TOLD_UNITS = { 'zh-CN': 12, bo: 36 } as const

// A report of misuse is nobody's: it never stands beside the household or the telephone it came from.
function opening(scene: Scene, caseKind: CaseKind, reference: string, text: string): Change {
  const { household, heard } = scene
  const isAnonymous = caseKind === 'misuse'
  return {
    kind: 'open-case',
    caseKind,
    reference,
    text: kept(text),
    keepContact: !isAnonymous,
    householdId: isAnonymous ? null : (household?.id ?? null),
    county: heard.county ?? household?.county ?? factsFor(scene, null)['household.county'] ?? null,
  }
}

function kept(text: string): string {
  return withoutIdNumbers(text.slice(0, 2000))
}
