import { describe, expect, it } from 'vitest'
import { ANSWERS } from '../../src/api/answers.ts'
import { JSON_TYPE, openApiApp, post } from './app.ts'
import { INVALID } from './invalid-fields.ts'

const DETERMINATIONS = '/api/v1/determinations'
const UNDERSTANDING = '/api/v1/understanding'
const app = openApiApp()

describe('a request that cannot be answered', () => {
  it.each(INVALID)('is refused for %s, by name', async (_, body, path) => {
    const problem = await refused(await post(app, DETERMINATIONS, body), 422)
    expect(problem.errors?.map((error) => error.path)).toEqual([path])
  })

  it('has every invalid field named, not the first alone', async () => {
    const problem = await refused(
      await post(app, DETERMINATIONS, {
        cases: [
          {
            asOf: 1,
            household: { registered: 'x', county: 'y', rural: 2, village: { poor: 'z', population: -1 } },
          },
          {
            person: {
              birthDate: 3,
              stage: 4,
              finalYear: 5,
              schoolPlace: 6,
              completed: 7,
              occupation: 8,
              age: 9,
            },
          },
        ],
        plan: 'x',
      }),
      422,
    )
    expect(problem.errors?.map((error) => error.path).toSorted()).toEqual(
      [
        'cases.0.asOf',
        'cases.0.household.registered',
        'cases.0.household.county',
        'cases.0.household.rural',
        'cases.0.household.village.poor',
        'cases.0.household.village.population',
        'cases.1.person.birthDate',
        'cases.1.person.stage',
        'cases.1.person.finalYear',
        'cases.1.person.schoolPlace',
        'cases.1.person.completed',
        'cases.1.person.occupation',
        'cases.1.person.age',
        'plan',
      ].toSorted(),
    )
  })

  it.each([
    ['no text', {}, 'text'],
    ['a text that is null', { text: null }, 'text'],
    ['a text that is a number', { text: 1 }, 'text'],
    ['a text too long', { text: '学'.repeat(10_001) }, 'text'],
    ['a misspelt field', { text: '你好', lang: 'bo' }, 'lang'],
    ['texts that are no list', { texts: '你好' }, 'texts'],
    ['a number among the texts', { texts: ['你好', 1] }, 'texts.1'],
    ['both at once', { text: '你好', texts: [] }, 'text'],
  ])('is refused for %s, by name', async (_, body, path) => {
    const problem = await refused(await post(app, UNDERSTANDING, body), 422)
    expect(problem.errors?.map((error) => error.path)).toEqual([path])
  })

  it.each([
    [DETERMINATIONS, 'cases', {}],
    [DETERMINATIONS, 'cases', 'wrong as well'],
    [UNDERSTANDING, 'texts', ''],
    [UNDERSTANDING, 'texts', null],
  ])('%s is refused for 1001 %s', async (path, key, entry) => {
    const problem = await refused(
      await post(app, path, { [key]: Array.from({ length: 1001 }, () => entry) }),
      422,
    )
    expect(problem.errors).toEqual([{ path: key, problem: 'must hold at most 1000' }])
  })

  it.each([
    ['broken off', '{"person":', 'ends too early, at line 1, column 11'],
    ['empty', '', 'is empty'],
    ['not JSON', 'stage=preschool', 'is not JSON from line 1, column 1 on'],
    ['not UTF-8', new Uint8Array([0x7b, 0x22, 0xbb, 0xdd, 0x22, 0x3a, 0x31, 0x7d]), 'is not UTF-8'],
    ['NaN', '{"household":\n{"village":{"population":NaN}}}', 'is not JSON from line 2, column 26 on'],
  ])('is malformed where the body is %s, and told where', async (_, body, said) => {
    const problem = await refused(
      await app.request(DETERMINATIONS, { method: 'POST', headers: JSON_TYPE, body }),
      400,
    )
    expect(problem.errors).toEqual([{ path: '(body)', problem: said }])
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/jsonp',
    'application/json-seq',
    'application/json; charset=gbk',
    '',
  ])('is not understood as %s', async (type) => {
    const headers = { 'content-type': type }
    await refused(
      await app.request(DETERMINATIONS, { method: 'POST', headers, body: new TextEncoder().encode('{}') }),
      415,
    )
  })

  it.each(['application/json; charset=UTF-8', 'application/json;charset="utf-8"'])(
    'is understood as %s',
    async (type) => {
      const response = await app.request(DETERMINATIONS, {
        method: 'POST',
        headers: { 'content-type': type },
        body: '{}',
      })
      expect(response.status).toBe(200)
    },
  )

  it('is not understood packed', async () => {
    const headers = { ...JSON_TYPE, 'content-encoding': 'gzip' }
    await refused(await app.request(DETERMINATIONS, { method: 'POST', headers, body: '{}' }), 415)
  })

  it('is too large over a mebibyte, by its header or by its bytes', async () => {
    const body = JSON.stringify({ text: 'x'.repeat(1024 * 1024) })
    await refused(await app.request(UNDERSTANDING, { method: 'POST', headers: JSON_TYPE, body }), 413)
    const headers = { ...JSON_TYPE, 'content-length': String(body.length) }
    await refused(await app.request(UNDERSTANDING, { method: 'POST', headers, body }), 413)
  })

  it('ends the connection of a body too large that did not say how large', async () => {
    const body = 'x'.repeat(1024 * 1024 + 1)
    const endings = [{}, { 'transfer-encoding': 'chunked' }].map(async (more) => {
      const headers = { ...JSON_TYPE, ...more }
      const response = await app.request(UNDERSTANDING, { method: 'POST', headers, body })
      return response.headers.get('connection')
    })
    expect(await Promise.all(endings)).toEqual([null, 'close'])
  })

  it('is told how many people a village may have', async () => {
    const household = { village: { population: 2 ** 53 } }
    const problem = await refused(await post(app, DETERMINATIONS, { household }), 422)
    expect(problem.errors?.[0]?.problem).toBe('must be a whole number from 0 to 9007199254740991, or null')
  })

  it.each(['en', 'zh', 'ZH-CN', ''])('asks for programmes in %j, which we do not speak', async (language) => {
    const problem = await refused(await app.request(`/api/v1/programmes?language=${language}`), 422)
    expect(problem.errors).toEqual([{ path: 'language', problem: 'must be one of zh-CN, bo' }])
  })
})

/** The problem, having the published shape. */
async function refused(response: Response, status: number) {
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const problem = ANSWERS.Problem.parse(await response.json())
  expect(problem.status).toBe(status)
  return problem
}
