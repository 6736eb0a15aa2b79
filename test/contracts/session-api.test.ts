import type { Hono } from 'hono'
import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { createApp } from '../../src/app.ts'
import { BROADCAST_ANSWERS } from '../../src/api/staff/broadcast-answers.ts'
import { CASE_ANSWERS } from '../../src/api/staff/case-bodies.ts'
import type { Services } from '../../src/services.ts'
import { type Area, PROVINCE } from '../../src/staff/area.ts'
import type { Role } from '../../src/staff/permissions.ts'
import { member, PASSWORD } from './desk.ts'
import { importPersonas, testServices } from './services.ts'
import { send } from './telephones.ts'

const HOME: Area = { code: '621223', township: null }
const NEIGHBOUR: Area = { code: '623025', township: null }
const MOTHER = '+8612900000001'
const READINGS = ['cases', 'broadcasts', 'policy', 'policy/proposals', 'ledger?county=621223']
const DRAFT = { name: '提醒', audience: { county: HOME.code }, body: { 'zh-CN': '你好', bo: 'བཀྲ་ཤིས།' } }

let services: Services
let app: Hono

beforeEach(async () => {
  services = await testServices(await openTestStore())
  app = createApp(services)
})

/** A new member's cookies, once signed in. */
async function cookieOf(username: string, role: Role, area: Area): Promise<string> {
  await member(services, username, role, area)
  const response = await app.request('/console/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ username, password: PASSWORD }).toString(),
  })
  return response.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
}

function ask(path: string, headers: Readonly<Record<string, string>>, body?: object): Promise<Response> {
  const init =
    body === undefined
      ? { headers }
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        }
  return Promise.resolve(app.request(`/api/v1/${path}`, init))
}

async function casesFor(cookie: string) {
  return CASE_ANSWERS.StaffCases.parse(await (await ask('cases', { cookie })).json()).cases
}

describe(`the API to who is signed in at the console on ${PLATFORM}`, () => {
  it('is open as to a token, within their area', async () => {
    await importPersonas(services)
    await send(services, MOTHER, '人工')
    const near = await cookieOf('near', 'operator', HOME)
    const far = await cookieOf('far', 'operator', NEIGHBOUR)
    for (const path of READINGS) expect((await ask(path, { cookie: near })).status, path).toBe(200)
    const [known] = await casesFor(near)
    expect(known?.county).toBe(HOME.code)
    expect(await casesFor(far)).toEqual([])
    expect((await ask(`cases/${known?.id}`, { cookie: far })).status).toBe(404)
    expect((await ask('ledger?county=621223', { cookie: far })).status).toBe(404)
    expect((await ask('broadcasts', { cookie: far }, DRAFT)).status).toBe(422)
  })

  it('lets each role do there what it may at the desk, and whoever writes a broadcast not approve it', async () => {
    const operator = await cookieOf('operator', 'operator', PROVINCE)
    const inspector = await cookieOf('inspector', 'inspector', PROVINCE)
    expect((await ask('broadcasts', { cookie: inspector }, DRAFT)).status).toBe(403)
    const created = await ask('broadcasts', { cookie: operator }, DRAFT)
    expect(created.status).toBe(201)
    const { id } = BROADCAST_ANSWERS.BroadcastCreated.parse(await created.json())
    for (const cookie of [operator, inspector])
      expect((await ask(`broadcasts/${id}/approve`, { cookie }, {})).status).toBe(403)
    const approver = await cookieOf('approver', 'approver', PROVINCE)
    expect((await ask(`broadcasts/${id}/approve`, { cookie: approver }, {})).status).toBe(200)
  })

  it('is closed to a session that is none, and to a wrong token beside one', async () => {
    const cookie = await cookieOf('operator', 'operator', PROVINCE)
    expect((await ask('cases', { cookie: `${cookie.slice(0, 40)}x` })).status).toBe(401)
    expect((await ask('cases', { cookie, authorization: 'Bearer wrong' })).status).toBe(401)
  })

  it('is closed to what another site’s page has a browser send', async () => {
    const cookie = await cookieOf('operator', 'operator', PROVINCE)
    const init = { method: 'POST', headers: { cookie, origin: 'https://elsewhere.example' } }
    expect((await app.request('/api/v1/broadcasts/x/cancel', init)).status).toBe(403)
    const ours = { method: 'POST', headers: { cookie, origin: services.settings.publicUrl } }
    expect((await app.request('/api/v1/broadcasts/x/cancel', ours)).status).toBe(404)
  })

  it('is closed outside the demo to who has no second factor yet', async () => {
    services = await testServices(services.store, {
      DEMO: '0',
      DATA_KEY: 'CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=',
    })
    app = createApp(services)
    const cookie = await cookieOf('operator', 'operator', PROVINCE)
    expect((await ask('cases', { cookie })).status).toBe(401)
  })
})
