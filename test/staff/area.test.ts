import { describe, expect, it } from 'vitest'
import { type Area, areaCondition, areaOf, contains, isWithin, PROVINCE } from '../../src/staff/area.ts'
import { openSqlite } from '../../src/storage/sqlite.ts'

const LONGNAN: Area = { code: '6212', township: null }
const DANGCHANG: Area = { code: '621223', township: null }
const TOWN: Area = { code: '621223', township: '城关镇' }
const AREAS = [PROVINCE, LONGNAN, DANGCHANG, TOWN]

const PLACES = [
  { county: '621223', township: '城关镇', within: [true, true, true, true] },
  { county: '621223', township: '哈达铺镇', within: [true, true, true, false] },
  { county: '621223', township: null, within: [true, true, true, false] },
  { county: '621202', township: '城关镇', within: [true, true, false, false] },
  { county: '623025', township: '尼玛镇', within: [true, false, false, false] },
  { county: '610102', township: '城关镇', within: [true, false, false, false] },
  { county: null, township: null, within: [true, false, false, false] },
] as const

describe('an area of staff', () => {
  it.each(PLACES)('holds $county $township as far as it reaches', ({ county, township, within }) => {
    expect(AREAS.map((area) => isWithin(area, { county, township }))).toEqual(within)
  })

  it('says the same in SQL', async () => {
    const store = openSqlite(':memory:')
    const places = JSON.stringify(PLACES.map(({ county, township }) => [county, township]))
    const counts = AREAS.map(async (area) => {
      const { sql, params } = areaCondition(area, { county: 'value ->> 0', township: 'value ->> 1' }, 2)
      const count = `select count(*) as count from json_each(?1) where ${sql}`
      return (await store.rows<{ count: number }>(count, [places, ...params]))[0]?.count
    })
    expect(await Promise.all(counts)).toEqual(
      AREAS.map((_, at) => PLACES.filter(({ within }) => within[at]).length),
    )
    store.close()
  })

  it('shows a township nothing of what knows no township', async () => {
    const store = openSqlite(':memory:')
    const { sql, params } = areaCondition(TOWN, { county: "'621223'", township: null }, 1)
    expect(await store.rows(`select ${sql} as shown`, params)).toEqual([{ shown: 0 }])
    store.close()
  })

  it('contains what lies within it, and itself', () => {
    const table = AREAS.map((outer) => AREAS.map((inner) => contains(outer, inner)))
    expect(table).toEqual([
      [true, true, true, true],
      [false, true, true, true],
      [false, false, true, true],
      [false, false, false, true],
    ])
  })

  it.each([
    ['61', null],
    ['621', null],
    ['62122', null],
    ['6212', '城关镇'],
    ['', null],
  ])('is none for %s %s', (code, township) => {
    expect(areaOf(code, township)).toBeNull()
  })
})
