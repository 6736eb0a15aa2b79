import { ageOn } from '../../policy/age.ts'
import { type Day, STAGES, type Stage } from '../../policy/facts.ts'
import type { Household, Person } from '../../register/household.ts'
import type { Understanding } from '../../understanding/types.ts'
import { namesAim, tellsAhead, tellsMovedOn } from '../hearing/manner/schooling.ts'
import {
  ADULTS,
  BOTH_GRANDCHILDREN,
  CHILD,
  CHILDLESS,
  GRANDCHILDREN,
  ORDINALS,
  OTHER_KIN,
  PLACE_NUMBERS,
  PLACES,
  SEVERAL,
  SEXES,
  STRANGERS,
  THAT_ONE,
  TWINS,
} from './kin-words.ts'
import { calledByName } from './names.ts'
import { childrenOf } from './people.ts'
import { siblingSaid, siblingsOf } from './siblings.ts'

/**
 * Whom words mean. `isOne`: they speak of one person, though several may fit. `isBySchool`: by the school that was said, as
 * the child in that place among the children is at another.
 */
export type Meant = {
  readonly persons: readonly Person[]
  readonly isOne: boolean
  readonly isBySchool?: true
}

type Words = {
  readonly heard: Pick<Understanding, 'stage' | 'said'>
  readonly text: string
  readonly today: Day
  /** The person last spoken of, by id. */
  readonly lastMeant?: string | null
}

/**
 * Whom the words mean: by name, as twins, as a grandchild, a son, a daughter, by place among the children, by age, or by
 * school. Null where they name nobody; no persons where they name somebody who is not there.
 */
export function personsMeant(household: Household, words: Words): Meant | null {
  for (const way of WAYS) {
    const meant = way(household, words)
    if (meant !== null) return meant
  }
  return null
}

type Way = (household: Household, words: Words) => Meant | null

// 我同学家: of somebody who is not of this household, whatever their name.
function asStranger(_: Household, { text }: Words): Meant | null {
  return STRANGERS.test(text) ? { persons: [], isOne: true } : null
}

function byName(household: Household, words: Words): Meant | null {
  const called = calledByName(household.persons, words.text)
  if (called.length === 0) return null
  return { persons: isOneName(called) ? namesakeMeant(household, called, words) : called, isOne: false }
}

function isOneName(called: readonly Person[]): boolean {
  return called.length > 1 && new Set(called.map(({ name }) => name)).size === 1
}

// 上中职的卓玛, 小的那个扎西: of several of one name, whom the other words tell from the others.
function namesakeMeant(
  household: Household,
  called: readonly Person[],
  { heard, text, today }: Words,
): readonly Person[] {
  const { age, person } = heard.said
  const alike = childrenOf({ ...household, persons: called }, today)
  const placed = atPlace(alike, person?.ordinal ?? placeSaid(text)) ?? []
  if (placed.length > 0) return placed
  const aged = called.filter(({ birthDate }) => birthDate !== null && ageOn(birthDate, today) === age)
  return aged.length > 0 ? aged : thoseAt(called, heard, text)
}

// 我外甥, where all of the household are known to be something else.
function asOtherKin({ persons }: Household, { text }: Words): Meant | null {
  const mayBeHere = persons.some(({ relation }) => relation === 'other' || relation === null)
  return OTHER_KIN.test(text) && !mayBeHere ? { persons: [], isOne: true } : null
}

// Among much else that is told, a grown-up is only named in passing.
function asAdult({ persons }: Household, { text }: Words): Meant | null {
  const grown = /[，,。\s]./u.test(text.trim()) ? undefined : ADULTS.find(({ words }) => words.test(text))
  if (grown === undefined) return null
  const meant = persons.filter(
    ({ relation, sex }) => (relation === 'head' || relation === 'spouse') && sex === grown.sex,
  )
  return { persons: meant, isOne: true }
}

function asTwins(household: Household, { text, today }: Words): Meant | null {
  if (!TWINS.test(text)) return null
  const children = childrenOf(household, today)
  const twins = children.filter(
    (one) =>
      one.birthDate !== null && children.some((other) => other !== one && other.birthDate === one.birthDate),
  )
  return { persons: twins, isOne: false }
}

// A grandmother's 孙子 are the head's children where she is not the head herself.
function asGrandchild(household: Household, { heard, text, today }: Words): Meant | null {
  const sexes = GRANDCHILDREN.find(({ words }) => words.test(text))?.sexes
  if (sexes === undefined) return null
  const young = childrenOf(household, today)
  const grandchildren = young.filter(({ relation }) => relation === 'grandchild')
  const ofThem = (grandchildren.length > 0 ? grandchildren : young).filter(ofSex(sexes))
  const fitting = atPlace(ofThem, placeSaid(text)) ?? thoseAt(ofThem, heard, text)
  return { persons: fitting, isOne: isSingular(text) && !BOTH_GRANDCHILDREN.test(text) }
}

// 他妹妹: of whoever was spoken of.
function asSibling(household: Household, { text, today, lastMeant = null }: Words): Meant | null {
  const sibling = siblingSaid(text)
  return sibling === null
    ? null
    : { persons: siblingsOf(household, sibling, lastMeant, today), isOne: isSingular(text) }
}

