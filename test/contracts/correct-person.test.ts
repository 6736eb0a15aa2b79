import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { correctPerson, readCorrections } from '../../src/register/corrections/correct-person.ts'
import { loadHousehold } from '../../src/register/finding/look-up.ts'
import type { Services } from '../../src/services.ts'
import { statement } from '../../src/storage/store.ts'
import { type Browser, signedInAs } from './desk.ts'
import { importFamilies, telephoneOf } from './families.ts'
import { testServices } from './services.ts'
import { send } from './telephones.ts'

const HOME = { code: '621223', township: null }
const NEIGHBOUR = { code: '623025', township: null }
const STAFF = { name: 'li', role: 'operator', area: HOME } as const
const WHY = '家长带来了学校证明'

let services: Services
let household = ''
let child = ''

beforeEach(async () => {
  services = await testServices(await openTestStore())
  await importFamilies(services, [{}])
  const [row] = await services.store.rows<{ household: string; child: string }>(
    `select household_id as household, id as child from persons where stage = 'secondary-vocational'`,
  )
  household = row?.household ?? ''
  child = row?.child ?? ''
})

const stageOf = async () => {
  const read = await loadHousehold(services, household)
  return read?.persons.find(({ id }) => id === child)?.stage
}
const pageOf = () => `/console/households/${household}/persons/${child}`
const body = (browser: Browser, path: string) => browser.get(path).then((response) => response.text())

