import { describe, expect, it } from 'vitest'
import { LISTED_COUNTIES } from '../../src/policy/parameters/county-lists.ts'
import { FACT_NAMES } from '../../src/policy/facts.ts'
import { FIGURES } from '../../src/policy/parameters/figures.ts'
import { atomsOf, CONDITION_IDS } from '../../src/policy/logic/logic.ts'
import { PLAN } from '../../src/policy/parameters/parameters.ts'
import {
  PLAN_FACT_IDS,
  PLAN_FACTS,
  PROGRAMME_IDS,
  PROGRAMMES,
  planFactsOn,
  TOPICS,
} from '../../src/policy/programmes/index.ts'
import { schoolYearOf } from '../../src/policy/school-year.ts'
import { TARGETS } from '../../src/policy/parameters/targets.ts'
import { COUNTIES } from '../../src/regions/county.ts'
import {
  FIFTY_EIGHT,
  OLD_REVOLUTIONARY,
  SIGHTED_OF_SEVENTEEN,
  TIBETAN_AREA,
  UNSETTLED,
} from './independent/counties.ts'

const CLAUSE = /^[一二四](\([一二三四]\)(·\d+([–,] ?\d+)*)?)?$/

describe('the programmes', () => {
  it('stand in the plan’s order, all in force from its first school year', () => {
    expect(PROGRAMMES.map(({ id }) => id)).toEqual(PROGRAMME_IDS)
    expect(Object.keys(PLAN.programmes)).toEqual([...PROGRAMME_IDS])
    expect(Object.values(PLAN.programmes).map(([entry]) => entry?.from)).toEqual(
      PROGRAMME_IDS.map(() => '2015-09-01'),
    )
  })

  it('cite the plan for themselves, for each condition and for each figure', () => {
    const cited = PROGRAMMES.flatMap(({ citations, conditions }) => [
      ...citations,
      ...atomsOf(conditions).flatMap(({ citation }) => citation ?? []),
    ])
    const figures = Object.values(FIGURES).flatMap((entries) => entries.map(({ citation }) => citation))
    const facts = [...PLAN_FACTS, ...TARGETS].map(({ citation }) => citation)
    expect([...cited, ...figures, ...facts].filter((citation) => !CLAUSE.test(citation))).toEqual([])
  })

  it('give each condition a name of its own within a programme', () => {
    for (const { id, conditions } of PROGRAMMES) {
      const names = atomsOf(conditions).map(({ condition }) => condition)
      expect(new Set(names).size, id).toBe(names.length)
    }
  })

  it('use every fact and every condition there is', () => {
    const atoms = PROGRAMMES.flatMap(({ conditions }) => atomsOf(conditions))
    expect(FACT_NAMES.filter((fact) => !atoms.some((atom) => atom.fact === fact))).toEqual([])
    const used: readonly string[] = [...atoms.map(({ condition }) => condition), 'in-force']
    expect(CONDITION_IDS.filter((condition) => !used.includes(condition))).toEqual([])
  })

  it('are all found under a topic', () => {
    const found = new Set<string>(Object.values(TOPICS).flat())
    expect(PROGRAMME_IDS.filter((id) => !found.has(id))).toEqual([])
  })
})

describe('what the plan says besides', () => {
  it('is told under its topics, once it is in force', () => {
    expect(PLAN_FACTS.map(({ id }) => id)).toEqual(PLAN_FACT_IDS)
    expect(planFactsOn('kindergarten', '2017-09-01').map(({ id }) => id)).toEqual([
      'kindergarten-teacher-training',
    ])
    expect(planFactsOn('kindergarten', '2015-08-31')).toEqual([])
  })

  it('is told as a later plan has it, and for an earlier day as it was', () => {
    const later = PLAN_FACTS.map((fact) => ({
      ...fact,
      from: '2020-09-01',
      value: { ...fact.value, heads: 700 },
    }))
    const headsOn = (asOf: string) =>
      planFactsOn('kindergarten', asOf, [...PLAN_FACTS, ...later]).map(({ value: { heads } }) => heads)
    expect([headsOn('2019-09-01'), headsOn('2021-09-01')]).toEqual([[600], [700]])
  })
})

describe('the plan’s targets', () => {
  it('add up: secondary and higher vocational students free of charge are those of both', () => {
    const persons = (id: string) =>
      TARGETS.flatMap((target) => (target.id === id && 'persons' in target.value ? target.value.persons : []))
    expect(persons('vocational-free')).toEqual([126_000])
    expect([...persons('secondary-vocational-free'), ...persons('higher-vocational-free')]).toEqual([
      80_000, 46_000,
    ])
    expect(new Set(TARGETS.map(({ id }) => id)).size).toBe(TARGETS.length)
  })
})

describe('the county lists', () => {
  it('hold each of the province’s counties, each with its source', () => {
    expect(LISTED_COUNTIES.map(({ code }) => code)).toEqual(COUNTIES.map(({ code }) => code))
    expect(LISTED_COUNTIES.filter(({ source }) => source === '')).toEqual([])
  })

  it('are the sourced ones: 58, 13 of the 17, 15 open, 9 Tibetan, 15 old revolutionary', () => {
    const codes = (belongs: (county: (typeof LISTED_COUNTIES)[number]) => boolean) =>
      LISTED_COUNTIES.filter(belongs).map(({ code }) => code)
    expect(codes(({ plan }) => plan === '58')).toEqual(FIFTY_EIGHT)
    expect(codes(({ plan }) => plan === '17')).toEqual(SIGHTED_OF_SEVENTEEN)
    expect(codes(({ plan }) => plan === null)).toEqual(UNSETTLED)
    expect(codes(({ tibetanArea }) => tibetanArea)).toEqual(TIBETAN_AREA)
    expect(codes(({ oldRevolutionaryArea }) => oldRevolutionaryArea === true)).toEqual(OLD_REVOLUTIONARY)
    expect(
      [FIFTY_EIGHT, SIGHTED_OF_SEVENTEEN, UNSETTLED, TIBETAN_AREA, OLD_REVOLUTIONARY].map(
        ({ length }) => length,
      ),
    ).toEqual([58, 13, 15, 9, 15])
  })
})

describe('a school year', () => {
  it('begins on 1 September', () => {
    expect(['2026-08-31', '2026-09-01', '2027-01-01'].map(schoolYearOf)).toEqual([2025, 2026, 2026])
  })
})
