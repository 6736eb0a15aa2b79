import { describe, expect, it } from 'vitest'
import { stageIs } from '../../src/policy/logic/conditions.ts'
import {
  inOldRevolutionaryArea,
  inPlanCounties,
  inTibetanArea,
} from '../../src/policy/parameters/counties.ts'
import { determine, determineOne } from '../../src/policy/determine.ts'
import type { Facts } from '../../src/policy/facts.ts'
import {
  countsAsPoor,
  figureOn,
  PLAN,
  type PolicyBook,
  standingsThatCount,
} from '../../src/policy/parameters/parameters.ts'
import { workStudy } from '../../src/policy/programmes/work-study.ts'

const citation = 'a plan of 2020, made up for this test'
const from = '2020-09-01'

/** What a later plan might change, one of each kind. */
const LATER: PolicyBook = {
  ...PLAN,
  figures: {
    ...PLAN.figures,
    'secondary-vocational-grant-yuan': [
      ...PLAN.figures['secondary-vocational-grant-yuan'],
      { from, value: 3000, citation },
    ],
    'labour-age-from': [...PLAN.figures['labour-age-from'], { from, value: 18, citation }],
  },
  programmes: {
    ...PLAN.programmes,
    'retired-teacher-support': [
      ...PLAN.programmes['retired-teacher-support'],
      { from, value: null, citation },
    ],
    'work-study': [
      ...PLAN.programmes['work-study'],
      {
        from,
        value: { ...workStudy, conditions: stageIs('undergraduate'), citations: [citation] },
        citation,
      },
    ],
  },
  standingsThatCount: [
    ...PLAN.standingsThatCount,
    { from, value: ['registered', 'lifted', 'monitored'], citation },
  ],
  counties: {
    ...PLAN.counties,
    plan: [...PLAN.counties.plan, { from, value: { '620902': true, '620982': false }, citation }],
  },
}

const STUDENT: Facts = { 'household.registered': true, 'person.stage': 'secondary-vocational' }
const [BEFORE, AFTER] = ['2019-09-01', '2021-09-01'] as const

describe('a later plan is a new dated entry', () => {
  it('changes a figure from its day, and leaves the answer for an earlier day as it was', () => {
    const amountOn = (asOf: string) =>
      determineOne('secondary-vocational-grant', STUDENT, asOf, LATER).benefit?.amount
    expect([amountOn(BEFORE), amountOn('2020-08-31'), amountOn(from), amountOn(AFTER)]).toEqual([
      2000, 2000, 3000, 3000,
    ])
    expect(determine(STUDENT, BEFORE, LATER)).toEqual(determine(STUDENT, BEFORE))
  })

  it('moves an age limit', () => {
    const seventeen: Facts = { 'person.stage': 'not-in-school', 'person.birthDate': '2003-01-01' }
    expect(determineOne('labour-skills-training', seventeen, '2020-08-31', LATER).outcome).toBe('eligible')
    expect(determineOne('labour-skills-training', seventeen, from, LATER).outcome).toBe('ineligible')
  })

  it('ends a programme, which is then ineligible for the one reason that it is not in force', () => {
    const teacher: Facts = { 'person.occupation': 'retired-teacher' }
    expect(determineOne('retired-teacher-support', teacher, BEFORE, LATER).outcome).toBe('eligible')
    expect(determineOne('retired-teacher-support', teacher, AFTER, LATER)).toMatchObject({
      outcome: 'ineligible',
      benefit: null,
      missing: [],
      reasons: [{ condition: 'in-force', value: false, facts: [], citation }],
    })
  })

  it('rewrites a rule', () => {
    const undergraduate: Facts = { 'household.registered': false, 'person.stage': 'undergraduate' }
    expect(determineOne('work-study', undergraduate, BEFORE, LATER).outcome).toBe('ineligible')
    expect(determineOne('work-study', undergraduate, AFTER, LATER)).toMatchObject({
      outcome: 'eligible',
      reasons: [{ condition: 'stage', citation }],
    })
  })

  it('settles counties that were open, and no others', () => {
    expect(['620902', '620982', '620102'].map((code) => inPlanCounties(code, BEFORE, LATER))).toEqual([
      null,
      null,
      null,
    ])
    expect(['620902', '620982', '620102'].map((code) => inPlanCounties(code, AFTER, LATER))).toEqual([
      true,
      false,
      null,
    ])
    const pupil: Facts = { 'household.county': '620902', 'person.stage': 'primary' }
    expect(determineOne('compulsory-nearby-school', pupil, BEFORE, LATER).missing).toEqual([
      'office.plan-county',
    ])
    expect(determineOne('compulsory-nearby-school', pupil, AFTER, LATER).outcome).toBe('eligible')
  })

  it('lets an office count more standings as poor', () => {
    expect([countsAsPoor('lifted', BEFORE, LATER), countsAsPoor('lifted', AFTER, LATER)]).toEqual([
      false,
      true,
    ])
  })
})

describe('the plan', () => {
  it('counts the registered alone, and nobody before it begins', () => {
    expect(standingsThatCount('2026-11-23')).toEqual(['registered'])
    expect(standingsThatCount('2015-08-31')).toEqual([])
  })

  it('says of a figure which clause it is from', () => {
    expect(figureOn('student-loan-yuan', '2017-09-01')).toMatchObject({ value: 8000, citation: '二(一)·7' })
    expect(() => figureOn('student-loan-yuan', '2015-08-31')).toThrow('student-loan-yuan')
  })

  it('puts a county in a category, in none, or leaves it to the office', () => {
    const on = '2017-09-01'
    const standing = (code: string) => [
      inPlanCounties(code, on),
      inTibetanArea(code, on),
      inOldRevolutionaryArea(code, on),
    ]
    expect(standing('623027')).toEqual([true, true, false])
    expect(standing('621002')).toEqual([true, false, true])
    expect(standing('620823')).toEqual([null, false, true])
    expect(standing('620881')).toEqual([null, false, null])
    expect(standing('620824'), 'a former code').toEqual([null, false, null])
    expect(standing('610102'), 'outside Gansu').toEqual([false, false, false])
  })
})

describe('a determination', () => {
  it('cannot be changed by whoever reads it, since others are given the same one', () => {
    const [first] = determine(STUDENT, '2017-09-01')
    const frozen = (value: unknown): boolean =>
      typeof value !== 'object' ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(frozen))
    expect(frozen(first)).toBe(true)
    expect(determine({ ...STUDENT }, '2017-09-01')[0]).toBe(first)
  })
})
