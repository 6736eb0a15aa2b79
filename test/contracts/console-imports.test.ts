import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { findHouseholdsByAddress } from '../../src/register/finding/look-up.ts'
import { syntheticIdNumber } from '../../src/register/sample/identity.ts'
import type { Services } from '../../src/services.ts'
import { statement } from '../../src/storage/store.ts'
import { runUploads } from '../../src/uploads/run.ts'
import { type Browser, signedInAs } from './desk.ts'
import { importFamilies, telephoneOf } from './families.ts'
import { testServices } from './services.ts'

const HOME = { code: '621223', township: null }
const NEIGHBOUR = { code: '623025', township: null }
const HEADER = '县,乡镇,户编号,人编号,姓名,证件号码,与户主关系,在校生状况,贫困户属性,脱贫属性,联系电话'
const id = (serial: number) => syntheticIdNumber('2012-03-01', 'male', serial)
const HEAD = `宕昌县,城关镇,H1,H101,赵甲,${id(1)},户主,01,一般贫困户,未脱贫,12911110001`
const CHILD = `宕昌县,城关镇,H1,H102,赵乙,${id(2)},之子,06,一般贫困户,未脱贫,12911110001`
const OTHER = `宕昌县,城关镇,H2,H201,钱丙,${id(3)},户主,01,一般贫困户,未脱贫,12911110002`

let services: Services & { readonly moveClock: (milliseconds: number) => void }
let operator: Browser

beforeEach(async () => {
  services = await testServices(await openTestStore())
  operator = await signedInAs(services, 'operator', 'operator', HOME)
})

const file = (...rows: readonly string[]) => new File([`${[HEADER, ...rows].join('\n')}\n`], 'register.csv')

async function handIn(browser: Browser, what: File, kind = 'register'): Promise<string> {
  const handed = await browser.hand('/console/imports', { kind, takenOn: '2026-10-01' }, what)
  expect(handed.status).toBe(303)
  await runUploads(services)
  return handed.headers.get('location') ?? ''
}

async function apply(browser: Browser, page: string): Promise<string> {
  expect((await browser.post(`${page}/apply`)).status).toBe(303)
  await runUploads(services)
  return (await browser.get(page)).text()
}

/** The counts as a page shows them, in its order. */
function countsOn(html: string): readonly string[] {
  return [...html.matchAll(/<dt>([^<]+)<\/dt><dd>([^<]+)<\/dd><\/div>/g)].map(
    ([, name, count]) => `${name} ${count}`,
  )
}

/** Everything that an import may write. */
async function dump() {
  const tables = [
    'households',
    'persons',
    'standings',
    'household_telephones',
    'villages',
    'ledger',
    'imports',
  ]
  return Promise.all(tables.map((table) => services.store.rows(`select * from ${table} order by 1, 2, 3`)))
}

