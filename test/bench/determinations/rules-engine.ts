import { Engine, type EngineResult, type RuleProperties, type TopLevelCondition } from 'json-rules-engine'
import type { ProgrammeId } from '../../../src/policy/programme.ts'
import type { Outcomes, Peer } from './peer.ts'
import type { Situation } from './persons.ts'

type Nested = Extract<TopLevelCondition, { all: unknown }>['all'][number]

const is = (fact: keyof Situation, value: unknown): Nested => ({ fact, operator: 'equal', value })
const isIn = (fact: keyof Situation, value: readonly string[]): Nested => ({ fact, operator: 'in', value })
const atLeast = (fact: keyof Situation, value: number): Nested => ({
  fact,
  operator: 'greaterThanInclusive',
  value,
})
const atMost = (fact: keyof Situation, value: number): Nested => ({
  fact,
  operator: 'lessThanInclusive',
  value,
})
const all = (...conditions: Nested[]): TopLevelCondition => ({ all: conditions })
const any = (...conditions: Nested[]): TopLevelCondition => ({ any: conditions })

const poor = is('registered', true)
const inPlan = is('inPlan', true)
const inTibetanArea = is('inTibetanArea', true)
const inOldRevolutionaryArea = is('inOldRevolutionaryArea', true)
const rural = is('rural', true)
const finalYear = is('finalYear', true)
const senior = is('stage', 'senior')
const secondaryVocational = is('stage', 'secondary-vocational')
const student = isIn('stage', ['higher-vocational', 'undergraduate'])

const RULES: Readonly<Record<ProgrammeId, TopLevelCondition>> = {
  'preschool-fee-waiver': all(poor, inPlan, is('stage', 'preschool'), is('schoolPlace', 'home-county')),
  'village-kindergarten': all(
    inPlan,
    any(is('stage', 'preschool'), all(atLeast('age', 3), atMost('age', 6))),
    any(
      is('villagePoor', true),
      atLeast('villagePopulation', 1000),
      all(any(inOldRevolutionaryArea, inTibetanArea), rural),
    ),
  ),
  'compulsory-nearby-school': all(inPlan, isIn('stage', ['primary', 'junior'])),
  'secondary-vocational-tuition-waiver': all(poor, secondaryVocational),
  'secondary-vocational-grant': all(poor, secondaryVocational),
  'tibetan-area-nine-plus-three': all(
    inTibetanArea,
    any(
      all(is('stage', 'junior'), finalYear),
      secondaryVocational,
      all(is('stage', 'not-in-school'), is('completed', 'junior')),
    ),
  ),
  'higher-vocational-fee-waiver': all(
    poor,
    inPlan,
    is('stage', 'higher-vocational'),
    isIn('schoolPlace', ['home-county', 'in-province']),
  ),
  'origin-student-loan': all(poor, student),
  'work-study': all(poor, student),
  'special-plan-national': all(inPlan, senior, finalYear),
  'special-plan-provincial': all(inPlan, senior, finalYear),
  'special-plan-old-revolutionary': all(inOldRevolutionaryArea, senior, finalYear),
  'special-plan-rural': all(rural, senior, finalYear),
  'higher-vocational-separate-test': all(
    inPlan,
    isIn('stage', ['senior', 'secondary-vocational']),
    finalYear,
  ),
  'secondary-vocational-direct-admission': all(secondaryVocational, finalYear),
  'rural-doctor-places': all(inPlan, senior, finalYear),
  'free-medical-student': all(senior, finalYear),
  'village-doctor-training': all(inPlan, is('occupation', 'village-doctor')),
  'leaver-vocational-education': all(
    poor,
    is('stage', 'not-in-school'),
    isIn('completed', ['junior', 'senior']),
  ),
  'labour-skills-training': all(is('stage', 'not-in-school'), atLeast('age', 16)),
  'rural-teacher-subsidy': all(inPlan, is('occupation', 'rural-teacher')),
  'rural-teacher-career': all(inPlan, is('occupation', 'rural-teacher')),
  'retired-teacher-support': all(is('occupation', 'retired-teacher')),
}

const engine = new Engine(
  Object.entries(RULES).map(
    ([name, conditions]): RuleProperties => ({ name, conditions, event: { type: name } }),
  ),
)

// The engine keeps nothing between runs, so one serves all persons.
function judge(situation: Situation): Promise<EngineResult> {
  return engine.run(situation)
}

export const rulesEnginePeer: Peer<Situation> = {
  name: 'json-rules-engine',
  prepare: (situation) => situation,
  judge,
  outcomes: async (situation) => {
    const { results, failureResults } = await judge(situation)
    return Object.fromEntries([
      ...results.map(({ name }) => [name, 'eligible']),
      ...failureResults.map(({ name }) => [name, 'ineligible']),
    ]) as Outcomes
  },
  cannot:
    'no unknown (a null is a no); reasons only for what it got round to, as a tree without citations; no missing facts, no dates or dated figures',
}
