import type { Hono } from 'hono'
import { beforeEach, describe, expect, it } from 'vitest'
import { ANSWERS } from '../../../src/api/answers.ts'
import { BROADCAST_ANSWERS } from '../../../src/api/staff/broadcast-answers.ts'
import { importFamilies, telephoneOf } from '../../contracts/families.ts'
import { send } from '../../contracts/telephones.ts'
import { asStaff, OTHER_TOKEN, STAFF, staffApp, TOKEN } from './app.ts'

const BROADCASTS = '/api/v1/broadcasts'
const BODY = {
  name: '中职助学金提醒',
  audience: { county: '621223', programme: 'secondary-vocational-grant', ledger: 'not-applied' },
  body: {
    'zh-CN': '{{child}}可以申请{{programme}}，每学年{{sum}}元。',
    bo: '{{child}}ལ་{{programme}}ཡོད།',
  },
}

const TWILIO_WITHOUT_A_PRICE = {
  DEMO: '1',
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 't',
  TWILIO_FROM: '+8610000000',
}

type StaffApp = Awaited<ReturnType<typeof staffApp>>
let services: StaffApp['services']
let app: Hono

beforeEach(async () => {
  ;({ services, app } = await staffApp({ SMS_PRICE: '0.045 CNY' }))
  await importFamilies(services, [{}, { language: '藏语' }, { telephone: '' }, {}])
  await send(services, telephoneOf(3), '停止')
})

type Asked = Omit<RequestInit, 'headers'> & {
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
}

async function request(path: string, init: Asked = {}): Promise<Response> {
  const { token = TOKEN, headers, ...rest } = init
  return app.request(path, {
    ...rest,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
  })
}

async function created(body: unknown = BODY, headers: Record<string, string> = {}) {
  const response = await request(BROADCASTS, { method: 'POST', body: JSON.stringify(body), headers })
  expect(response.status).toBe(201)
  return BROADCAST_ANSWERS.BroadcastCreated.parse(await response.json())
}

async function moved(id: string, verb: string, token = TOKEN, status = 200) {
  const response = await request(`${BROADCASTS}/${id}/${verb}`, { method: 'POST', token })
  expect(response.status).toBe(status)
  return status === 200
    ? BROADCAST_ANSWERS.BroadcastRead.parse(await response.json())
    : ANSWERS.Problem.parse(await response.json())
}

async function read(id: string) {
  return BROADCAST_ANSWERS.BroadcastRead.parse(await (await request(`${BROADCASTS}/${id}`)).json())
}

async function problemOf(response: Response, status: number) {
  expect(response.status).toBe(status)
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  return ANSWERS.Problem.parse(await response.json())
}

describe('a broadcast that is posted', () => {
  it('is a draft, told with its audience’s size, each language’s segments and the cost', async () => {
    const draft = await created()
    expect(draft).toMatchObject({
      state: 'draft',
      size: 4,
      messages: 2,
      segments: {
        'zh-CN': { messages: 1, segments: 1, bySegments: { '1': 1 } },
        bo: { messages: 1, segments: 1 },
      },
      cost: { amount: 0.09, currency: 'CNY', perSegment: 0.045, segments: 2 },
      channels: { sms: 2, telegram: 0 },
      skipped: { stopped: 1, 'no-address': 1 },
      isExact: true,
    })
    expect(draft.segments['zh-CN']?.longest?.text).toBe('○○○可以申请中职助学金，每学年2000元。')
    expect(JSON.stringify(draft)).not.toContain('王志强')
    expect(await read(draft.id)).toMatchObject({
      name: BODY.name,
      audience: BODY.audience,
      body: BODY.body,
      writers: [STAFF],
      run: null,
      progress: null,
    })
  })

  it('costs nobody knows what where no price was set', async () => {
    ;({ services, app } = await staffApp(TWILIO_WITHOUT_A_PRICE))
    expect((await created()).cost).toBeNull()
  })

  it('is drafted once under one Idempotency-Key, and answered alike', async () => {
    const headers = { 'idempotency-key': 'double-click-1' }
    const [one, other] = await Promise.all([created(BODY, headers), created(BODY, headers)])
    await moved(one.id, 'approve', OTHER_TOKEN)
    expect([other, await created(BODY, headers)]).toEqual([one, one])
    const another = await request(BROADCASTS, {
      method: 'POST',
      body: JSON.stringify({ ...BODY, name: '另一个' }),
      headers,
    })
    const problem = await problemOf(another, 422)
    expect(problem.errors?.map(({ path }) => path)).toEqual(['Idempotency-Key'])
    const page: unknown = await (await request(BROADCASTS)).json()
    expect(BROADCAST_ANSWERS.Broadcasts.parse(page).broadcasts).toHaveLength(1)
  })

  it('may be looked at before it is kept, and after', async () => {
    const response = await asStaff(app, `${BROADCASTS}/preview`, BODY)
    const preview = BROADCAST_ANSWERS.BroadcastPreview.parse(await response.json())
    expect(preview).toMatchObject({ messages: 2, audience: { households: 4, messages: 2 } })
    expect(await services.store.rows('select 1 from broadcasts')).toEqual([])
    const { id } = await created()
    const after = await request(`${BROADCASTS}/${id}/preview`)
    expect(BROADCAST_ANSWERS.BroadcastPreview.parse(await after.json()).messages).toBe(2)
  })
})

