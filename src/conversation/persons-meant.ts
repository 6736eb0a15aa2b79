import type { Day } from '../policy/facts.ts'
import type { Household, Person } from '../register/household.ts'
import type { PersonSaid } from '../understanding/types.ts'
import { childrenOf } from './people.ts'

/** Whom the words mean: by name, or as a son, a daughter, the second of them. Null where they name nobody. */
export function personsMeant(
  household: Household,
  said: PersonSaid | undefined,
  text: string,
  today: Day,
): readonly Person[] | null {
  const named = household.persons.filter((person) => namesOf(person).some((name) => isNamedIn(text, name)))
  if (named.length > 0) return named
  // Among much else that is told, a grown-up is only named in passing.
  const grown = /[，,。\s]./u.test(text.trim()) ? undefined : ADULTS.find(({ words }) => words.test(text))
  if (grown !== undefined)
    return household.persons.filter(
      ({ relation, sex }) => (relation === 'head' || relation === 'spouse') && sex === grown.sex,
    )
  if (said === undefined || said.relation === 'self') return null
  const relation = said.relation ?? 'child'
  const children = childrenOf(household, today).filter((child) =>
    SEXES[relation].includes(child.sex ?? 'unknown'),
  )
  if (said.ordinal === undefined) return relation === 'child' ? null : children
  const one = said.ordinal < 0 ? children.at(said.ordinal) : children[said.ordinal - 1]
  return one === undefined ? [] : [one]
}

const SEXES: Readonly<Record<'son' | 'daughter' | 'child', readonly string[]>> = {
  son: ['male', 'unknown'],
  daughter: ['female', 'unknown'],
  child: ['male', 'female', 'unknown'],
}

// 我媳妇, 娃他爸: the words for the grown-ups of a household.
const ADULTS = [
  { words: /媳妇|老婆|爱人|妻子|娃他妈|孩子他妈|娃娃他妈|ཆུང་མ|སྐྱེ་དམན/u, sex: 'female' },
  { words: /老公|丈夫|男人|娃他爸|孩子他爸|娃娃他爸|ཁྱོ་ག/u, sex: 'male' },
] as const

// 何玉山家 speaks of a household, not of its head.
function isNamedIn(text: string, name: string): boolean {
  const at = text.indexOf(name)
  return at >= 0 && !/^\s*(?:家|ཚང)/u.test(text.slice(at + name.length))
}

// A given name alone is taken where it has two characters: one would be found in any sentence.
function namesOf(person: Person): readonly string[] {
  const given = /^\p{Script=Han}{3}$/u.test(person.name) ? [person.name.slice(1)] : []
  return person.name.length > 1 ? [person.name, ...given] : []
}
