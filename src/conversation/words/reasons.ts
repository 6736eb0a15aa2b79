import type { Determination } from '../../policy/determine.ts'
import type { Day, FactName, Facts } from '../../policy/facts.ts'
import { type Atom, type Condition, evaluate, type Truth } from '../../policy/logic/logic.ts'
import { figureOn, type PolicyBook } from '../../policy/parameters/parameters.ts'
import { PROGRAMMES } from '../../policy/programmes/index.ts'
import { isTextKey } from '../../i18n/texts.ts'
import type { Office } from '../../register/office.ts'
import type { Later } from '../reckoning/ahead.ts'
import { news, type Param, say, type Text } from './reply.ts'

/** Whom and what the words about a determination are of. */
export type Subject = {
  /** The person's id; empty for whom a stranger told of. */
  readonly person: string
  readonly who: Param
  readonly facts: Facts
  readonly county: Param | null
  readonly office: Text
  readonly today: Day
  readonly book: PolicyBook
  /** What the record says of the household's standing; null for what a stranger told. */
  readonly standing: Text | null
  /** What the county's office entered of how to apply. */
  readonly entries: readonly Office[]
}

/** What was determined of one person, and the words for who it is. */
export type Case = {
  readonly subject: Subject
  readonly determinations: readonly Determination[]
  /** Of what is closed today, what the next step of schooling opens. */
  readonly later: readonly Later[]
}

/** A condition as it was judged, in plain words, with its clause. */
export type Explained = {
  readonly text: Text
  readonly value: Truth
  readonly citation: string
  readonly fact: FactName | null
}

/** The conditions that settled a determination, or left it open, and no others: each as one sentence. */
export function decidingReasons(determination: Determination, subject: Subject): readonly Explained[] {
  const programme = PROGRAMMES.find(({ id }) => id === determination.programme)
  if (programme === undefined || determination.benefit === null) return [notInForce(determination)]
  const truthOf = (atom: Atom) =>
    determination.reasons.find(({ condition }) => condition === atom.condition)?.value ?? null
  const wanted = VALUES[determination.outcome]
  return deciding(programme.conditions, wanted, truthOf).map((part) =>
    explain(part, wanted, citationIn(determination), subject),
  )
}

/** The sentences for why each of these determinations is as it is, each once. */
export function reasonsOf(subject: Subject, determinations: readonly Determination[]): readonly Text[] {
  return news(
    determinations.flatMap((determination) =>
      decidingReasons(determination, subject).map(({ text }) => text),
    ),
    new Set(),
  )
}

const VALUES = { eligible: true, ineligible: false, unknown: null } as const

// A choice that failed is one reason, not several: none of its ways was open.
type Deciding = Atom | { readonly any: readonly Condition[] }

function deciding(condition: Condition, wanted: Truth, truthOf: (atom: Atom) => Truth): readonly Deciding[] {
  if (evaluate(condition, truthOf) !== wanted) return []
  if ('all' in condition) return condition.all.flatMap((part) => deciding(part, wanted, truthOf))
  if (!('any' in condition)) return [condition]
  if (wanted === false && isTextKey(anyKey(condition))) return [condition]
  const parts = condition.any.map((part) => deciding(part, wanted, truthOf)).filter((part) => part.length > 0)
  return wanted === true ? (parts[0] ?? []) : parts.flat()
}

function anyKey({ any }: { readonly any: readonly Condition[] }): string {
  return `policy:any.${firstAtom(any)?.condition ?? ''}`
}

function firstAtom(conditions: readonly Condition[]): Atom | undefined {
  const [first] = conditions
  if (first === undefined) return undefined
  if ('all' in first) return firstAtom(first.all)
  return 'any' in first ? firstAtom(first.any) : first
}

// As the determination cites it: a decision laid over the plan stands there in place of the clause.
function citationIn({ reasons, citations }: Determination): (atom: Atom | undefined) => string {
  return (atom) =>
    reasons.find(({ condition }) => condition === atom?.condition)?.citation ?? citations[0] ?? ''
}

function explain(
  part: Deciding,
  value: Truth,
  citationOf: (atom: Atom | undefined) => string,
  subject: Subject,
): Explained {
  if ('any' in part) {
    const first = firstAtom(part.any)
    return {
      text: keyed(anyKey(part), anyParams(part.any, subject)),
      value,
      citation: citationOf(first),
      fact: first?.fact ?? null,
    }
  }
  return { text: atomText(part, value, subject), value, citation: citationOf(part), fact: part.fact }
}

function atomText(atom: Atom, value: Truth, subject: Subject): Text {
  if (atom.condition === 'registered' && value !== null && subject.standing !== null) return subject.standing
  const stem = `policy:condition.${atom.condition.startsWith('stage') ? 'stage' : atom.condition}`
  const officeKnows = value === null && 'inCategory' in atom.test && subject.county !== null
  // Only what the sentence can hold: equal sentences of two persons are told once.
  const owner = atom.fact.startsWith('person.')
    ? { who: subject.who }
    : { county: subject.county ?? '', office: subject.office }
  const isMet = value === true && 'isOneOf' in atom.test
  const needed = isMet ? '' : neededBy(atom, subject)
  const params = { ...owner, needed, actual: actualOf(atom, subject) }
  return keyed(`${stem}.${officeKnows ? 'office' : String(value)}`, params)
}

function anyParams(parts: readonly Condition[], subject: Subject): Readonly<Record<string, Param>> {
  const ages = parts.find((part): part is Atom => 'fact' in part && part.fact === 'person.birthDate')
  const people = parts.find(
    (part): part is Atom => 'fact' in part && part.fact === 'household.village.population',
  )
  return {
    ...(ages === undefined ? {} : { ages: neededBy(ages, subject) }),
    ...(people === undefined ? {} : { people: neededBy(people, subject) }),
  }
}

// What the condition asks for, in words.
function neededBy({ test, fact }: Atom, { today, book }: Subject): Param {
  if ('atLeast' in test) return figureOn(test.atLeast, today, book).value
  if ('ageFrom' in test) {
    const from = figureOn(test.ageFrom, today, book).value
    if (test.ageTo === undefined) return say('policy:age.from', { from })
    return say('policy:age.range', { from, to: figureOn(test.ageTo, today, book).value })
  }
  return 'isOneOf' in test ? { list: test.isOneOf.flatMap((value) => valueText(fact, value)) } : ''
}

function actualOf({ fact }: Atom, { facts }: Subject): Param {
  const value = facts[fact]
  return value === null || value === undefined ? '' : (valueText(fact, value)[0] ?? '')
}

function valueText(fact: FactName, value: string | number | boolean): Text[] {
  const key =
    fact === 'person.stage' ? `policy:stage.${String(value)}` : `policy:option.${fact}.${String(value)}`
  return isTextKey(key) ? [{ key }] : []
}

function notInForce({ reasons }: Determination): Explained {
  return {
    text: say('policy:condition.in-force.false'),
    value: false,
    citation: reasons[0]?.citation ?? '',
    fact: null,
  }
}

function keyed(key: string, params: Readonly<Record<string, Param>>): Text {
  if (!isTextKey(key)) throw new Error(`no text ${key}`)
  return { key, params }
}
