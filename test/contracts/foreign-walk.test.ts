import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { createApp } from '../../src/app.ts'
import { bringUpToDate } from '../../src/determinations/current.ts'
import { byToday } from '../../src/determinations/today.ts'
import type { Services } from '../../src/services.ts'
import { type Area, PROVINCE } from '../../src/staff/area.ts'
import { ROLES } from '../../src/staff/permissions.ts'
import { runUploads } from '../../src/uploads/run.ts'
import { type Browser, signedInAs } from './desk.ts'
import { importPersonas, testServices } from './services.ts'
import { send } from './telephones.ts'

const HOME: Area = { code: '621223', township: null }
const NEIGHBOUR: Area = { code: '623025', township: null }
const MOTHER = '+8612900000001'
/** What nobody of the neighbour's county may read on any page. */
const NAMES = ['张建国', '李秀兰', '张小雨']
/** What a meddler would send anywhere: all that names the other county and its family. */
const FIELDS = {
  area: HOME.code,
  county: HOME.code,
  areaCode: HOME.code,
  words: MOTHER,
  name: 'x',
  username: 'meddler',
  role: 'operator',
  programme: 'preschool-fee-waiver',
  zh: '{{child}}能享受{{programme}}。',
  bo: '{{child}}ལ་{{programme}}ཐོབ་ཐུབ།',
  do: 'keep',
  outcome: 'answered',
  version: '1',
  stage: 'primary',
  why: 'x',
  telephone: '0939-0000000',
  seed: 's',
  kind: 'register',
}
const DRAFT = {
  name: 'x',
  county: HOME.code,
  programme: FIELDS.programme,
  per: 'household',
  zh: FIELDS.zh,
  bo: FIELDS.bo,
  restDays: '7',
  do: 'keep',
}
/** The same as the API has it. */
const API_DRAFT = { name: 'x', audience: { county: HOME.code }, body: { 'zh-CN': FIELDS.zh, bo: FIELDS.bo } }
const KEPT = [
  'policy_proposals',
  'misunderstandings',
  'import_headers',
  'import_before',
  'upload_pieces',
  'upload_findings',
  'broadcast_runs',
  'villages',
  'household_telephones',
  'staff_invites',
  'households',
  'persons',
  'standings',
  'corrections',
  'contact_households',
  'cases',
  'case_messages',
  'broadcasts',
  'offices',
  'ledger',
  'outbox',
  'uploads',
  'imports',
  'staff_users',
]

const PERSONS = ROLES.filter((one) => one !== 'service')
let services: Services
/** What stands for a route's parameters, by the page they belong to. */
let ids: Readonly<Record<string, string>> = {}
let person = ''
const far = new Map<string, Browser>()

beforeAll(async () => {
  services = await testServices(await openTestStore())
  await importPersonas(services)
  await send(services, MOTHER, '人工')
  // A reader of figures brings outcomes up to date: that is no change of theirs.
  await bringUpToDate(services, PROVINCE, await byToday(services), 1000)
  const near = await signedInAs(services, 'at.home', 'county-administrator', HOME)
  await near.hand('/console/imports', { kind: 'register' }, new File(['县,姓名\n'], 'x.csv'))
  await runUploads(services)
  await near.post('/console/broadcasts/new', DRAFT)
  ids = {
    households: await onlyId(`select id from households where county = '621223'`),
    cases: await onlyId('select id from cases'),
    broadcasts: await onlyId('select id from broadcasts'),
    imports: await onlyId('select id from uploads'),
    staff: await onlyId('select id from staff_users'),
  }
  person = await onlyId(`select p.id from persons p join households h on h.id = p.household_id
    where h.county = '621223' and p.stage is not null`)
  for (const role of PERSONS)
    far.set(
      role,
      await signedInAs(services, `far.${role}`.replaceAll('-', '.').slice(0, 30), role, NEIGHBOUR),
    )
})

async function onlyId(sql: string): Promise<string> {
  const [row] = await services.store.rows<{ id: string }>(sql)
  return row?.id ?? expect.unreachable(sql)
}

/** What the desk does to one sentence: its route takes the word as it comes. */
const OF_SENTENCES = ['label', 'discard', 'take-back'] as const

/** Every address there is, with the other county's ids in it. */
function addresses(): readonly { readonly method: string; readonly path: string }[] {
  const routes = createApp(services).routes.filter(
    ({ method, path }) => method !== 'ALL' && path.startsWith('/console') && !OWN.test(path),
  )
  return routes.flatMap(({ method, path }) =>
    waysOf(path).map((way) => {
      const [, , page = ''] = way.split('/')
      const filled = way.replace(':id', ids[page] ?? 'x').replace(':person', person)
      return { method, path: filled.replaceAll(/:\w+/g, 'label') }
    }),
  )
}

// What belongs to whoever is signed in, wherever they work.
const OWN = /^\/console\/(?:sign-in|sign-out|language|invite|account)/

function waysOf(path: string): readonly string[] {
  if (path.includes('/sentences/:id/:verb')) return OF_SENTENCES.map((verb) => path.replace(':verb', verb))
  const [whole, words] = /:\w+\{([\w|-]+)\}/.exec(path) ?? []
  return whole === undefined ? [path] : (words?.split('|') ?? []).map((word) => path.replace(whole, word))
}

