import type { Determination } from '../../policy/determine.ts'
import type { Day, FactName, Facts } from '../../policy/facts.ts'
import type { Atom, Truth } from '../../policy/logic/logic.ts'
import { figureOn, type PolicyBook } from '../../policy/parameters/parameters.ts'
import type { TextKey } from '../../i18n/texts.ts'
import type { Office } from '../../register/office.ts'
import type { Later } from '../reckoning/ahead.ts'
import { type Choice, type Deciding, decidingOf } from './deciding.ts'
import { notInForceText } from './ended.ts'
import { listedText } from './listed-text.ts'
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
  const deciding = decidingOf(determination)
  if (deciding === null) return [notInForce(determination, subject)]
  return deciding.map((one) => ({
    text: sentence(one, subject),
    value: one.value,
    citation: one.citation,
    fact: one.fact,
  }))
}

/** Their sentences alone, of those that ask a `wanted` fact; that a programme is not in force asks none (null). */
export function reasonsBy(
  determination: Determination,
  subject: Subject,
  wanted: (fact: FactName | null) => boolean,
): readonly Text[] {
  const deciding = decidingOf(determination)
  if (deciding === null) return wanted(null) ? [notInForce(determination, subject).text] : []
  const texts: Text[] = []
  for (const one of deciding) if (wanted(one.fact)) texts.push(sentence(one, subject))
  return texts
}

/** The sentences for why each of these determinations is as it is, each once. */
export function reasonsOf(subject: Subject, determinations: readonly Determination[]): readonly Text[] {
  return news(
    determinations.flatMap((determination) => reasonsBy(determination, subject, () => true)),
    new Set(),
  )
}

function sentence(deciding: Deciding, subject: Subject): Text {
  const { key, part } = deciding
  return 'any' in part ? choiceText(key, part, subject) : atomText(deciding, part, subject)
}

function atomText({ key, officeKey, value, accepted }: Deciding, atom: Atom, subject: Subject): Text {
  if (atom.condition === 'registered' && value !== null && subject.standing !== null) return subject.standing
  // Only what the sentence can hold: equal sentences of two persons are told once.
  const owner = atom.fact.startsWith('person.')
    ? { who: subject.who }
    : { county: subject.county ?? '', office: subject.office }
  const needed = 'isOneOf' in atom.test ? accepted : neededBy(atom, subject)
  const params = { ...owner, needed, actual: actualOf(atom, subject) }
  return { key: subject.county === null ? key : (officeKey ?? key), params }
}

function choiceText(key: TextKey, { any: parts }: Choice, subject: Subject): Text {
  const ages = parts.find((part): part is Atom => 'fact' in part && part.fact === 'person.birthDate')
  const people = parts.find(
    (part): part is Atom => 'fact' in part && part.fact === 'household.village.population',
  )
  const params = {
    ...(ages === undefined ? {} : { ages: neededBy(ages, subject) }),
    ...(people === undefined ? {} : { people: neededBy(people, subject) }),
  }
  return { key, params }
}

// The figures that the condition asks for, in words.
function neededBy({ test }: Atom, { today, book }: Subject): Param {
  if ('atLeast' in test) return figureOn(test.atLeast, today, book).value
  if (!('ageFrom' in test)) return ''
  const from = figureOn(test.ageFrom, today, book).value
  if (test.ageTo === undefined) return say('policy:age.from', { from })
  return say('policy:age.range', { from, to: figureOn(test.ageTo, today, book).value })
}

function actualOf({ fact }: Atom, { facts }: Subject): Param {
  return listedText(fact, facts[fact]) ?? ''
}

function notInForce({ programme, reasons }: Determination, subject: Subject): Explained {
  return {
    text: notInForceText(programme, subject),
    value: false,
    citation: reasons[0]?.citation ?? '',
    fact: null,
  }
}