describe(`a person's record put right at the desk on ${PLATFORM}`, () => {
  it('stands with who did it and why, sealed, until the register itself says something else', async () => {
    const operator = await signedInAs(services, 'operator', 'operator', HOME)
    const fields = {
      stage: 'junior',
      'was.stage': 'secondary-vocational',
      finalYear: '',
      'was.finalYear': '0',
      why: WHY,
    }
    expect((await operator.post(pageOf(), fields)).status).toBe(303)
    expect(await stageOf()).toBe('junior')
    const page = await body(operator, `/console/households/${household}`)
    expect(page).toContain('就学阶段：登记册写的是上中职，改为上初中')
    expect(page).toContain(WHY)
    const rows = JSON.stringify(await services.store.rows('select * from corrections'))
    expect(rows).not.toContain('家长')
    await importFamilies(services, [{}])
    expect(await stageOf()).toBe('junior')
    await importFamilies(services, [{ children: [['王志强', '09']] }])
    expect(await stageOf()).toBe('senior')
  })

  it('begins at a case, whose reference is its reason, and leads back to it', async () => {
    await services.store.atomically([
      statement(
        `insert into cases (id, reference, kind, state, county, household_id, opened_at)
          values ('C1', '4821', 'correction', 'open', '621223', ?1, '2026-11-17T04:00:00.000Z')`,
        [household],
      ),
    ])
    const operator = await signedInAs(services, 'operator', 'operator', HOME)
    expect(await body(operator, '/console/cases/C1')).toContain(`/console/households/${household}?case=C1`)
    const record = await body(operator, `/console/households/${household}?case=C1`)
    expect(record).toContain(`${pageOf()}?case=C1`)
    expect(record).toContain('href="/console/cases/C1"')
    expect(await body(operator, `${pageOf()}?case=C1`)).toContain('来件4821（登记不对）')
    const fields = { stage: 'junior', 'was.stage': 'secondary-vocational', why: '来件4821（登记不对）' }
    const kept = await operator.post(`${pageOf()}?case=C1`, fields)
    expect([kept.status, kept.headers.get('location')]).toEqual([303, '/console/cases/C1'])
    expect(await body(operator, `/console/households/${household}`)).toContain('来件4821')
  })

  it("takes no case for its reason that is not the household's", async () => {
    await services.store.atomically([
      statement(
        `insert into cases (id, reference, kind, state, county, opened_at)
          values ('C2', '9310', 'correction', 'open', '621223', '2026-11-17T04:00:00.000Z')`,
      ),
    ])
    const operator = await signedInAs(services, 'operator', 'operator', HOME)
    for (const id of ['C2', 'none']) {
      const page = await body(operator, `${pageOf()}?case=${id}`)
      expect(page, id).not.toContain('9310')
      expect(page, id).not.toContain('/console/cases/')
    }
  })

  it('says why, or nothing is put right', async () => {
    const operator = await signedInAs(services, 'operator', 'operator', HOME)
    const fields = { stage: 'junior', 'was.stage': 'secondary-vocational', why: ' ' }
    const refused = await operator.post(pageOf(), fields)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('请写为什么改')
    expect(await stageOf()).toBe('secondary-vocational')
  })

  it('loses nothing that was written where it is refused, and says what was wrong', async () => {
    const operator = await signedInAs(services, 'operator', 'operator', HOME)
    const seen = { 'was.stage': 'secondary-vocational', 'was.name': '王志强' }
    const written = { ...seen, stage: 'junior', name: '王志强1', why: WHY }
    const refused = await (await operator.post(pageOf(), written)).text()
    expect(refused).toContain('姓名只能写字')
    expect(refused).toContain('<input name="name" value="王志强1"')
    expect(refused).toContain('<option value="junior" selected="">')
    expect(refused).toContain('name="was.stage" value="secondary-vocational"')
    expect(refused).toContain(WHY)
    const same = { ...seen, stage: 'secondary-vocational', name: '王志强', why: WHY }
    expect(await (await operator.post(pageOf(), same)).text()).toContain('什么都没有改动')
  })

  it('shows what another changed meanwhile as it stands now, not as it was written', async () => {
    const operator = await signedInAs(services, 'operator', 'operator', HOME)
    const late = { 'was.stage': 'primary', stage: 'junior', why: WHY }
    const refused = await (await operator.post(pageOf(), late)).text()
    expect(refused).toContain('刚刚有了变化')
    expect(refused).toContain('<option value="secondary-vocational" selected="">')
    expect(refused).toContain(WHY)
  })

  it.each([
    ['a value that is none', { stage: 'university' }, { stage: 'secondary-vocational' }, 'invalid'],
    ['nothing', { stage: 'secondary-vocational' }, { stage: 'secondary-vocational' }, 'invalid'],
    ['what has changed meanwhile', { stage: 'junior' }, { stage: 'primary' }, 'conflict'],
  ] as const)('refuses %s, and changes nothing', async (_, values, were, code) => {
    const corrected = await correctPerson(services, STAFF, {
      household,
      person: child,
      values,
      were,
      why: WHY,
    })
    expect(corrected).toMatchObject({ ok: false, fault: { code } })
    expect(await stageOf()).toBe('secondary-vocational')
    expect(await readCorrections(services, household)).toEqual([])
  })

  it('is no correction any more once it says what the register says', async () => {
    const correct = (to: string, from: string) =>
      correctPerson(services, STAFF, {
        household,
        person: child,
        values: { stage: to },
        were: { stage: from },
        why: WHY,
      })
    await correct('junior', 'secondary-vocational')
    expect(await readCorrections(services, household)).toMatchObject([
      { field: 'stage', registerValue: 'secondary-vocational', by: 'li', why: WHY },
    ])
    expect(await correct('secondary-vocational', 'junior')).toEqual({ ok: true })
    expect(await readCorrections(services, household)).toEqual([])
    expect(await stageOf()).toBe('secondary-vocational')
  })

  it('is nothing to an inspector, nor to the neighbours', async () => {
    const inspector = await signedInAs(services, 'inspector', 'inspector', HOME)
    expect((await inspector.get(pageOf())).status).toBe(403)
    const far = await signedInAs(services, 'far', 'operator', NEIGHBOUR)
    const fields = { stage: 'junior', 'was.stage': 'secondary-vocational', why: WHY }
    expect((await far.get(pageOf())).status).toBe(404)
    expect((await far.post(pageOf(), fields)).status).toBe(404)
    expect(await stageOf()).toBe('secondary-vocational')
  })
})

describe(`what a family was told, at the desk on ${PLATFORM}`, () => {
  it('stands on its page without its telephone, and not where a family elsewhere shares the telephone', async () => {
    await send(services, telephoneOf(0), '中职有补助吗')
    const operator = await signedInAs(services, 'operator', 'operator', HOME)
    const page = await body(operator, `/console/households/${household}`)
    expect(page).toContain('告知过的')
    expect(page).toMatch(/<ol class="talk"><li><p lang="zh-CN">[^<]*2000/)
    expect(page).not.toContain(telephoneOf(0).slice(3))
    await importFamilies(services, [{}, { county: '623025', telephone: telephoneOf(0) }])
    expect(await body(operator, `/console/households/${household}`)).not.toContain('class="talk"')
  })
})
