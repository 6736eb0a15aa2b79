import { ageOn } from '../age.ts'
import { inCategory } from '../parameters/counties.ts'
import {
  COMPLETED,
  type Day,
  FACT_NAMES,
  type FactName,
  type Facts,
  OCCUPATIONS,
  SCHOOL_PLACES,
  STAGES,
} from '../facts.ts'
import type { FigureId } from '../parameters/figures.ts'
import { type Atom, COUNTY_CATEGORIES, type RangeTest, type Test, type Truth } from './logic.ts'
import { figureOn, type PolicyBook } from '../parameters/parameters.ts'
import { sourceOf } from '../parameters/source.ts'

/**
 * Every value of a fact falls into one of a few classes that no rule in force tells apart, so a judgement is made once
 * for a combination of classes and found again for everybody else. Class 0 is "unknown".
 */
export type FactClasses = {
  readonly fact: FactName
  /** A value standing for each class; a birth date is stood for by its age. Index 0, unknown, is null. */
  readonly representatives: readonly (Representative | null)[]
  /** How many values each class has, counties counted as listed and other values as one; index 0, unknown, has none. */
  readonly weights: readonly number[]
  readonly classOf: (value: unknown, asOf: Day) => number
}

type Representative = boolean | string | number

type Rules = { readonly atoms: readonly Atom[]; readonly asOf: Day; readonly book: PolicyBook }

const ENUMERATIONS: Partial<Record<FactName, readonly (string | boolean)[]>> = {
  'person.stage': STAGES,
  'person.schoolPlace': SCHOOL_PLACES,
  'person.completed': COMPLETED,
  'person.occupation': OCCUPATIONS,
}

/** The classes of every fact, in the order of `FACT_NAMES`, as the rules of a period tell them apart. */
export function classesOf(rules: Rules): readonly FactClasses[] {
  return FACT_NAMES.map((fact) => {
    if (fact === 'household.county') return countyClasses(rules)
    if (fact === 'household.village.population') return rangeClasses(fact, rules, (value) => Number(value))
    if (fact === 'person.birthDate')
      return rangeClasses(fact, rules, (value, asOf) => ageOn(String(value), asOf))
    return listedClasses(fact, ENUMERATIONS[fact] ?? [false, true])
  })
}

/** The class of each fact for one person, in the order of `FACT_NAMES`. */
export function classify(classes: readonly FactClasses[], facts: Facts, asOf: Day): number[] {
  const found: number[] = []
  for (const { fact, classOf } of classes) {
    const value = facts[fact]
    found.push(value === null || value === undefined ? 0 : classOf(value, asOf))
  }
  return found
}

/** Whether a test holds for a value standing for its class; ages are already in years. */
export function holds(test: Test, value: Representative | null, asOf: Day, book: PolicyBook): Truth {
  if (value === null) return null
  if ('inCategory' in test) return inCategory(test.inCategory, String(value), asOf, book)
  if ('isOneOf' in test) return test.isOneOf.some((accepted) => accepted === value)
  const [from, end] = rangeOf(test, asOf, book)
  return Number(value) >= from && Number(value) < end
}

function listedClasses(fact: FactName, values: readonly (string | boolean)[]): FactClasses {
  const classes = new Map<unknown, number>(values.map((value, index) => [value, index + 1]))
  const weights = [0, ...values.map(() => 1)]
  return { fact, representatives: [null, ...values], weights, classOf: (value) => classes.get(value) ?? 0 }
}

// A class runs from one bound that a rule in force draws to the next.
function rangeClasses(
  fact: FactName,
  rules: Rules,
  measure: (value: unknown, asOf: Day) => number,
): FactClasses {
  const tests = rules.atoms.filter((atom) => atom.fact === fact).map((atom) => atom.test)
  const ends = tests.flatMap((test) =>
    'isOneOf' in test || 'inCategory' in test ? [] : rangeOf(test, rules.asOf, rules.book),
  )
  const bounds = [...new Set(ends)].filter(Number.isFinite).sort((a, b) => a - b)
  const representatives = [null, (bounds[0] ?? 0) - 1, ...bounds]
  const weights = [0, ...representatives.slice(1).map(() => 1)]
  const classOf = (value: unknown, asOf: Day) => {
    const measured = measure(value, asOf)
    let index = 1
    for (const bound of bounds) if (measured >= bound) index++
    return index
  }
  return { fact, representatives, weights, classOf }
}

// Counties are told apart by the categories they are in and by who says so; `62` alone stands for a Gansu code that no list names.
function countyClasses({ asOf, book }: Rules): FactClasses {
  const listed = COUNTY_CATEGORIES.flatMap((category) =>
    book.counties[category].flatMap((entry) => Object.keys(entry.value)),
  )
  const representatives: (string | null)[] = [null]
  const weights = [0]
  const bySignature = new Map<string, number>()
  const byCode = new Map<string, number>()
  for (const code of new Set([...listed, '62', 'elsewhere'])) {
    const signature = COUNTY_CATEGORIES.map((category) => {
      const test = { inCategory: category }
      return [inCategory(category, code, asOf, book), sourceOf({ test }, code, asOf, book)]
    }).join()
    const found = bySignature.get(signature) ?? representatives.push(code) - 1
    bySignature.set(signature, found)
    weights[found] = (weights[found] ?? 0) + 1
    byCode.set(code, found)
  }
  const unlisted = byCode.get('62') ?? 0
  const elsewhere = byCode.get('elsewhere') ?? 0
  const classOf = (value: unknown) =>
    byCode.get(String(value)) ?? (String(value).startsWith('62') ? unlisted : elsewhere)
  return { fact: 'household.county', representatives, weights, classOf }
}

// From, included, to end, excluded.
function rangeOf(test: RangeTest, asOf: Day, book: PolicyBook): [number, number] {
  const value = (id: FigureId) => figureOn(id, asOf, book).value
  if ('atLeast' in test) return [value(test.atLeast), Number.POSITIVE_INFINITY]
  return [value(test.ageFrom), test.ageTo === undefined ? Number.POSITIVE_INFINITY : value(test.ageTo) + 1]
}
