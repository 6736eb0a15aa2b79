import type { TextKey } from '../../i18n/texts.ts'
import type { CaseKind } from '../case.ts'
import { type Choice, type Line, say } from '../words/reply.ts'

/** One thing that staff need to know. `follow` is the yes or no by which a reporter may be told the outcome. */
export type CaseQuestion = { readonly key: TextKey; readonly answer: 'words' | 'follow' }

/** At most two short questions a kind, each of which may be skipped. */
export const CASE_QUESTIONS: Readonly<Record<CaseKind, readonly CaseQuestion[]>> = {
  missing: [words('conversation:case.ask.household'), words('conversation:case.ask.since')],
  correction: [words('conversation:case.ask.correction')],
  refused: [words('conversation:case.ask.which'), words('conversation:case.ask.refused')],
  late: [words('conversation:case.ask.which'), words('conversation:case.ask.late')],
  misuse: [words('conversation:case.ask.misuse'), { key: 'conversation:case.ask.follow', answer: 'follow' }],
  person: [words('conversation:case.ask.person')],
}

/** A case's question as it is asked: how to skip it, or the numbers that answer it. */
export function questionAsked({ key, answer }: CaseQuestion): {
  readonly line: Line
  readonly choices: readonly Choice[]
} {
  if (answer === 'follow') return { line: [say(key)], choices: YES_OR_NO }
  return {
    line: [say(key), say('conversation:ask.dont-know', { word: say('conversation:word.unknown') })],
    choices: [],
  }
}

export const YES_OR_NO: readonly Choice[] = [
  { number: 1, label: 'conversation:choice.yes' },
  { number: 2, label: 'conversation:choice.no' },
]

function words(key: TextKey): CaseQuestion {
  return { key, answer: 'words' }
}
