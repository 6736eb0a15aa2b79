import { beforeEach, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { caseStatistics, caseTotals } from '../../src/cases/statistics.ts'
import type { Services } from '../../src/services.ts'
import { type Area, PROVINCE } from '../../src/staff/area.ts'
import { statement } from '../../src/storage/store.ts'
import { signedInAs } from './desk.ts'
import { testServices } from './services.ts'

const HOME: Area = { code: '621223', township: null }
const NEIGHBOUR: Area = { code: '623025', township: null }
const COLUMNS = ['id', 'kind', 'county', 'opened', 'due', 'closed', 'outcome', 'part'] as const

/** Today is 18 November 2026. */
const CASES: readonly Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>[] = [
  {
    id: 'A',
    kind: 'missing',
    opened: '2026-10-01',
    due: '2026-10-16',
    closed: '2026-10-05',
    outcome: 'added-to-register',
  },
  {
    id: 'B',
    kind: 'missing',
    opened: '2026-10-01',
    due: '2026-10-16',
    closed: '2026-10-21',
    outcome: 'added-to-register',
  },
  {
    id: 'C',
    kind: 'missing',
    opened: '2026-10-01',
    due: '2026-10-16',
    closed: '2026-10-07',
    outcome: 'explained',
  },
  { id: 'D', kind: 'missing', opened: '2026-10-01', due: '2026-10-16' },
  { id: 'E', kind: 'missing', opened: '2026-11-17', due: '2026-12-02' },
  // Another telephone of the household of E.
  { id: 'F', kind: 'missing', opened: '2026-11-17', due: '2026-12-02', part: 'E' },
  {
    id: 'G',
    kind: 'late',
    opened: '2026-10-01',
    due: '2026-10-16',
    closed: '2026-10-31',
    outcome: 'withdrawn',
  },
  { id: 'H', kind: 'late', opened: '2025-11-18', due: '2025-12-03', closed: '2025-11-20', outcome: 'paid' },
  { id: 'I', kind: 'late', opened: '2025-11-17', due: '2025-12-02', closed: '2025-12-20', outcome: 'paid' },
  { id: 'J', kind: 'missing', county: '623025', opened: '2026-10-01', due: '2026-10-16' },
]

let services: Services

beforeEach(async () => {
  services = await testServices(await openTestStore())
  const rows = CASES.map((one) => ({ county: HOME.code, state: one.closed ? 'closed' : 'open', ...one }))
  await services.store.atomically([
    statement(
      `insert into cases (id, reference, kind, state, county, opened_at, due_on, closed_at, outcome, part_of)
        select value ->> 'id', value ->> 'id', value ->> 'kind', value ->> 'state', value ->> 'county',
          value ->> 'opened' || 'T04:00:00.000Z', value ->> 'due', value ->> 'closed' || 'T04:00:00.000Z',
          value ->> 'outcome', value ->> 'part' from json_each(?1)`,
      [JSON.stringify(rows)],
    ),
  ])
})

describe(`the statistics of cases on ${PLATFORM}`, () => {
  it('tell who was missed and who was found in twelve months, each household once', async () => {
    const statistics = await caseStatistics(services, { area: HOME })
    expect([statistics.since, statistics.until]).toEqual(['2025-11-18', '2026-11-18'])
    expect(caseTotals(statistics, 'missing')).toEqual({ count: 5, open: 2, found: 2, late: 2, medianDays: 6 })
    expect(statistics.groups.filter(({ kind }) => kind === 'missing')).toEqual([
      { kind: 'missing', outcome: null, count: 2, late: 1 },
      { kind: 'missing', outcome: 'added-to-register', count: 2, late: 1 },
      { kind: 'missing', outcome: 'explained', count: 1, late: 0 },
    ])
  })

  it('count what a family took back, but neither as late nor among the days', async () => {
    const statistics = await caseStatistics(services, { area: HOME })
    expect(caseTotals(statistics, 'late')).toEqual({ count: 2, open: 0, found: 0, late: 0, medianDays: 2 })
    expect(caseTotals(statistics, null)).toEqual({ count: 7, open: 2, found: 2, late: 2, medianDays: 4 })
    expect(caseTotals(statistics, 'refused')).toMatchObject({ count: 0, medianDays: null })
  })

  it('hold the cases of the area alone', async () => {
    const counts = await Promise.all(
      [HOME, NEIGHBOUR, PROVINCE].map(
        async (area) => caseTotals(await caseStatistics(services, { area }), null).count,
      ),
    )
    expect(counts).toEqual([7, 1, 8])
  })

  it('tell of each county in the area, the one with most cases first', async () => {
    const { counties } = await caseStatistics(services, { area: PROVINCE })
    expect(counties).toEqual([
      { county: '621223', count: 7, open: 2, found: 2, late: 2 },
      { county: '623025', count: 1, open: 1, found: 0, late: 1 },
    ])
    expect((await caseStatistics(services, { area: NEIGHBOUR })).counties).toEqual([counties[1]])
    const staff = await signedInAs(services, 'province', 'inspector', PROVINCE)
    const page = await (await staff.get('/console/cases/statistics')).text()
    expect(page).toMatch(/玛曲县<\/th><td class="number">1<\/td><td class="number">1</)
    const csv = await (await staff.get('/console/cases/statistics.csv')).text()
    expect(csv.split('\r\n')).toContain('玛曲县,1,1,0,1')
  })

  it('stand on a page of the desk in both languages, and are taken away as CSV', async () => {
    const staff = await signedInAs(services, 'inspector', 'inspector', HOME)
    const page = await (await staff.get('/console/cases/statistics')).text()
    expect(page).toContain('其中补上登记的')
    const csv = await staff.get('/console/cases/statistics.csv')
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="cases.csv"')
    const lines = (await csv.text()).split('\r\n')
    expect(lines).toContain('没上登记,5,2,2,6,2')
    expect(lines).toContain('没上登记,补上登记,2')
    expect(lines).toContain('钱少或晚,2,0,,2,0')
    expect(await (await staff.get('/console/cases')).text()).toContain('/console/cases/statistics')
    await staff.post('/console/account/language', { language: 'bo' })
    expect(await (await staff.get('/console/cases/statistics')).text()).toContain('དེའི་ནང་ཐོར་བཀོད་ཟིན་པ')
  })
})
