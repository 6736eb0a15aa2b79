import type { Hono } from 'hono'
import { beforeEach, describe, expect, it } from 'vitest'
import { ANSWERS } from '../../../src/api/answers.ts'
import { apiRoutes } from '../../../src/api/routes.ts'
import { CASE_ANSWERS } from '../../../src/api/staff/case-bodies.ts'
import { send } from '../../contracts/telephones.ts'
import { asStaff, nobody, STAFF, staffApp, TOKEN } from './app.ts'

const CASES = '/api/v1/cases'
const FAMILY = '+8612900009999'
const OTHER = '+8612900008888'

type StaffApp = Awaited<ReturnType<typeof staffApp>>
let services: StaffApp['services']
let app: Hono

beforeEach(async () => {
  ;({ services, app } = await staffApp())
})

async function page(query = '') {
  const response = await asStaff(app, `${CASES}${query}`)
  expect(response.status).toBe(200)
  return CASE_ANSWERS.StaffCases.parse(await response.json())
}

async function anyCase() {
  const [one] = (await page()).cases
  return one ?? expect.unreachable()
}

async function read(id: string) {
  return CASE_ANSWERS.StaffCaseRead.parse(await (await asStaff(app, `${CASES}/${id}`)).json())
}

async function problemOf(response: Response, status: number) {
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  return ANSWERS.Problem.parse(await response.json())
}

describe('staff with a token', () => {
  it('read what families asked, page by page, without their words in the list', async () => {
    await send(services, FAMILY, '我家没上建档立卡，户主赵大山')
    await send(services, OTHER, '人工')
    const first = await page('?limit=1')
    expect(first.cases).toHaveLength(1)
    const second = await page(`?limit=1&after=${first.next}`)
    expect(second.cases).toHaveLength(1)
    expect(second.next).toBeNull()
    expect(JSON.stringify([first, second])).not.toMatch(/赵大山|12900009999/)
    expect((await page('?kind=missing&state=open')).cases).toHaveLength(1)
    expect((await page('?overdue=true')).cases).toHaveLength(0)
  })

  it('read one case with what was said, its ID numbers masked and its telephone nowhere', async () => {
    await send(services, FAMILY, '我家没上建档立卡，户主赵大山 622827199003071234')
    const { id } = await anyCase()
    const text = JSON.stringify(await read(id))
    expect(text).toContain('赵大山')
    expect(text).not.toMatch(/622827199003071234|12900009999/)
  })

  it('answer and settle it: the family is told, and who did it stands with the case', async () => {
    await send(services, FAMILY, '人工')
    const { id } = await anyCase()
    const reply = await asStaff(app, `${CASES}/${id}/reply`, { text: { 'zh-CN': '请来一趟' } })
    expect(await reply.json()).toEqual({ told: { queued: 1, stopped: 0, nobody: false } })
    const settled = await asStaff(app, `${CASES}/${id}/resolve`, { outcome: 'answered' })
    expect(CASE_ANSWERS.StaffTold.parse(await settled.json()).told.queued).toBe(1)
    expect(await services.store.rows('select kind from outbox')).toEqual([
      { kind: 'notice' },
      { kind: 'notice' },
    ])
    const now = await read(id)
    expect(now).toMatchObject({ state: 'closed', closedBy: STAFF, outcome: 'answered' })
    expect(now.messages.filter(({ author }) => author === 'office').map(({ by }) => by)).toEqual([
      STAFF,
      STAFF,
    ])
  })

  it('are told that a settled case is settled', async () => {
    await send(services, FAMILY, '人工')
    const { id } = await anyCase()
    await asStaff(app, `${CASES}/${id}/resolve`, { outcome: 'answered' })
    await problemOf(await asStaff(app, `${CASES}/${id}/resolve`, { outcome: 'explained' }), 409)
    await problemOf(await asStaff(app, `${CASES}/${id}/reply`, { text: { 'zh-CN': '好' } }), 409)
  })
})

