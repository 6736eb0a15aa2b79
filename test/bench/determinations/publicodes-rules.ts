import type { ProgrammeId } from '../../../src/policy/programme.ts'

type Expression =
  | string
  | { readonly 'toutes ces conditions': readonly Expression[] }
  | { readonly 'une de ces conditions': readonly Expression[] }

const all = (...conditions: Expression[]): Expression => ({ 'toutes ces conditions': conditions })
const any = (...conditions: Expression[]): Expression => ({ 'une de ces conditions': conditions })
const stage = (value: string): Expression => `stage = '${value}'`
const anyStage = (...values: string[]): Expression => any(...values.map(stage))
const seniorFinalYear = all(stage('senior'), 'finalYear')

/** The facts: rules without a value are what publicodes takes as missing. */
export const FACT_RULES = [
  'registered',
  'inPlan',
  'inTibetanArea',
  'inOldRevolutionaryArea',
  'rural',
  'villagePoor',
  'villagePopulation',
  'age',
  'stage',
  'finalYear',
  'schoolPlace',
  'completed',
  'occupation',
] as const

export const PROGRAMME_RULES: Readonly<Record<ProgrammeId, Expression>> = {
  'preschool-fee-waiver': all('registered', 'inPlan', stage('preschool'), "schoolPlace = 'home-county'"),
  'village-kindergarten': all(
    'inPlan',
    any(stage('preschool'), all('age >= 3', 'age <= 6')),
    any(
      'villagePoor',
      'villagePopulation >= 1000',
      all(any('inOldRevolutionaryArea', 'inTibetanArea'), 'rural'),
    ),
  ),
  'compulsory-nearby-school': all('inPlan', anyStage('primary', 'junior')),
  'secondary-vocational-tuition-waiver': all('registered', stage('secondary-vocational')),
  'secondary-vocational-grant': all('registered', stage('secondary-vocational')),
  'tibetan-area-nine-plus-three': all(
    'inTibetanArea',
    any(
      all(stage('junior'), 'finalYear'),
      stage('secondary-vocational'),
      all(stage('not-in-school'), "completed = 'junior'"),
    ),
  ),
  'higher-vocational-fee-waiver': all(
    'registered',
    'inPlan',
    stage('higher-vocational'),
    any("schoolPlace = 'home-county'", "schoolPlace = 'in-province'"),
  ),
  'origin-student-loan': all('registered', anyStage('higher-vocational', 'undergraduate')),
  'work-study': all('registered', anyStage('higher-vocational', 'undergraduate')),
  'special-plan-national': all('inPlan', seniorFinalYear),
  'special-plan-provincial': all('inPlan', seniorFinalYear),
  'special-plan-old-revolutionary': all('inOldRevolutionaryArea', seniorFinalYear),
  'special-plan-rural': all('rural', seniorFinalYear),
  'higher-vocational-separate-test': all('inPlan', anyStage('senior', 'secondary-vocational'), 'finalYear'),
  'secondary-vocational-direct-admission': all(stage('secondary-vocational'), 'finalYear'),
  'rural-doctor-places': all('inPlan', seniorFinalYear),
  'free-medical-student': seniorFinalYear,
  'village-doctor-training': all('inPlan', "occupation = 'village-doctor'"),
  'leaver-vocational-education': all(
    'registered',
    stage('not-in-school'),
    any("completed = 'junior'", "completed = 'senior'"),
  ),
  'labour-skills-training': all(stage('not-in-school'), 'age >= 16'),
  'rural-teacher-subsidy': all('inPlan', "occupation = 'rural-teacher'"),
  'rural-teacher-career': all('inPlan', "occupation = 'rural-teacher'"),
  'retired-teacher-support': "occupation = 'retired-teacher'",
}
