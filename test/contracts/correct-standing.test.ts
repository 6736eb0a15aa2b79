import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { determine } from '../../src/policy/determine.ts'
import { correctStanding, standingsText } from '../../src/register/corrections/correct-standing.ts'
import { factsOf } from '../../src/register/household.ts'
import { importRegister } from '../../src/register/import.ts'
import { loadHousehold } from '../../src/register/finding/look-up.ts'
import { readStandingCorrection } from '../../src/register/corrections/read-standing-correction.ts'
import { undoWrites } from '../../src/register/undo-import.ts'
import type { Services } from '../../src/services.ts'
import { signedInAs } from './desk.ts'
import { statement } from '../../src/storage/store.ts'
import { testServices } from './services.ts'

const HOME = { code: '621223', township: null }
const STAFF = { name: 'li', role: 'operator', area: HOME } as const
const WHY = '驻村干部核实没有脱贫'

let services: Services & { readonly moveClock: (milliseconds: number) => void }
let household = ''
let files = 0

beforeEach(async () => {
  services = await testServices(await openTestStore())
  await take(saying('脱贫', '2018'), '2026-09-01')
  const [row] = await services.store.rows<{ id: string }>('select id from households')
  household = row?.id ?? ''
})

/** Imports the one household as a file tells it. */
async function take(said: string, takenOn: string, isUndoable = false): Promise<string> {
  services.moveClock(1000)
  const source = {
    name: 'one.csv',
    digest: `file ${files++}`,
    async *open() {
      yield new TextEncoder().encode(said)
    },
  }
  const result = await importRegister(services, source, { by: 'test', takenOn, isUndoable })
  if (!result.ok) throw new Error(result.fault.code)
  services.moveClock(1000)
  const [row] = await services.store.rows<{ id: string }>('select id from imports order by id desc limit 1')
  return row?.id ?? ''
}

const PERSON = '县,户编号,人编号,姓名,与户主关系,在校生状况'
const saying = (state: string, year: string) =>
  `${PERSON},脱贫属性,脱贫年度\n宕昌县,H1,P1,王强,03,11,${state},${year}\n`
const MONITORED = `${PERSON},户类型\n宕昌县,H1,P1,王强,03,11,监测对象\n`

const listed = async () => standingsText((await loadHousehold(services, household))?.standings ?? [])
const correct = async (standing: string, from: string, were?: string) =>
  correctStanding(services, STAFF, { household, standing, from, were: were ?? (await listed()), why: WHY })
async function grantOn(day: string) {
  const read = await loadHousehold(services, household)
  const [person] = read?.persons ?? []
  if (read === null || person === undefined) return expect.unreachable()
  return determine(factsOf(read, person, day), day).find(
    ({ programme }) => programme === 'secondary-vocational-grant',
  )?.outcome
}

const LIFTED = '2014-12-31=registered 2018-12-31=lifted'