describe(`a register handed in at the desk on ${PLATFORM}`, () => {
  it('is read without writing, tells what it would change, and does just that once applied', async () => {
    await apply(operator, await handIn(operator, file(HEAD, CHILD, OTHER)))
    const before = await dump()
    const page = await handIn(operator, file(HEAD, CHILD.replace(',06,', ',07,'), `${OTHER}\nbad,row`))
    const shown = await (await operator.get(page)).text()
    expect(await dump()).toEqual(before)
    expect(countsOn(shown)).toEqual([
      '读到的行 4',
      '新增 0',
      '改动 1',
      '不变 2',
      '不收的行 1',
      '提醒 0',
      '文件里没有了 0 户，0 人',
    ])
    expect(shown).toContain('赵乙')
    expect(shown).toContain('上初中')
    const done = await apply(operator, page)
    expect(countsOn(done)).toEqual(countsOn(shown))
    const [household] = await findHouseholdsByAddress(services, '+8612911110001')
    expect(household?.persons.map(({ stage }) => stage)).toContain('senior')
  })

  it('tells who is gone from the file, and deletes nobody', async () => {
    await apply(operator, await handIn(operator, file(HEAD, CHILD, OTHER)))
    const page = await handIn(operator, file(HEAD))
    const shown = await (await operator.get(page)).text()
    expect(countsOn(shown)).toContain('文件里没有了 1 户，1 人')
    expect(countsOn(await apply(operator, page))).toContain('文件里没有了 1 户，1 人')
    expect(await services.store.rows('select id from persons')).toHaveLength(3)
  })

  it('has its columns put right, and remembers them for the next file', async () => {
    const strange = () => new File([`${HEADER.replace('户编号', '家庭号')}\n${HEAD}\n`], 'strange.csv')
    const page = await handIn(operator, strange())
    const shown = await (await operator.get(page)).text()
    expect(shown).toContain('缺必须的列：户编号')
    const at = HEADER.split(',').indexOf('户编号')
    const fields = {
      [`header.${at}`]: '家庭号',
      [`was.${at}`]: '',
      [`column.${at}`]: 'householdNumber',
    }
    expect((await operator.post(`${page}/columns`, fields)).status).toBe(303)
    await runUploads(services)
    expect(countsOn(await (await operator.get(page)).text())).toContain('新增 1')
    const next = await handIn(operator, strange())
    expect(countsOn(await (await operator.get(next)).text())).toContain('新增 1')
  })

  it("takes no row of a neighbour's county, nor one that bears a number of theirs", async () => {
    const far = await signedInAs(services, 'far', 'operator', NEIGHBOUR)
    const theirs = [HEAD, CHILD].map((row) => row.replace('宕昌县,城关镇', '玛曲县,尼玛镇'))
    await apply(far, await handIn(far, file(...theirs)))
    const before = await services.store.rows('select * from persons order by id')
    const stolen = [HEAD, CHILD.replace('H1,', 'H9,'), OTHER, ...theirs]
    const page = await handIn(operator, file(...stolen))
    const shown = await apply(operator, page)
    expect(countsOn(shown)).toEqual(expect.arrayContaining(['新增 1', '不收的行 4']))
    for (const why of ['不在您管的地方', '这个户编号已登记在别的地方', '这个人编号已登记在别的地方'])
      expect(shown).toContain(why)
    const rows = await services.store.rows<{ id: string }>('select * from persons order by id')
    expect(rows).toEqual(expect.arrayContaining(before))
    expect(rows).toHaveLength(3)
    expect(await services.store.rows("select id from households where county = '621223'")).toHaveLength(1)
  })

  it('is shown row by row where it is wrong, and taken away without a formula', async () => {
    const page = await handIn(operator, file(HEAD, CHILD.replace('赵乙', ''), '=1+1,x,H3,H301,孙丁,,,,,,'))
    expect(await (await operator.get(`${page}/rejected`)).text()).toContain('没有姓名')
    const taken = await (await operator.get(`${page}/rejected.csv`)).text()
    expect(taken).toContain('不是甘肃省的县')
    expect(taken).toContain("'=1+1")
    expect(taken).not.toMatch(/(^|[,\n"])=/)
  })

  it('heads no column for cells of rows that were taken: they are not kept', async () => {
    const page = await handIn(operator, file(HEAD, CHILD, OTHER))
    const taken = await (await operator.get(`${page}/warned.csv`)).text()
    expect(taken.split(/\r?\n/)[0]).toBe('行,列,原因')
  })

  it('lies nowhere in the clear, and its bytes are gone once it is applied', async () => {
    const page = await handIn(operator, file(HEAD, CHILD.replace('06,', '06x,'), OTHER.replace('钱丙', '')))
    const kept = JSON.stringify([
      await services.store.rows('select * from uploads'),
      await services.store.rows('select * from upload_pieces'),
      await services.store.rows('select * from upload_findings'),
    ])
    for (const word of ['赵甲', '赵乙', id(3), '12911110001']) expect(kept).not.toContain(word)
    expect(await services.store.rows('select 1 from upload_pieces')).toHaveLength(1)
    await apply(operator, page)
    expect(await services.store.rows('select 1 from upload_pieces')).toEqual([])
  })

  it('is gone on with where whoever applied it was cut off', async () => {
    const page = await handIn(operator, file(HEAD, CHILD))
    await operator.post(`${page}/apply`)
    const lost = new Date(services.clock().getTime() + 60_000).toISOString()
    await services.store.atomically([
      statement("update uploads set state = 'applying', lease_until = ?1, tries = 1", [lost]),
    ])
    await runUploads(services)
    expect(await services.store.rows('select 1 from households')).toEqual([])
    services.moveClock(61_000)
    await runUploads(services)
    expect(await services.store.rows('select 1 from households')).toHaveLength(1)
    expect(await (await operator.get(page)).text()).toContain('导入了')
  })

  it('is nobody else’s, and applied once', async () => {
    const page = await handIn(operator, file(HEAD))
    const far = await signedInAs(services, 'far', 'county-administrator', NEIGHBOUR)
    expect((await far.get(page)).status).toBe(404)
    expect((await far.post(`${page}/apply`)).status).toBe(404)
    await apply(operator, page)
    expect((await operator.post(`${page}/apply`)).status).toBe(409)
  })

  it('that is larger than may be handed in is refused on a page that names the command', async () => {
    const list = await (await operator.get('/console/imports')).text()
    expect(list).toContain('一次最多收 60000 行')
    expect(list).toContain('npm run register:import')
    const large = new File([new Uint8Array(21 * 1024 * 1024)], 'x.csv')
    const refused = await operator.hand('/console/imports', { kind: 'register' }, large)
    expect(refused.status).toBe(413)
    const page = await refused.text()
    expect(page).toContain('文件太大')
    expect(page).toContain('npm run register:import')
    expect(await services.store.rows('select 1 from uploads')).toEqual([])
  })

  it('that is too large a workbook is refused, and CSV named; as large a CSV is taken', async () => {
    const [workbook, table] = ['PK\u0003\u0004', '县,乡镇'].map(
      (start) => new File([start, ' '.repeat(1024 * 1024)], 'x.xlsx'),
    ) as [File, File]
    const refused = await operator.hand('/console/imports', { kind: 'register' }, workbook)
    expect(refused.status).toBe(413)
    expect(await refused.text()).toContain('请另存为 CSV')
    expect(await services.store.rows('select 1 from uploads')).toEqual([])
    expect((await operator.hand('/console/imports', { kind: 'register' }, table)).status).toBe(303)
  })

  it('that begins with a row of a person is told to lack its columns’ names, and no number of the row is shown', async () => {
    const page = await handIn(operator, new File([`${HEAD}\n${CHILD}\n`], 'headless.csv'))
    const shown = await (await operator.get(page)).text()
    expect(shown).toContain('文件里没有列名')
    for (const number of [id(1), '12911110001']) expect(shown).not.toContain(number)
    expect(shown).not.toContain(`${page}/columns`)
  })

  it('that holds nothing is told to be empty', async () => {
    const handed = await operator.hand('/console/imports', { kind: 'register' }, new File([], 'x.csv'))
    expect(handed.status).toBe(422)
    expect(await handed.text()).toContain('文件是空的')
  })

  it('that is no table is told to be none', async () => {
    const page = await handIn(operator, new File([new Uint8Array([1, 0, 2, 0])], 'x.csv'))
    expect(await (await operator.get(page)).text()).toContain('这不是 CSV')
    expect((await operator.post(`${page}/apply`)).status).toBe(409)
  })
})

describe(`a ledger handed in at the desk on ${PLATFORM}`, () => {
  const LEDGER = '户编号,姓名,项目,学年,状态,日期,金额'
  const household = (at: number, county = '621223') => `${county}1002010${String(at).padStart(7, '0')}`
  const ledger = (...rows: readonly string[]) => new File([`${[LEDGER, ...rows].join('\n')}\n`], 'ledger.csv')
  const step = (at: number, state: string, day: string, county?: string) =>
    `${household(at, county)},王志强,中职助学金,2026,${state},${day},2000`

  beforeEach(async () => {
    await importFamilies(services, [
      {},
      { children: [['李小龙', '02']] },
      { lifted: true },
      { county: '623025' },
    ])
  })

  it('has its columns put right too, and remembers them for the next ledger, not for a register', async () => {
    const strange = () =>
      new File([`${LEDGER.replace('状态', '结果')}\n${step(0, '已发放', '2026-10-05')}\n`], 'strange.csv')
    const page = await handIn(operator, strange(), 'ledger')
    expect(await (await operator.get(page)).text()).toContain('缺必须的列：状态')
    const at = LEDGER.split(',').indexOf('状态')
    const put = (column: string) =>
      operator.post(`${page}/columns`, {
        [`header.${at}`]: '结果',
        [`was.${at}`]: '',
        [`column.${at}`]: column,
      })
    // A register's column is none of a ledger.
    await put('standing')
    await runUploads(services)
    expect(await (await operator.get(page)).text()).toContain('缺必须的列：状态')
    expect((await put('state')).status).toBe(303)
    await runUploads(services)
    expect(countsOn(await (await operator.get(page)).text())).toContain('新增 1')
    await apply(operator, page)
    expect(await services.store.rows('select paid_on from ledger where paid_on is not null')).toHaveLength(1)
    const next = await handIn(operator, strange(), 'ledger')
    expect(await (await operator.get(next)).text()).not.toContain('缺必须的列')
    const kinds = await services.store.rows('select distinct kind from import_headers')
    expect(kinds).toEqual([{ kind: 'ledger' }])
  })

  it('shows its conflicts before it is applied, and counts as the applying does', async () => {
    const page = await handIn(
      operator,
      ledger(
        step(0, '已申请', '2026-09-05'),
        step(0, '已发放', '2026-10-05'),
        step(0, '已发放', '2026-11-05'),
        `${household(1)},李小龙,中职助学金,2026,已发放,2026-10-05,2000`,
        step(2, '已发放', '2026-10-05'),
        step(3, '已发放', '2026-10-05', '623025'),
      ),
      'ledger',
    )
    const shown = await (await operator.get(page)).text()
    expect(await services.store.rows('select 1 from ledger')).toEqual([])
    for (const why of ['同一学年发放了两次', '不符合条件', '当天该户已脱贫', '您管的登记册里没有这个人'])
      expect(shown).toContain(why)
    const done = await apply(operator, page)
    expect(countsOn(done)).toEqual(countsOn(shown))
    expect(await services.store.rows('select paid_on from ledger where paid_on is not null')).toHaveLength(3)
    expect(await findHouseholdsByAddress(services, telephoneOf(3))).toMatchObject([{ ledger: [] }])
  })
})
