import { beforeAll, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { createApp } from '../../src/app.ts'
import { listCases } from '../../src/cases/list-cases.ts'
import type { Services } from '../../src/services.ts'
import { tokenActor } from '../../src/staff/actor.ts'
import { type Area, PROVINCE } from '../../src/staff/area.ts'
import { type Action, may, ROLES, type Role } from '../../src/staff/permissions.ts'
import { runUploads } from '../../src/uploads/run.ts'
import { type Browser, browserAt, signedInAs } from './desk.ts'
import { importPersonas, testServices } from './services.ts'
import { send } from './telephones.ts'

/** Every page, and what its reader must be allowed. A page that stands nowhere here fails the last test. */
const PAGES: Readonly<Record<string, Action>> = {
  '/console': 'overview.read',
  '/console/overview/figures.csv': 'overview.read',
  '/console/overview/figures.xlsx': 'overview.read',
  '/console/households': 'register.read',
  '/console/broadcasts': 'broadcasts.read',
  '/console/broadcasts/new': 'broadcasts.write',
  '/console/ledger': 'ledger.read',
  '/console/ledger/persons': 'ledger.read',
  '/console/ledger/figures.csv': 'ledger.read',
  '/console/ledger/figures.xlsx': 'ledger.read',
  '/console/ledger/persons.csv': 'ledger.export',
  '/console/ledger/persons.xlsx': 'ledger.export',
  '/console/imports': 'register.import',
  '/console/cases': 'cases.read',
  '/console/cases/statistics': 'cases.read',
  '/console/cases/statistics.csv': 'cases.read',
  '/console/cases/statistics.xlsx': 'cases.read',
  '/console/offices': 'offices.read',
  '/console/policy': 'policy.read',
  '/console/staff': 'staff.manage',
  '/console/inspection': 'inspection.export',
  '/console/audit': 'audit.read',
}
/** Pages of what stands in no county: only who works for the whole province opens them, if their role may. */
const PROVINCIAL: Readonly<Record<string, Action>> = {
  '/console/understanding': 'understanding.label',
  '/console/understanding/sentences.csv': 'understanding.label',
  '/console/understanding/sentences.xlsx': 'understanding.label',
}
/** What everyone may open, signed in or not yet. */
const OPEN = ['/console/account', '/console/sign-in', '/console/sign-in/code']
const HOME: Area = { code: '621223', township: null }
const NEIGHBOUR: Area = { code: '623025', township: null }
const NO_HOUSEHOLD = '0'.repeat(26)
const MOTHER = '+8612900000001'

const PERSONS = ROLES.filter((role) => role !== 'service')
let services: Services
let household = ''
let caseId = ''
let upload = ''
const browsers = new Map<string, Browser>()

beforeAll(async () => {
  services = await testServices(await openTestStore())
  await importPersonas(services)
  await send(services, MOTHER, '人工')
  const { cases } = await listCases(services, tokenActor('test'), { limit: 10 })
  caseId = cases[0]?.id ?? ''
  household = cases[0]?.household ?? ''
  const staff = await signedInAs(services, 'hands.in', 'county-administrator', HOME)
  const handed = await staff.hand('/console/imports', { kind: 'register' }, new File(['县,姓名\n'], 'x.csv'))
  upload = handed.headers.get('location') ?? ''
  await runUploads(services)
  for (const role of PERSONS) {
    browsers.set(
      `home ${role}`,
      await signedInAs(services, `home.${role.replaceAll('-', '.')}`.slice(0, 30), role, HOME),
    )
    browsers.set(
      `neighbour ${role}`,
      await signedInAs(services, `far.${role.replaceAll('-', '.')}`.slice(0, 30), role, NEIGHBOUR),
    )
    browsers.set(
      `province ${role}`,
      await signedInAs(services, `all.${role.replaceAll('-', '.')}`.slice(0, 30), role, PROVINCE),
    )
  }
  // Fifteen sign-ins, each with its password hashed.
})

function browserOf(where: 'home' | 'neighbour' | 'province', role: Role): Browser {
  const browser = browsers.get(`${where} ${role}`)
  if (browser === undefined) throw new Error(`no browser of ${where} ${role}`)
  return browser
}

describe(`the role walk on ${PLATFORM}`, () => {
  it.each(Object.entries(PAGES))(
    'opens %s to whom it is allowed, and to nobody else',
    async (path, action) => {
      expect((await browserAt(createApp(services)).get(path)).status).toBe(303)
      for (const role of PERSONS) {
        const { status } = await browserOf('home', role).get(path)
        expect(status, role).toBe(may({ role }, action) ? 200 : 403)
      }
    },
  )

  it('measures the text of a broadcast for whom it is allowed to write one, and for nobody else', async () => {
    const measure = '/console/broadcasts/measure'
    expect((await browserAt(createApp(services)).post(measure)).status).toBe(303)
    for (const role of PERSONS) {
      const { status } = await browserOf('home', role).post(measure, { zh: '通知' })
      expect(status, role).toBe(may({ role }, 'broadcasts.write') ? 200 : 403)
    }
  })

  it.each(Object.entries(PROVINCIAL))(
    "opens %s to the province's staff whom it is allowed, and to no county's",
    async (path, action) => {
      expect((await browserAt(createApp(services)).get(path)).status).toBe(303)
      for (const role of PERSONS) {
        expect((await browserOf('home', role).get(path)).status, role).toBe(403)
        const { status } = await browserOf('province', role).get(path)
        expect(status, role).toBe(may({ role }, action) ? 200 : 403)
      }
    },
  )

  it.each(PERSONS)(
    "lets %s of a county label, discard and measure none of the province's sentences",
    async (role) => {
      const near = browserOf('home', role)
      for (const path of [
        'sentences/x/label',
        'sentences/x/take-back',
        'sentences/x/discard',
        'measure',
        'report',
      ])
        expect((await near.post(`/console/understanding/${path}`)).status, path).toBe(403)
      expect(await (await near.get('/console')).text()).not.toContain('/console/understanding')
    },
  )

  it.each(PERSONS)(
    "shows %s of the neighbour's county neither household nor case, nor that there is one",
    async (role) => {
      const far = browserOf('neighbour', role)
      const known = await far.get(`/console/households/${household}`)
      const none = await far.get(`/console/households/${NO_HOUSEHOLD}`)
      const said = (await known.text()).replaceAll(household, NO_HOUSEHOLD)
      expect([known.status, said]).toEqual([404, await none.text()])
      expect((await far.get(`/console/cases/${caseId}`)).status).toBe(404)
      const person = `/console/households/${household}/persons/${NO_HOUSEHOLD}`
      for (const answer of [await far.get(person), await far.post(person, { why: 'x' })])
        expect(answer.status).toBe(may({ role }, 'register.correct') ? 404 : 403)
      const closed = may({ role }, 'register.import') ? 404 : 403
      for (const page of ['', '/rejected', '/warned', '/rejected.csv', '/warned.csv'])
        expect((await far.get(`${upload}${page}`)).status, page).toBe(closed)
      for (const verb of ['columns', 'apply', 'drop', 'undo'])
        expect((await far.post(`${upload}/${verb}`)).status, verb).toBe(closed)
      for (const page of ['', '/persons', '/figures.csv', '/figures.xlsx'])
        expect((await far.get(`/console/ledger${page}?county=621223`)).status, page).toBe(404)
      const taken = await far.get('/console/ledger/persons.csv?county=621223')
      expect(taken.status).toBe(may({ role }, 'ledger.export') ? 404 : 403)
      expect(await (await far.get('/console/cases')).text()).not.toContain(caseId)
      const found = await far.post('/console/households', { words: MOTHER })
      expect(await found.text()).not.toContain(household)
      const settled = await far.post(`/console/cases/${caseId}/resolve`, { outcome: 'answered' })
      expect(settled.status).toBe(404)
      for (const what of ['take-back', 'admit'])
        expect((await far.post(`/console/households/${household}/links/${what}`)).status).toBe(404)
    },
  )

  it.each(PERSONS)('shows %s of the county its household and its case', async (role) => {
    const near = browserOf('home', role)
    expect((await near.get(`/console/households/${household}`)).status).toBe(200)
    expect((await near.get(`/console/cases/${caseId}`)).status).toBe(200)
    const found = await near.post('/console/households', { words: MOTHER })
    expect(await found.text()).toContain(household)
  })

  it('lets an inspector change nothing', async () => {
    const inspector = browserOf('home', 'inspector')
    await inspector.post(`/console/cases/${caseId}/resolve`, { outcome: 'answered' })
    const { cases } = await listCases(services, tokenActor('test'), { state: 'open', limit: 10 })
    expect(cases.map(({ id }) => id)).toContain(caseId)
  })

  it('passes every page that there is', () => {
    const pages = createApp(services)
      .routes.filter(
        ({ method, path }) => method === 'GET' && path.startsWith('/console') && !/[:*]/.test(path),
      )
      .map(({ path }) => path)
    expect(new Set(pages)).toEqual(new Set([...Object.keys(PAGES), ...Object.keys(PROVINCIAL), ...OPEN]))
  })
})