describe('a draft', () => {
  it('is approved by another token than its author’s, with or without being submitted', async () => {
    const { id } = await created()
    const problem = await problemOf(await request(`${BROADCASTS}/${id}/approve`, { method: 'POST' }), 403)
    expect(problem.errors).toEqual([
      { path: 'approver', problem: 'must be another person than who wrote it' },
    ])
    expect(await moved(id, 'approve', OTHER_TOKEN)).toMatchObject({
      state: 'scheduled',
      approvedBy: 'other',
      counts: { queued: 0, sent: 0, delivered: 0, failed: 0, unknown: 0, skipped: 0 },
    })
    const other = await created()
    await moved(other.id, 'submit')
    expect(await moved(other.id, 'approve', OTHER_TOKEN)).toMatchObject({ submittedBy: STAFF })
  })

  it('is revised as it was seen, and not as it was not', async () => {
    const { id } = await created()
    const seen = await request(`${BROADCASTS}/${id}`)
    const etag = seen.headers.get('etag') ?? ''
    const put = (headers: Record<string, string>, body: object = { ...BODY, name: '改' }) =>
      request(`${BROADCASTS}/${id}`, { method: 'PUT', body: JSON.stringify(body), headers })
    const revised = await put({ 'if-match': etag })
    expect(revised.status).toBe(200)
    expect(revised.headers.get('etag')).not.toBe(etag)
    await problemOf(await put({ 'if-match': etag }), 409)
    await problemOf(await put({ 'if-match': 'x' }), 422)
    expect(await read(id)).toMatchObject({ name: '改', version: 2 })
  })

  it('goes through pause, resume and cancel, and no further', async () => {
    const { id } = await created({ ...BODY, sendAt: '2026-12-01T09:00:00+08:00' })
    await moved(id, 'approve', OTHER_TOKEN)
    expect(await moved(id, 'pause')).toMatchObject({ state: 'paused', sendAt: '2026-12-01T01:00:00.000Z' })
    expect(await moved(id, 'resume')).toMatchObject({ state: 'scheduled' })
    expect(await moved(id, 'cancel')).toMatchObject({ state: 'cancelled' })
    expect(await moved(id, 'resume', OTHER_TOKEN, 409)).toMatchObject({
      errors: [{ path: 'state', problem: 'is cancelled' }],
    })
  })
})

describe('a request about broadcasts that cannot be done', () => {
  it.each([
    [{}, ['audience', 'body', 'name']],
    [{ ...BODY, name: '' }, ['name']],
    [{ ...BODY, audience: {} }, ['audience.county']],
    [{ ...BODY, audience: { county: '110101' } }, ['audience.county']],
    [
      { ...BODY, audience: { ...BODY.audience, programme: 'free-lunch', stage: 'nursery' } },
      ['audience.programme', 'audience.stage'],
    ],
    [{ ...BODY, audience: { county: '621223', shoe: 42 } }, ['audience.shoe']],
    [{ ...BODY, body: {} }, ['body']],
    [{ ...BODY, body: { 'zh-CN': '{{name}}', bo: '你好', en: 'x' } }, ['body.en']],
    [{ ...BODY, body: { 'zh-CN': '{{name}}', bo: '你好' } }, ['body.bo', 'body.zh-CN']],
    [{ ...BODY, sendAt: 'tomorrow' }, ['sendAt']],
    [{ ...BODY, sendAt: '2026-12-01T09:00:00' }, ['sendAt']],
    [{ ...BODY, repeat: { every: 'day', until: 'ever' } }, ['repeat.every', 'repeat.until']],
    [{ ...BODY, restDays: -1 }, ['restDays']],
  ])('is refused for %j, every field by its name', async (body, fields) => {
    const response = await request(BROADCASTS, { method: 'POST', body: JSON.stringify(body) })
    const problem = await problemOf(response, 422)
    expect([...new Set(problem.errors?.map(({ path }) => path))].toSorted()).toEqual(fields)
  })

  it.each([
    ['?state=gone', 'state'],
    ['?limit=101', 'limit'],
    ['?after=x', 'after'],
    ['/x/deliveries?state=gone', 'state'],
    ['/x/deliveries?limit=501', 'limit'],
    ['/x/deliveries?run=0', 'run'],
    ['/x/deliveries?after=%20', 'after'],
  ])('%s is refused, by name', async (query, field) => {
    const problem = await problemOf(await request(`${BROADCASTS}${query}`), 422)
    expect(problem.errors?.map(({ path }) => path)).toEqual([field])
  })

  it.each([
    ['GET', ''],
    ['GET', '/preview'],
    ['GET', '/deliveries'],
    ...['submit', 'return', 'approve', 'pause', 'resume', 'cancel', 'again'].map((verb) => [
      'POST',
      `/${verb}`,
    ]),
  ])('%s …%s is not found for what is not there', async (method, path) => {
    await problemOf(await request(`${BROADCASTS}/01K9ZQ4T3M8V6J2R5W7X9Y1A3C${path}`, { method }), 404)
  })

  it.each([
    ['GET', BROADCASTS],
    ['POST', BROADCASTS],
    ['GET', `${BROADCASTS}/x`],
    ['PUT', `${BROADCASTS}/x`],
    ['POST', `${BROADCASTS}/x/approve`],
    ['GET', `${BROADCASTS}/x/deliveries`],
    ['GET', `${BROADCASTS}/x/anything`],
  ])('is asked for a token at %s %s', async (method, path) => {
    const response = await app.request(path, { method })
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="huixue"')
    await problemOf(response, 401)
  })
})
