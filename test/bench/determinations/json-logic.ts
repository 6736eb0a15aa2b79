import jsonLogic, { type Rule } from 'json-logic-js'
import type { Outcome } from '../../../src/policy/determine.ts'
import type { ProgrammeId } from '../../../src/policy/programme.ts'
import type { Outcomes, Peer } from './peer.ts'
import type { Situation } from './persons.ts'

const poor: Rule = { var: 'registered' }
const inPlan: Rule = { var: 'inPlan' }
const inTibetanArea: Rule = { var: 'inTibetanArea' }
const inOldRevolutionaryArea: Rule = { var: 'inOldRevolutionaryArea' }
const rural: Rule = { var: 'rural' }
const finalYear: Rule = { var: 'finalYear' }
const is = (name: string, value: string): Rule => ({ '===': [{ var: name }, value] })
const isIn = (name: string, values: readonly string[]): Rule => ({ in: [{ var: name }, values] })
const senior: Rule = is('stage', 'senior')
const secondaryVocational: Rule = is('stage', 'secondary-vocational')
const student: Rule = isIn('stage', ['higher-vocational', 'undergraduate'])

const RULES: Readonly<Record<ProgrammeId, Rule>> = {
  'preschool-fee-waiver': { and: [poor, inPlan, is('stage', 'preschool'), is('schoolPlace', 'home-county')] },
  'village-kindergarten': {
    and: [
      inPlan,
      { or: [is('stage', 'preschool'), { '<=': [3, { var: 'age' }, 6] }] },
      {
        or: [
          { var: 'villagePoor' },
          { '>=': [{ var: 'villagePopulation' }, 1000] },
          { and: [{ or: [inOldRevolutionaryArea, inTibetanArea] }, rural] },
        ],
      },
    ],
  },
  'compulsory-nearby-school': { and: [inPlan, isIn('stage', ['primary', 'junior'])] },
  'secondary-vocational-tuition-waiver': { and: [poor, secondaryVocational] },
  'secondary-vocational-grant': { and: [poor, secondaryVocational] },
  'tibetan-area-nine-plus-three': {
    and: [
      inTibetanArea,
      {
        or: [
          { and: [is('stage', 'junior'), finalYear] },
          secondaryVocational,
          { and: [is('stage', 'not-in-school'), is('completed', 'junior')] },
        ],
      },
    ],
  },
  'higher-vocational-fee-waiver': {
    and: [
      poor,
      inPlan,
      is('stage', 'higher-vocational'),
      isIn('schoolPlace', ['home-county', 'in-province']),
    ],
  },
  'origin-student-loan': { and: [poor, student] },
  'work-study': { and: [poor, student] },
  'special-plan-national': { and: [inPlan, senior, finalYear] },
  'special-plan-provincial': { and: [inPlan, senior, finalYear] },
  'special-plan-old-revolutionary': { and: [inOldRevolutionaryArea, senior, finalYear] },
  'special-plan-rural': { and: [rural, senior, finalYear] },
  'higher-vocational-separate-test': {
    and: [inPlan, isIn('stage', ['senior', 'secondary-vocational']), finalYear],
  },
  'secondary-vocational-direct-admission': { and: [secondaryVocational, finalYear] },
  'rural-doctor-places': { and: [inPlan, senior, finalYear] },
  'free-medical-student': { and: [senior, finalYear] },
  'village-doctor-training': { and: [inPlan, is('occupation', 'village-doctor')] },
  'leaver-vocational-education': {
    and: [poor, is('stage', 'not-in-school'), isIn('completed', ['junior', 'senior'])],
  },
  'labour-skills-training': { and: [is('stage', 'not-in-school'), { '>=': [{ var: 'age' }, 16] }] },
  'rural-teacher-subsidy': { and: [inPlan, is('occupation', 'rural-teacher')] },
  'rural-teacher-career': { and: [inPlan, is('occupation', 'rural-teacher')] },
  'retired-teacher-support': is('occupation', 'retired-teacher'),
}

const ENTRIES = Object.entries(RULES)

function judge(situation: Situation): [string, unknown][] {
  return ENTRIES.map(([programme, rule]) => [programme, jsonLogic.apply(rule, situation)])
}

export const jsonLogicPeer: Peer<Situation> = {
  name: 'json-logic-js',
  prepare: (situation) => situation,
  judge,
  outcomes: (situation) =>
    Object.fromEntries(
      judge(situation).map(([id, value]): [string, Outcome] => [
        id,
        value === true ? 'eligible' : 'ineligible',
      ]),
    ) as Outcomes,
  cannot:
    'yes or no alone: an unknown is a no; no reasons, no missing facts, no citations, no dates or dated figures',
}
