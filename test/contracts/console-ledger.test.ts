import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { listAudit } from '../../src/audit/list.ts'
import type { Rows } from '../../src/register/reading/rows.ts'
import { xlsxRows } from '../../src/register/reading/xlsx.ts'
import type { Services } from '../../src/services.ts'
import { PROVINCE } from '../../src/staff/area.ts'
import { signedInAs } from './desk.ts'
import { importFamilies } from './families.ts'
import { testServices } from './services.ts'

const HOME = { code: '621223', township: null }
const TOWN = { code: '621223', township: '城关镇' }
const NEIGHBOUR = { code: '623025', township: null }
const LIST = '/console/ledger/persons?state=not-received&programme=secondary-vocational-grant'
/** A child whom a careless or hostile hand has given the name of a formula. */
const FORMULA = '=HYPERLINK("http://x.invalid","王")'

let services: Services

beforeEach(async () => {
  services = await testServices(await openTestStore())
  await importFamilies(services, [
    { children: [['王志强', '11']] },
    { children: [['＝1＋1', '11']] },
    { children: [[FORMULA.replaceAll('"', '').replace(',', '，'), '11']] },
    { county: '623025', children: [['扎西', '11']] },
  ])
})

async function cellsOf(rows: Rows): Promise<readonly string[]> {
  const cells: string[] = []
  for await (const piece of rows) cells.push(...piece.flatMap((row) => row.cells))
  return cells
}

async function actions(): Promise<readonly string[]> {
  const { entries } = await listAudit(services, { area: PROVINCE }, { before: null, limit: 100 })
  return entries.map(({ action }) => action)
}

describe(`the ledger at the desk on ${PLATFORM}`, () => {
  it('leads from the figures to each who qualifies and has not received, by name', async () => {
    const staff = await signedInAs(services, 'operator', 'operator', HOME)
    const figures = await (await staff.get('/console/ledger')).text()
    expect(figures).toContain('state=not-received')
    const page = await (await staff.get(LIST)).text()
    expect(page).toContain('王志强')
    expect(page).not.toContain('扎西')
    expect(await actions()).toContain('ledger.list')
  })

  it('stands by the column whose head was clicked, of the same programme, and turns round by the next click', async () => {
    await importFamilies(services, [{ county: '623025', children: [['卓玛', '11']] }])
    const staff = await signedInAs(services, 'province', 'operator', PROVINCE)
    const asked = '/console/ledger?county=62&programme=secondary-vocational-grant&sort='
    const counties = async (sort: string) => {
      const page = await (await staff.get(`${asked}${sort}`)).text()
      const places = page
        .slice(page.indexOf('id="places"'))
        .matchAll(/<a href="[^"]*county=(\d{6})[^"]*sort=/g)
      return { page, counties: [...new Set([...places].map(([, code]) => code))] }
    }
    const most = await counties('-missing')
    expect(most.page).toContain('aria-sort="descending"')
    expect(most.page).toContain('programme=secondary-vocational-grant&amp;sort=missing#places')
    expect(most.counties).toEqual(['621223', '623025'])
    expect((await counties('missing')).counties).toEqual(['623025', '621223'])
    expect((await counties('id')).page).not.toContain('aria-sort')
  })

  it('shows a township its own, and nobody another county', async () => {
    const town = await signedInAs(services, 'town', 'operator', TOWN)
    expect(await (await town.get(LIST)).text()).toContain('王志强')
    expect((await town.get(`${LIST}&county=623025`)).status).toBe(404)
    expect((await town.get('/console/ledger?county=621223&township=别的镇')).status).toBe(404)
    const far = await signedInAs(services, 'far', 'inspector', NEIGHBOUR)
    for (const path of ['/console/ledger', '/console/ledger/figures.csv', '/console/ledger/persons.csv'])
      expect((await far.get(`${path}?county=621223`)).status, path).toBe(404)
  })

  it('is taken away as CSV in which no name is a formula, and leaves a trace', async () => {
    const inspector = await signedInAs(services, 'inspector', 'inspector', HOME)
    const response = await inspector.get(LIST.replace('persons?', 'persons.csv?'))
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="list.csv"')
    const text = await response.text()
    expect(text).toContain('王志强')
    expect(text).toContain("'=1+1")
    expect(text).toContain("'=HYPERLINK")
    expect(text).not.toMatch(/(^|[,"\n])[=＝]/)
    expect(text).not.toContain('扎西')
    expect(await actions()).toContain('ledger.export')
  })

  it('is taken away as a workbook that holds the same, every text a text', async () => {
    const inspector = await signedInAs(services, 'inspector', 'inspector', HOME)
    const response = await inspector.get(LIST.replace('persons?', 'persons.xlsx?'))
    const bytes = new Uint8Array(await response.arrayBuffer())
    const cells = await cellsOf(xlsxRows(bytes, 0))
    expect(cells).toEqual(expect.arrayContaining(['王志强', '=1+1']))
    expect(cells.some((cell) => cell.startsWith('=HYPERLINK'))).toBe(true)
  })

  it('lets no name leave by whom it is not allowed', async () => {
    const operator = await signedInAs(services, 'operator', 'operator', HOME)
    expect((await operator.get('/console/ledger/persons.csv')).status).toBe(403)
    expect((await operator.get('/console/ledger/figures.csv')).status).toBe(200)
  })
})
