import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Audience } from '../../src/audiences/audience.ts'
import { binder } from '../../src/audiences/binder.ts'
import { rangeAsked, rangesOf } from '../../src/audiences/ranges.ts'
import { openSqlite, type SqliteStore } from '../../src/storage/sqlite.ts'
import { statement } from '../../src/storage/store.ts'

const HOUSEHOLDS = 9000
// Written in no order of counties, as a province's register may be.
const WRITE = `with recursive n (n) as (select 0 union all select n + 1 from n where n < ${HOUSEHOLDS - 1})
  insert into households (id, number_index, sealed, county, township, village_key, taken_on, import_id, line, content_index)
  select printf('%026d', n), n, '', case n % 3 when 0 then '621223' when 1 then '621224' else '623025' end,
    case n % 2 when 0 then '城关镇' else '尼玛镇' end, '', '', '', n, '' from n`

let store: SqliteStore
beforeAll(async () => {
  store = openSqlite(':memory:')
  await store.atomically([statement(WRITE)])
})
afterAll(() => {
  store.close()
})

async function idsIn(
  audience: Audience,
): Promise<{ readonly parts: number; readonly ids: readonly string[] }> {
  const ids: string[] = []
  let parts = 0
  for await (const range of rangesOf(store, audience)) {
    const bound = binder()
    const within = rangeAsked(audience, range, bound)
    const rows = await store.rows<{ id: string }>(
      `select h.id from households h where ${within}`,
      bound.params,
    )
    parts++
    ids.push(...rows.map(({ id }) => id))
  }
  return { parts, ids }
}

describe('the parts of an area', () => {
  it.each([
    ['all of Gansu', { county: '62' }, HOUSEHOLDS],
    ['a prefecture', { county: '6212' }, (HOUSEHOLDS / 3) * 2],
    ['a county', { county: '623025' }, HOUSEHOLDS / 3],
    ['a township', { county: '621223', township: '城关镇' }, HOUSEHOLDS / 6],
    ['a county without anybody', { county: '620102' }, 0],
  ])('hold each household of %s once', async (_, audience, count) => {
    const { ids } = await idsIn(audience)
    expect(ids).toHaveLength(count)
    expect(new Set(ids).size).toBe(count)
  })

  it('are several of what is large', async () => {
    expect((await idsIn({ county: '62' })).parts).toBeGreaterThan(3)
  })
})