async function kept(): Promise<ReadonlyMap<string, unknown>> {
  const rows = await Promise.all(
    KEPT.map(async (table) => [table, await services.store.rows(`select * from ${table}`)] as const),
  )
  return new Map(rows)
}

/** All that an answer says, in whatever it is wrapped: a workbook and an inspector's folder are archives. */
async function wordsOf(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer())
  return textIn(bytes)
}

function textIn(bytes: Uint8Array): string {
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isArchive) return new TextDecoder().decode(bytes)
  return Object.values(unzipSync(bytes)).map(textIn).join('\n')
}

describe(`every address of the desk, with another county's ids, on ${PLATFORM}`, () => {
  it('is walked whole', () => {
    expect(addresses().length).toBeGreaterThan(60)
    expect(addresses().filter(({ path }) => path.includes(':'))).toEqual([])
  })

  it.each(PERSONS)('tells %s of the neighbour no name, and lets them change nothing', async (role) => {
    const browser = far.get(role) ?? expect.unreachable()
    const before = await kept()
    for (const { method, path } of addresses()) {
      const asked = path.includes('?') ? path : `${path}?county=${HOME.code}&area=${HOME.code}`
      const response = method === 'GET' ? await browser.get(asked) : await browser.post(path, FIELDS)
      const text = await wordsOf(response)
      const told = NAMES.filter((name) => text.includes(name))
      expect({ method, path, told }).toEqual({ method, path, told: [] })
      expect(response.status, `${method} ${path}`).toBeLessThan(500)
    }
    expect(await kept()).toEqual(before)
  })

  it("tells the county's own staff its names, in workbooks too", async () => {
    const near = await signedInAs(services, 'at.home.too', 'county-administrator', HOME)
    const path = `/console/ledger/persons.xlsx?county=${HOME.code}`
    const words = await wordsOf(await near.get(path))
    expect(NAMES.filter((name) => words.includes(name))).toContain('张小雨')
  })

  it("lets the county's own inspector change nothing by any of them", async () => {
    const inspector = await signedInAs(services, 'home.inspector', 'inspector', HOME)
    const before = await kept()
    for (const { method, path } of addresses()) {
      const { status } = method === 'GET' ? await inspector.get(path) : await inspector.post(path, FIELDS)
      expect(status, `${method} ${path}`).toBeLessThan(500)
    }
    expect(await kept()).toEqual(before)
  })
})

describe(`every address of the API's staff part on ${PLATFORM}`, () => {
  it('is walked whole', () => {
    expect(staffAddresses().length).toBeGreaterThan(25)
  })

  it.each([
    ['no token', {}],
    ['a token nobody gave out', { authorization: 'Bearer guessed' }],
    ['a name and password', { authorization: `Basic ${btoa('admin:huixue-admin')}` }],
  ])('is closed to whoever comes with %s', async (_what, headers: Record<string, string>) => {
    const before = await kept()
    const app = createApp(services)
    for (const { method, path } of staffAddresses()) {
      const body = method === 'GET' ? null : JSON.stringify(FIELDS)
      const init = { method, body, headers: { 'content-type': 'application/json', ...headers } }
      const response = await app.request(path, init)
      expect([method, path, response.status]).toEqual([method, path, 401])
      const text = await response.text()
      expect(NAMES.filter((name) => text.includes(name))).toEqual([])
    }
    expect(await kept()).toEqual(before)
  })

  it.each(PERSONS)(
    "tells a session of the neighbour's %s nothing of the county, and lets it change nothing",
    async (role) => {
      const browser = far.get(role) ?? expect.unreachable()
      const before = await kept()
      for (const { method, path } of staffAddresses()) {
        const asked = path.endsWith('/ledger') ? `${path}?county=${HOME.code}` : path
        for (const body of bodiesOf(method)) {
          const response = await browser.ask(method, asked, body)
          const text = await response.text()
          const told = [...NAMES, ids['cases'] ?? '', ids['broadcasts'] ?? ''].filter((word) =>
            text.includes(word),
          )
          expect({ method, path, told }).toEqual({ method, path, told: [] })
          expect(response.status, `${method} ${path}`).toBeLessThan(500)
        }
      }
      expect(await kept()).toEqual(before)
    },
  )

  it("lets a session of the county's own inspector change nothing", async () => {
    const inspector = await signedInAs(services, 'api.inspector', 'inspector', HOME)
    const before = await kept()
    for (const { method, path } of staffAddresses()) {
      for (const body of bodiesOf(method))
        expect((await inspector.ask(method, path, body)).status, `${method} ${path}`).toBeLessThan(500)
    }
    expect(await kept()).toEqual(before)
  })
})

/** What a meddler would send the API; a reading has no body. */
function bodiesOf(method: string): readonly (object | undefined)[] {
  return method === 'GET' ? [undefined] : [FIELDS, API_DRAFT, { text: { 'zh-CN': 'x' } }]
}

const OPEN_API = /^\/api\/v1\/(?:determinations|understanding|programmes)$/

function staffAddresses(): readonly { readonly method: string; readonly path: string }[] {
  return createApp(services)
    .routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/') && !OPEN_API.test(path))
    .map(({ method, path }) => {
      const [, , , page = ''] = path.split('/')
      return { method, path: path.replace(':id', ids[page] ?? 'x') }
    })
}
