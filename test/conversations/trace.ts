import { REFERENCE_LETTERS } from '../../src/conversation/references.ts'
import { rememberedHousehold } from '../../src/conversation/scene.ts'
import type { Session } from '../../src/conversation/session.ts'
import { toldOf } from '../../src/conversation/told.ts'
import type { Change, Outcome } from '../../src/conversation/turn.ts'
import { determine } from '../../src/policy/determine.ts'
import type { Facts } from '../../src/policy/facts.ts'
import { factsOf, type Household } from '../../src/register/household.ts'

/** Whom a determination of a stranger's is about. */
export const SOMEONE = 'someone'

/** What a turn came to, with no word of a language in it: equal in all four runs. */
export type Trace = {
  readonly heard: { readonly intent: string; readonly topic: string | null }
  readonly asks: string | null
  /** What stands determined after the turn, with reasons and citations. */
  readonly determined: readonly Determined[]
  readonly changes: readonly string[]
  readonly told: readonly string[]
  /** What the words tell that no language changes. */
  readonly names: readonly string[]
  readonly clauses: readonly string[]
  readonly numbers: readonly string[]
}

export type Determined = {
  readonly person: string
  readonly programme: string
  readonly outcome: string
  readonly reasons: readonly string[]
  readonly citations: readonly string[]
  readonly missing: readonly string[]
}

export function traceOf(
  { heard, session, changes }: Outcome,
  households: readonly Household[],
  pages: readonly string[],
  today: string,
): Trace {
  const text = pages.join('\n')
  const persons = households.flatMap((one) => one.persons)
  const nameOf = (id: string) => persons.find((person) => person.id === id)?.name ?? SOMEONE
  return {
    heard: { intent: heard.intent, topic: heard.topic },
    asks: asksOf(session),
    determined: determinedIn(session, households, today),
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
    : change.kind
}

function determinedIn(
  session: Session,
  households: readonly Household[],
  today: string,
): readonly Determined[] {
  const { answered } = session
  if (answered === null) return []
  return answered.persons.flatMap((id) => {
    const subject = subjectOf(id, session, households, today)
    if (subject === null) return []
    return determine(subject.facts, today)
      .filter(({ programme }) => answered.programmes.includes(programme))
      .map(({ programme, outcome, reasons, citations, missing }) => ({
        person: subject.name,
        programme,
        outcome,
        reasons: reasons.map(({ condition, value, citation }) => `${condition} ${value} ${citation}`),
        citations,
        missing,
      }))
  })
}

type Subject = { readonly name: string; readonly facts: Facts }

function subjectOf(
  id: string,
  session: Session,
  households: readonly Household[],
  today: string,
): Subject | null {
  if (id === '') return { name: SOMEONE, facts: toldOf(session, '').facts }
  for (const household of households) {
    const remembered = rememberedHousehold(household, session, today)
    const person = remembered.persons.find((one) => one.id === id)
    if (person !== undefined) return { name: person.name, facts: factsOf(remembered, person, today) }
  }
  return null
}
