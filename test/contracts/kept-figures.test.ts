import { beforeAll, describe, expect, it } from 'vitest'
import { openTestStore, PLATFORM } from '#platform'
import { countGaps, type GapQuery, type Gaps } from '../../src/audiences/gaps.ts'
import { figuresFor } from '../../src/console/overview/figures.ts'
import { keepDeterminations } from '../../src/determinations/keep.ts'
import { byToday } from '../../src/determinations/today.ts'
import { keepFigures } from '../../src/figures/keep.ts'
import type { Services } from '../../src/services.ts'
import { type Area, PROVINCE } from '../../src/staff/area.ts'
import { statement } from '../../src/storage/store.ts'
import { signedInAs } from './desk.ts'
import { importPersonas, testServices } from './services.ts'

const HOME: Area = { code: '621223', township: null }
const PREFECTURE: Area = { code: '6212', township: null }
const MINUTE = 60_000
const WHOLE = Number.POSITIVE_INFINITY

let services: Services
let now = Date.parse('2026-11-18T04:00:00Z')

function queryOf({ code }: Area): GapQuery {
  return { county: code, township: null, village: null, programme: null, year: null }
}

async function gapsOf(area: Area): Promise<Gaps> {
  const actor = { name: 'li', role: 'inspector', area } as const
  const counted = await countGaps(services, actor, queryOf(area))
  return counted.ok ? counted.gaps : expect.unreachable()
}

async function figuresOf(area: Area) {
  const { households, pupils, targets, gaps, keptAt } = await figuresFor(services, {
    name: 'li',
    role: 'inspector',
    area,
  })
  return { households, pupils, targets, gaps, keptAt }
}

/** What the timer does each minute, until nothing is left. */
async function minute(): Promise<number> {
  const by = await byToday(services)
  while ((await keepDeterminations(services, by, WHOLE)).more);
  return keepFigures(services, by, WHOLE)
}

async function enter(state: string): Promise<void> {
  await services.store.atomically([
    statement(
      `insert into ledger (person_id, programme, school_year, state, paid_on)
        select id, 'secondary-vocational-grant', 2026, ?1, '2026-10-01' from persons where stage = 'secondary-vocational'
        on conflict do nothing`,
      [state],
    ),
  ])
}

function imported(id: string, kind: string) {
  return statement(
    `insert into imports (id, file, digest, kind, taken_on, by, started_at, state)
      select ?1, file, digest, ?2, taken_on, by, started_at, 'done' from imports limit 1`,
    [id, kind],
  )
}

/** An import of households in which nobody is, so many that the register is a large one. */
async function grow(): Promise<void> {
  await services.store.atomically([
    imported('grown', 'register'),
    statement(
      `with recursive many (n) as (select 1 union all select n + 1 from many where n < 20000)
        insert into households (id, number_index, sealed, county, village_key, taken_on, import_id, line, content_index)
        select 'more ' || n, 'more ' || n, '', case when n % 2 then '620102' else '621202' end, '', '2026-10-01', i.id, n, ''
        from many, (select id from imports where id = 'grown') i`,
    ),
  ])
}

beforeAll(async () => {
  services = await testServices(await openTestStore())
  services = { ...services, clock: () => new Date(now) }
  await importPersonas(services)
})

describe(`the figures of a large register on ${PLATFORM}`, () => {
  it('are not kept of a small one: it is counted whenever it is asked for', async () => {
    expect(await minute()).toBe(0)
    const { total, keptAt } = await gapsOf(PROVINCE)
    expect(keptAt).toBeNull()
    expect(total.eligible).toBeGreaterThan(0)
  })

  it('are kept by county, the same as counted then, and say of when they are', async () => {
    await grow()
    const [province, prefecture] = [await figuresOf(PROVINCE), await figuresOf(PREFECTURE)]
    expect(province.keptAt).toBeNull()
    expect(await minute()).toBe(4)
    const at = new Date(now).toISOString()
    now += 30 * MINUTE
    for (const [area, counted] of [
      [PROVINCE, province],
      [PREFECTURE, prefecture],
    ] as const) {
      const gaps = counted.gaps === null ? null : { ...counted.gaps, keptAt: at, notCurrent: 0 }
      expect(await figuresOf(area), area.code).toEqual({ ...counted, gaps, keptAt: at })
    }
    const browser = await signedInAs(services, 'li.kept', 'inspector', PROVINCE)
    expect(await (await browser.get('/console')).text()).toContain('2026-11-18 12:00 数的')
    expect(await (await browser.get('/console/ledger')).text()).toContain('2026-11-18 12:00 数的')
    expect(await (await browser.get('/console/overview/figures.csv')).text()).toContain(
      '2026-11-18 12:00 数的',
    )
  })

  it('are counted anew after an hour, and of a county whenever it is looked at', async () => {
    await enter('paid')
    expect(await minute()).toBe(0)
    expect((await gapsOf(PROVINCE)).total.received).toBe(0)
    const home = await gapsOf(HOME)
    expect(home.keptAt).toBeNull()
    expect(home.total.received).toBeGreaterThan(0)
    now += 31 * MINUTE
    expect(await minute()).toBe(4)
    const { total, keptAt } = await gapsOf(PROVINCE)
    expect(total.received).toBeGreaterThan(0)
    expect(keptAt).toBe(new Date(now).toISOString())
  })

  it('are counted anew at once after an import', async () => {
    now += MINUTE
    await services.store.atomically([imported('later', 'ledger')])
    expect(await minute()).toBe(4)
    expect((await gapsOf(PROVINCE)).keptAt).toBe(new Date(now).toISOString())
  })

  it('are those of a school year that has not begun for them by no means', async () => {
    now = Date.parse('2027-09-01T00:00:00Z')
    const { year, keptAt, total } = await gapsOf(PROVINCE)
    expect([year, keptAt, total.received]).toEqual([2027, null, 0])
  })

  it('are forgotten once the register is a small one', async () => {
    await services.store.atomically([statement("delete from households where id like 'more %'")])
    expect(await minute()).toBe(0)
    expect((await gapsOf(PROVINCE)).keptAt).toBeNull()
    expect(await services.store.rows('select 1 from county_figures')).toEqual([])
  })
})