describe('a request that cannot be done', () => {
  it.each([
    ['', undefined],
    ['/reply', { text: { 'zh-CN': '请来一趟' } }],
    ['/resolve', { outcome: 'answered' }],
  ])('is not found for an unknown case%s', async (path, body) => {
    await problemOf(await asStaff(app, `${CASES}/01K9ZQ4T3M8V6J2R5W7X9Y1A3C${path}`, body), 404)
  })

  it.each([
    ['/reply', {}, ['text']],
    ['/reply', { text: {} }, ['text']],
    ['/reply', { text: { 'zh-CN': '' } }, ['text.zh-CN']],
    ['/reply', { text: { 'zh-CN': 1, en: 'come' } }, ['text.en', 'text.zh-CN']],
    ['/reply', { text: { bo: 'ཤོག' } }, ['text.zh-CN']],
    ['/reply', { text: { 'zh-CN': '学'.repeat(400) } }, ['text.zh-CN']],
    ['/reply', { text: { 'zh-CN': '带 622827199003071234 来' } }, ['text.zh-CN']],
    ['/resolve', { outcome: 'withdrawn' }, ['outcome']],
    ['/resolve', { outcome: 'paid' }, ['outcome']],
    ['/resolve', { text: { 'zh-CN': '好' }, by: 'me' }, ['by', 'outcome']],
  ])('%s is refused for %j, by the fields’ names', async (path, body, fields) => {
    await send(services, FAMILY, '人工')
    const { id } = await anyCase()
    const problem = await problemOf(await asStaff(app, `${CASES}/${id}${path}`, body), 422)
    expect(problem.errors?.map((error) => error.path).toSorted()).toEqual(fields)
    expect(JSON.stringify(problem)).not.toContain('622827199003071234')
    expect(await services.store.rows('select id from outbox')).toEqual([])
    expect((await read(id)).state).toBe('open')
  })

  it.each([
    ['state=gone', 'state'],
    ['kind=x', 'kind'],
    ['county=Tanchang', 'county'],
    ['county=621299', 'county'],
    ['overdue=1', 'overdue'],
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['after=x', 'after'],
    ['page=2', 'page'],
  ])('?%s is refused, by name', async (query, field) => {
    const problem = await problemOf(await asStaff(app, `${CASES}?${query}`), 422)
    expect(problem.errors?.map((error) => error.path)).toEqual([field])
  })

  it('is malformed where the body is no JSON', async () => {
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' }
    await problemOf(await app.request(`${CASES}/x/reply`, { method: 'POST', headers, body: '{' }), 400)
  })
})

describe('who has no token', () => {
  const ROUTES = [
    ['GET', CASES],
    ['GET', `${CASES}/x`],
    ['POST', `${CASES}/x/reply`],
    ['POST', `${CASES}/x/resolve`],
    ['GET', `${CASES}/x/anything`],
  ] as const

  it.each(ROUTES)('is asked for one at %s %s', async (method, path) => {
    const response = await app.request(path, { method })
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="huixue"')
    expect(response.headers.get('cache-control')).toBe('no-store')
    await problemOf(response, 401)
  })

  it.each([
    ['a wrong one', 'Bearer wrong'],
    ['one with a letter more', `Bearer ${TOKEN}x`],
    ['one in other letters', `Bearer ${TOKEN.toUpperCase()}`],
    ['an empty one', 'Bearer '],
    ['its name', `Bearer ${STAFF}`],
    ['another scheme', `Basic ${TOKEN}`],
    ['the token bare', TOKEN],
  ])('is refused with %s', async (_, authorization) => {
    const response = await app.request(CASES, { headers: { authorization } })
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm="huixue"/)
    await problemOf(response, 401)
  })

  it('cannot tell a case that is there from one that is not', async () => {
    await send(services, FAMILY, '人工')
    const { id } = await anyCase()
    const [there, not] = await Promise.all(
      [id, 'nothing'].map(async (one) => (await app.request(`${CASES}/${one}`)).text()),
    )
    expect(there).toBe(not)
  })

  it('is let in from no other site', async () => {
    const response = await app.request(CASES, {
      method: 'OPTIONS',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'GET' },
    })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('is held to so many tries a minute', async () => {
    const { services: few } = await staffApp()
    const limited = { ...few, settings: { ...few.settings, apiRate: 2 } }
    const strict = apiRoutes(limited, nobody)
    const statuses: number[] = []
    for (let tries = 0; tries < 3; tries++)
      statuses.push((await asStaff(strict, CASES, undefined, 'guess')).status)
    expect(statuses).toEqual([401, 401, 429])
  })
})