// 老大上高三，老二初三: each that is named by its place.
function bySeveralPlaces(household: Household, { text, today }: Words): Meant | null {
  const places = ORDINALS.flatMap(({ words, place }) => (words.test(text) ? [place] : []))
  if (places.length < 2) return null
  const children = childrenOf(household, today)
  const meant = places.flatMap((place) => children.at(place) ?? [])
  return { persons: children.filter((child) => meant.includes(child)), isOne: false }
}

function byRelation(household: Household, words: Words): Meant | null {
  const { heard, text, today } = words
  const { person, childrenCount } = heard.said
  if (person?.relation === 'self') return null
  const place = person?.ordinal ?? placeSaid(text)
  const relation = person?.relation ?? 'child'
  const children = childrenOf(household, today).filter(ofSex(SEXES[relation]))
  if (place === null) {
    if (relation === 'child') return null
    return {
      persons: thoseAt(children, heard, text),
      isOne: childrenCount === undefined && isSingular(text),
    }
  }
  const placed = atPlace(children, place) ?? []
  const there = relation === 'child' ? otherAt(household, words, placed) : null
  return there === null
    ? { persons: placed, isOne: true }
    : { persons: [there], isOne: true, isBySchool: true }
}

// 老大上高三, where the eldest on record is at college and another child in senior three: a school is surer than a place.
function otherAt(
  household: Household,
  { heard, text, today }: Words,
  placed: readonly Person[],
): Person | null {
  const { stage, said } = heard
  const isElsewhere = placed.length === 1 && placed.every((person) => person.stage !== stage)
  if (stage === null || !isElsewhere || namesAim(heard, text) || tellsAhead(text)) return null
  // 老二已经上高中了 corrects the record of that very child.
  if (tellsMovedOn(text) && placed.every((person) => isBefore(person.stage, stage))) return null
  const isSameYear = ({ finalYear }: Person) =>
    said.finalYear === undefined || finalYear === null || finalYear === said.finalYear
  const [one, ...others] = childrenOf(household, today).filter(
    (person) => person.stage === stage && isSameYear(person),
  )
  return one !== undefined && others.length === 0 ? one : null
}

function isBefore(one: Stage | null, other: Stage): boolean {
  return one !== null && STAGES.indexOf(one) < STAGES.indexOf(other)
}

// Null where no place is named.
function atPlace(children: readonly Person[], place: number | 'middle' | null): readonly Person[] | null {
  if (place === null) return null
  const one = place === 'middle' ? middleOf(children) : place < 0 ? children.at(place) : children[place - 1]
  return one === undefined ? [] : [one]
}

// 上初中的女子: of several daughters, the one who is there.
function thoseAt(
  children: readonly Person[],
  heard: Pick<Understanding, 'stage'>,
  text: string,
): readonly Person[] {
  if (heard.stage === null || namesAim(heard, text) || tellsAhead(text)) return children
  const there = children.filter(({ stage }) => stage === heard.stage)
  return there.length > 0 ? there : children
}

// Many count the years of life they are in: whoever is not that old yet may be meant all the same.
function byAge(household: Household, { heard, today }: Words): Meant | null {
  const { age } = heard.said
  if (age === undefined) return null
  const children = childrenOf(household, today)
  const aged = (years: number) =>
    children.filter(({ birthDate }) => birthDate !== null && ageOn(birthDate, today) === years)
  const found = [age, age - 1].map(aged).find((persons) => persons.length > 0)
  return found === undefined ? null : { persons: found, isOne: true }
}

// 上高中的那个: a school that tells one child from the others.
function bySchool(household: Household, { heard, text, today }: Words): Meant | null {
  if (heard.stage === null || !THAT_ONE.test(text)) return null
  const there = childrenOf(household, today).filter(({ stage }) => stage === heard.stage)
  return there.length === 0 ? null : { persons: there, isOne: true }
}

// 我娃, where the record has no child: the grown-ups are not who is meant.
function asNoChild(household: Household, { text, today }: Words): Meant | null {
  const isOfChild = CHILD.test(text) && !CHILDLESS.test(text)
  return isOfChild && childrenOf(household, today).length === 0 ? { persons: [], isOne: true } : null
}

const WAYS: readonly Way[] = [
  asStranger,
  byName,
  asOtherKin,
  asAdult,
  asTwins,
  asGrandchild,
  asSibling,
  bySeveralPlaces,
  byRelation,
  bySchool,
  byAge,
  asNoChild,
]

/** Whether words that several persons fit speak of one of them: 我儿子, and not 两个儿子 or 儿子都. */
function isSingular(text: string): boolean {
  return !SEVERAL.test(text)
}

/** A place among children that the words give: 大的那个, 中间的, 小的那个. */
export function placeSaid(text: string): number | 'middle' | null {
  return PLACES.find(({ words }) => words.test(text))?.place ?? numberedPlace(text)
}

// 老五, 第六个娃, ཕྲུ་གུ་ལྔ་པ.
function numberedPlace(text: string): number | null {
  const place = PLACE_NUMBERS.findIndex((words) => words.test(text))
  return place < 0 ? null : place + 1
}

function middleOf(children: readonly Person[]): Person | undefined {
  return children.length === 3 ? children[1] : undefined
}

function ofSex(sexes: readonly string[]) {
  return ({ sex }: Person) => sexes.includes(sex ?? 'unknown')
}
