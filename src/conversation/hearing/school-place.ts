import type { Household } from '../../register/household.ts'
import { prefectureIn } from '../../understanding/prefecture.ts'
import type { Understanding } from '../../understanding/types.ts'
import { toldOf } from '../session/told.ts'
import type { Turn } from '../turn.ts'
import { isClear } from './manner/heard.ts'
import { asksWhat, isQuestion } from './manner/questions.ts'
import { isSchoolIn } from './manner/schooling.ts'

/** A message with the place of the school that it tells, as far as it is one: beside a record, or (null) of a stranger. */
export function withSchoolPlace(
  heard: Understanding,
  turn: Turn,
  household: Household | null,
): Understanding {
  const placed = household === null ? heard : ofCountyNamed(heard, turn, household)
  // A county that is named says which one.
  if (placed !== heard || heard.said.schoolPlace !== 'in-province') return placed
  return withinProvince(heard, turn, household)
}

// Beside a record, a county where a child is said to be at school is the school's, and not the family's; so is one that
// answers where the school is.
function ofCountyNamed(
  heard: Understanding,
  { message: { text }, session: { asking } }: Turn,
  { county }: Household,
): Understanding {
  if (heard.county === null || county === null) return heard
  const isAsked = asking?.kind === 'fact' && asking.fact === 'person.schoolPlace'
  const asksItself = isQuestion(text) || asksWhat(text) || isClear(heard)
  if (!isSchoolIn(text) && (!isAsked || asksItself)) return heard
  const schoolPlace =
    heard.county === county
      ? 'home-county'
      : heard.county.startsWith(GANSU)
        ? 'in-province'
        : 'out-of-province'
  return { ...heard, county: null, said: { ...heard.said, schoolPlace } }
}

const GANSU = '62'

// 我家在定西，娃上幼儿园: a prefecture or the province that holds the home may hold the school in its own county. Only for a
// kindergarten does it matter which county it is.
function withinProvince(heard: Understanding, turn: Turn, household: Household | null): Understanding {
  const { text } = turn.message
  const { facts } = toldOf(turn.session, '')
  const stage = heard.stage ?? (household === null ? facts['person.stage'] : null) ?? 'preschool'
  if (stage !== 'preschool' || ANOTHER_COUNTY.test(text)) return heard
  const home = household?.county ?? facts['household.county'] ?? null
  const prefecture = prefectureIn(text)
  if (prefecture !== null && home !== null && !home.startsWith(prefecture)) return heard
  const { schoolPlace: _, ...said } = heard.said
  return { ...heard, said }
}

const ANOTHER_COUNTY = /外县|县外|(?:别的?|其[他它]|邻|隔壁|另一个)县|རྫོང་གཞན/u