describe(`a household's standing put right on ${PLATFORM}`, () => {
  it('counts from its day on, with who did it and why, and what the household qualifies for follows', async () => {
    expect([await listed(), await grantOn('2026-11-01')]).toEqual([LIFTED, 'ineligible'])
    const operator = await signedInAs(services, 'operator', 'operator', HOME)
    const at = `/console/households/${household}/standing`
    expect(await (await operator.get(at)).text()).toContain(`value="${LIFTED}"`)
    const fields = { standing: 'registered', from: '2020-01-01', were: LIFTED, why: WHY }
    expect((await operator.post(at, fields)).status).toBe(303)
    expect(await listed()).toBe(`${LIFTED} 2020-01-01=registered`)
    expect([await grantOn('2019-10-01'), await grantOn('2026-11-01')]).toEqual(['ineligible', 'eligible'])
    const page = await (await operator.get(`/console/households/${household}`)).text()
    expect(page).toContain('2020-01-01起的身份是改正的。登记册写的是已脱贫（2018-12-31起）。')
    expect(page).toContain(WHY)
    const stored = await services.store.rows('select * from standing_corrections')
    expect(JSON.stringify(stored)).not.toContain('驻村')
    const audit = await services.store.rows("select 1 from audit_entries where action = 'standing.correct'")
    expect(audit).toHaveLength(1)
  })

  it('takes the place of what the register has from that day on, and gives it back', async () => {
    expect(await correct('registered', '2016-01-01')).toEqual({ ok: true })
    expect(await listed()).toBe('2014-12-31=registered 2016-01-01=registered')
    expect(await correct('monitored', '2017-05-01')).toEqual({ ok: true })
    expect(await listed()).toBe('2014-12-31=registered 2017-05-01=monitored')
    expect(await readStandingCorrection(services, household)).toMatchObject({
      from: '2017-05-01',
      register: { standing: 'lifted', from: '2018-12-31' },
      by: 'li',
      why: WHY,
    })
    expect(await correct('lifted', '2018-12-31')).toEqual({ ok: true })
    expect(await listed()).toBe(LIFTED)
    expect(await readStandingCorrection(services, household)).toBeNull()
  })

  it.each([
    ['the same', saying('脱贫', '2018'), '2014-12-31=registered 2018-12-31=registered', false],
    [
      'the same in other words',
      saying('已脱贫', '2018'),
      '2014-12-31=registered 2018-12-31=registered',
      false,
    ],
    [
      'the same with a later year',
      saying('脱贫', '2019'),
      '2014-12-31=registered 2018-12-31=registered',
      false,
    ],
    ['what staff said', saying('未脱贫', ''), '2014-12-31=registered 2018-12-31=registered', true],
    ['something else', MONITORED, '2014-12-31=registered 2018-12-31=registered 2026-10-20=monitored', true],
  ])('after a register that says %s', async (_, said, standings, isOvertaken) => {
    expect(await correct('registered', '2018-12-31')).toEqual({ ok: true })
    await take(said, '2026-10-20')
    expect(await listed()).toBe(standings)
    expect((await readStandingCorrection(services, household)) === null).toBe(isOvertaken)
    // Whatever a later file then says is held against what stands.
    await take(saying('脱贫', '2018'), '2026-10-25')
    expect((await listed()).startsWith('2014-12-31=registered 2018-12-31=registered')).toBe(true)
  })

  it('comes back with an import that had overtaken it, once that is undone', async () => {
    await correct('registered', '2020-01-01')
    const before = await dump()
    const id = await take(saying('返贫', ''), '2026-10-20', true)
    expect(await readStandingCorrection(services, household)).toBeNull()
    expect(await services.store.atomically(undoWrites(id))).toBe('committed')
    expect(await dump()).toEqual(before)
  })

  it('keeps an import from being undone that it rests on', async () => {
    const id = await take(saying('脱贫', '2019'), '2026-10-20', true)
    await correct('registered', '2020-01-01')
    expect(await services.store.atomically(undoWrites(id))).toBe('conflict')
  })

  it.each([
    ['a standing that is none', 'poor', '2020-01-01', undefined, 'invalid'],
    ['a day to come', 'registered', '2027-01-01', undefined, 'invalid'],
    ['a day that is none', 'registered', '2020-02-30', undefined, 'invalid'],
    ['nothing', 'lifted', '2018-12-31', undefined, 'invalid'],
    ['what has changed meanwhile', 'registered', '2020-01-01', '2014-12-31=registered', 'conflict'],
  ])('refuses %s, and changes nothing', async (_, standing, from, were, code) => {
    expect(await correct(standing, from, were)).toMatchObject({ ok: false, fault: { code } })
    expect(await listed()).toBe(LIFTED)
    expect(await readStandingCorrection(services, household)).toBeNull()
  })

  it('is put right once where two do it at the same time', async () => {
    const results = await Promise.all([
      correct('registered', '2020-01-01', LIFTED),
      correct('monitored', '2021-01-01', LIFTED),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await listed()).split(' ')).toHaveLength(3)
  })

  it('begins at a case, whose reference is its reason, and leads back to it', async () => {
    await services.store.atomically([
      statement(
        `insert into cases (id, reference, kind, state, county, household_id, opened_at)
          values ('C1', '4821', 'missing', 'open', '621223', ?1, '2026-11-17T04:00:00.000Z')`,
        [household],
      ),
    ])
    const operator = await signedInAs(services, 'operator', 'operator', HOME)
    const at = `/console/households/${household}/standing?case=C1`
    expect(await (await operator.get(`/console/households/${household}?case=C1`)).text()).toContain(at)
    expect(await (await operator.get(at)).text()).toContain('来件4821（没上登记）')
    const fields = { standing: 'registered', from: '2020-01-01', were: LIFTED, why: '来件4821（没上登记）' }
    expect((await operator.post(at, fields)).headers.get('location')).toBe('/console/cases/C1')
  })

  it('says what is not right, and keeps what was written', async () => {
    const operator = await signedInAs(services, 'operator', 'operator', HOME)
    const at = `/console/households/${household}/standing`
    const refused = await operator.post(at, {
      standing: 'monitored',
      from: '2031-01-01',
      were: LIFTED,
      why: WHY,
    })
    const page = await refused.text()
    expect(refused.status).toBe(422)
    expect(page).toContain('不能晚于今天')
    expect(page).toMatch(/value="monitored" selected[\s\S]*value="2031-01-01"/)
    expect(page).toContain(WHY)
  })

  it('is nothing to an inspector, nor to the neighbours', async () => {
    const at = `/console/households/${household}/standing`
    const fields = { standing: 'registered', from: '2020-01-01', were: LIFTED, why: WHY }
    const inspector = await signedInAs(services, 'inspector', 'inspector', HOME)
    expect([(await inspector.get(at)).status, (await inspector.post(at, fields)).status]).toEqual([403, 403])
    const far = await signedInAs(services, 'far', 'operator', { code: '623025', township: null })
    expect([(await far.get(at)).status, (await far.post(at, fields)).status]).toEqual([404, 404])
    expect(await listed()).toBe(LIFTED)
  })
})

async function dump() {
  const tables = ['standings', 'standing_corrections']
  return Promise.all(tables.map((table) => services.store.rows(`select * from ${table} order by 1, 2`)))
}
