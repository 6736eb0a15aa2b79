import { bringUpToDate } from '../determinations/current.ts'
import { isKept } from '../determinations/keep.ts'
import type { By } from '../determinations/refresh.ts'
import { stampOn } from '../determinations/stamp.ts'
import { schoolYearOf } from '../policy/school-year.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import { giveWay } from '../time/time.ts'
import { countRegister } from './area-figures.ts'
import { countCells } from './cells.ts'
import { countiesSeen, type CountyFigures } from './kept.ts'

/** Of a register of fewer households all is counted whenever it is asked for. */
const MANY_HOUSEHOLDS = 20_000
/** What changed one by one is counted after so long; what an import or another day changed, at once. */
const COUNTED_ANEW_MS = 3600 * 1000
// A county is some ten queries: an invocation on Workers may make a thousand.
const MOST_COUNTIES = 80
const MOST_REFRESHED = 1000

const IMPORTS = `select coalesce(max(rowid), 0) || ' ' || coalesce(sum(state = 'undone'), 0) as version
  from imports where state <> 'running'`
const DUE = `${countiesSeen('true')} select seen.county from seen left join county_figures c on c.county = seen.county
  where seen.county is not null and (c.county is null or c.mark <> ?1 or c.counted_at < ?2)
  order by c.counted_at, seen.county limit ${MOST_COUNTIES}`
const KEEP = `insert into county_figures (county, mark, counted_at, figures) values (?1, ?2, ?3, ?4)
  on conflict (county) do update set mark = excluded.mark, counted_at = excluded.counted_at, figures = excluded.figures`

/**
 * Counts the counties of a large register whose figures are of another day, of before an import, or an hour old, for as long
 * as `budgetMs`; how many were counted. Until everybody is determined the figures of before are left, which tell their time.
 */
export async function keepFigures(
  services: Pick<Services, 'store' | 'ids' | 'clock'>,
  by: By,
  budgetMs: number,
): Promise<number> {
  const { store, clock } = services
  if (!(await isLarge(services))) {
    await forget(services)
    return 0
  }
  if (!(await isKept(services, by))) return 0
  const end = performance.now() + budgetMs
  const mark = await markOf(services, by)
  const old = new Date(clock().getTime() - COUNTED_ANEW_MS).toISOString()
  const due = await store.rows<{ county: string }>(DUE, [mark, old])
  let counted = 0
  for (const { county } of due) {
    if (performance.now() > end) break
    await store.atomically([await countyWrite(services, county, by, mark)])
    await giveWay()
    counted += 1
  }
  return counted
}

async function isLarge({ store }: Pick<Services, 'store'>): Promise<boolean> {
  const found = await store.rows(
    `select 1 from (select 1 from households limit 1 offset ${MANY_HOUSEHOLDS - 1})`,
  )
  return found.length > 0
}

async function forget({ store }: Pick<Services, 'store'>): Promise<void> {
  const kept = await store.rows('select 1 from county_figures limit 1')
  if (kept.length > 0) await store.atomically([statement('delete from county_figures')])
}

async function markOf({ store }: Pick<Services, 'store'>, { day, book }: By): Promise<string> {
  const [imported] = await store.rows<{ version: string }>(IMPORTS)
  return `${day} ${stampOn(day, book)} ${imported?.version ?? ''}`
}

async function countyWrite(
  services: Pick<Services, 'store' | 'ids' | 'clock'>,
  county: string,
  by: By,
  mark: string,
): Promise<Query> {
  const { store, clock } = services
  const area = { code: county, township: null }
  const at = clock().toISOString()
  const notCurrent = await bringUpToDate(services, area, by, MOST_REFRESHED)
  const year = schoolYearOf(by.day)
  const register = await countRegister(store, area, by.day)
  await giveWay()
  const cells = await countCells(store, { area, village: null, by: 'county' }, { year, present: year })
  const figures: CountyFigures = { register, cells, notCurrent }
  return statement(KEEP, [county, mark, at, JSON.stringify(figures)])
}
