import { REFERENCE_LETTERS } from '../../conversation/hearing/references.ts'
import type { Session } from '../../conversation/session/session.ts'
import type { Change, Outcome } from '../../conversation/turn.ts'
import type { Household } from '../../register/household.ts'

/** Whom a determination of a stranger's is about. */
const SOMEONE = 'someone'

/** What a turn came to, with no word of a language in it: equal in all four runs. */
export type Trace = {
  readonly heard: { readonly intent: string; readonly topic: string | null }
  readonly asks: string | null
  /** What the answer rests on. */
  readonly determined: readonly Determined[]
  readonly changes: readonly string[]
  readonly told: readonly string[]
  /** What the words tell that no language changes. */
  readonly names: readonly string[]
  readonly clauses: readonly string[]
  readonly numbers: readonly string[]
}

type Determined = {
  readonly person: string
  readonly programme: string
  readonly outcome: string
  readonly reasons: readonly string[]
  readonly citations: readonly string[]
}

/** The trace of a turn; persons are called by their names, `pages` are all that it said. */
export function traceOf(
  { heard, session, changes, determinations }: Outcome,
  households: readonly Household[],
  pages: readonly string[],
): Trace {
  const text = pages.join('\n')
  const persons = households.flatMap((one) => one.persons)
  const nameOf = (id: string) => persons.find((person) => person.id === id)?.name ?? SOMEONE
  return {
    heard: { intent: heard.intent, topic: heard.topic },
    asks: asksOf(session),
    determined: determinations.map(({ person, reasons, ...settled }) => ({
      ...settled,
      person: nameOf(person),
      reasons: reasons.map(({ condition, value }) => `${condition} ${value}`),
    })),
    changes: changes.filter(({ kind }) => kind !== 'told').map(changeText),
    told: changes.flatMap((change) =>
      change.kind === 'told'
        ? change.told.map(({ person, programme }) => `${nameOf(person)} ${programme}`)
        : [],
    ),
    names: persons.map(({ name }) => name).filter((name) => text.includes(name)),
    clauses: distinct(text.match(CLAUSE) ?? []),
    numbers: distinct(text.replace(CLAUSE, ' ').replace(REFERENCE, ' ').match(/\d+/g) ?? []),
  }
}

function distinct(all: readonly string[]): readonly string[] {
  return [...new Set(all)].toSorted()
}

const CLAUSE = /[一二三四五]\([一二三四五六]\)(?:·\d+(?:[–、, ]+\d+)*)?/gu
const LETTER = `[${REFERENCE_LETTERS}]`
const REFERENCE = new RegExp(`${LETTER}{5}-${LETTER}{5}|(?<![A-Z0-9])${LETTER}{6}(?![A-Z0-9])`, 'g')

function asksOf({ asking }: Session): string | null {
  if (asking === null) return null
  return asking.kind === 'fact' ? asking.fact : asking.kind
}

function changeText(change: Change): string {
  return change.kind === 'open-case' || change.kind === 'add-to-case'
    ? `${change.kind} ${change.caseKind}`
    : change.kind === 'link'
      ? `${change.kind} ${change.how}`
      : change.kind
}
