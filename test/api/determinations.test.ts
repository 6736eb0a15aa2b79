import { describe, expect, it } from 'vitest'
import { ANSWERS } from '../../src/api/answers.ts'
import { CASE } from '../../src/api/examples.ts'
import { openApiApp, post, TODAY } from './app.ts'

const PATH = '/api/v1/determinations'
const ORDER = [
  'preschool-fee-waiver',
  'village-kindergarten',
  'compulsory-nearby-school',
  'secondary-vocational-tuition-waiver',
  'secondary-vocational-grant',
  'tibetan-area-nine-plus-three',
  'higher-vocational-fee-waiver',
  'origin-student-loan',
  'work-study',
  'special-plan-national',
  'special-plan-provincial',
  'special-plan-old-revolutionary',
  'special-plan-rural',
  'higher-vocational-separate-test',
  'secondary-vocational-direct-admission',
  'rural-doctor-places',
  'free-medical-student',
  'village-doctor-training',
  'leaver-vocational-education',
  'labour-skills-training',
  'rural-teacher-subsidy',
  'rural-teacher-career',
  'retired-teacher-support',
]
const ADMISSIONS = ORDER.filter((id) =>
  /special-plan|separate-test|direct-admission|doctor-places|medical-student/.test(id),
)

const app = openApiApp()

describe('a determination over HTTP', () => {
  it("answers the contract's own example in the contract's own words", async () => {
    const { asOf, plan, determinations } = await determined(CASE)
    expect({ asOf, plan }).toEqual({ asOf: '2017-09-01', plan: 'gansu-2015' })
    const [first] = determinations
    expect(first).toMatchObject({
      programme: 'preschool-fee-waiver',
      kind: 'waiver',
      outcome: 'eligible',
      benefit: { amount: 1000, currency: 'CNY', per: 'school-year', shares: { province: 0.6, county: 0.4 } },
      missing: [],
      citations: ['二(一)·2'],
    })
    expect(first?.reasons[0]).toEqual({
      condition: 'registered',
      value: true,
      facts: ['household.registered'],
      citation: '二(一)·2',
    })
  })

  it("holds every programme, in the policy's order", async () => {
    const { determinations } = await determined(CASE)
    expect(determinations.map(({ programme }) => programme)).toEqual(ORDER)
  })

  it('carries priority on admissions and nowhere else', async () => {
    const { determinations } = await determined(CASE)
    expect(determinations.filter((one) => 'priority' in one).map(({ programme }) => programme)).toEqual(
      ADMISSIONS,
    )
  })

  it('promises the kindergarten by the earliest year that holds', async () => {
    const { determinations } = await determined(CASE)
    const kindergarten = determinations.find(({ programme }) => programme === 'village-kindergarten')
    expect(kindergarten).toMatchObject({ outcome: 'eligible', benefit: { dueYear: 2020 } })
  })

  it('answers for today in Asia/Shanghai where no day is given', async () => {
    expect((await determined({})).asOf).toBe(TODAY)
    expect((await determined({ asOf: null })).asOf).toBe(TODAY)
  })

  it('answers for the day asked, before the plan too', async () => {
    const { asOf, determinations } = await determined({ ...CASE, asOf: '2015-08-31' })
    expect(asOf).toBe('2015-08-31')
    expect(new Set(determinations.map(({ outcome }) => outcome))).toEqual(new Set(['ineligible']))
  })

  it.each([
    ['nothing', {}],
    ['null groups', { household: null, person: null }],
    ['a null village', { household: { village: null } }],
    ['empty groups', { household: { village: {} }, person: {} }],
    [
      'null fields',
      {
        household: { registered: null, county: null, rural: null, village: { poor: null, population: null } },
        person: {
          birthDate: null,
          stage: null,
          finalYear: null,
          schoolPlace: null,
          completed: null,
          occupation: null,
        },
      },
    ],
  ])('takes %s for unknown', async (_, body) => {
    expect(await determined(body)).toEqual(await determined({}))
  })

  it.each([
    ['a county of another province', { household: { county: '110101' } }],
    ['an empty village', { household: { village: { population: 0 } } }],
    ['a leap day', { person: { birthDate: '2012-02-29' } }],
    ['someone not born yet on that day', { asOf: '2016-01-01', person: { birthDate: '2017-01-01' } }],
  ])('is given for %s', async (_, body) => {
    expect((await determined(body)).determinations).toHaveLength(ORDER.length)
  })

  it('names what is missing of an unknown, and the county office where only it can tell', async () => {
    const { determinations } = await determined({
      household: { registered: true, county: '620102' },
      person: { stage: 'preschool' },
    })
    expect(determinations[0]?.outcome).toBe('unknown')
    expect(determinations[0]?.missing.toSorted()).toEqual(['office.plan-county', 'person.schoolPlace'])
  })

  it('answers a thousand cases in their order, each as it would be alone', async () => {
    const stages = ['preschool', 'primary', 'senior', 'undergraduate', null]
    const cases = Array.from({ length: 1000 }, (_, at) => ({ ...CASE, person: { stage: stages[at % 5] } }))
    const response = await post(app, PATH, { cases })
    expect(response.status).toBe(200)
    const { results } = (await response.json()) as { results: unknown[] }
    expect(results).toHaveLength(1000)
    for (const at of [0, 1, 2, 3, 4, 999]) expect(results[at]).toEqual(await determined(cases[at]))
  })

  it('answers no cases with no results', async () => {
    expect(await (await post(app, PATH, { cases: [] })).json()).toEqual({ results: [] })
  })

  it('reads JSON with a charset, a byte order mark or capitals in its type', async () => {
    for (const type of ['application/json; charset=utf-8', 'Application/JSON', 'application/json']) {
      const body = type === 'application/json' ? '\uFEFF{}' : '{}'
      const response = await app.request(PATH, { method: 'POST', headers: { 'content-type': type }, body })
      expect(response.status).toBe(200)
    }
  })
})

/** The answer, having the published shape. */
async function determined(body: unknown) {
  const response = await post(app, PATH, body)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/json')
  const answer: unknown = await response.json()
  expect(ANSWERS.Determinations.parse(answer)).toEqual(answer)
  return ANSWERS.Determinations.parse(answer)
}
