import { describe, expect, it } from 'vitest'
import { COUNTIES } from '../../src/regions/county.ts'
import { MAP_SIZE, mapName, PREFECTURES } from '../../src/regions/prefecture.ts'

describe('the prefectures of the map', () => {
  it('are those of the counties, by code and name, and the city that has no counties', () => {
    const ofCounties = new Map(COUNTIES.map(({ code, prefecture }) => [code.slice(0, 4), prefecture]))
    expect(new Map(PREFECTURES.map(({ code, name }) => [code, name]))).toEqual(
      new Map([...ofCounties, ['6202', '嘉峪关市']]),
    )
  })

  it('lie within it, their names on them', () => {
    for (const { outline, x, y } of PREFECTURES) {
      const numbers = [...outline.matchAll(/\d+/g)].map(Number)
      const across = numbers.filter((_, at) => at % 2 === 0)
      const down = numbers.filter((_, at) => at % 2 === 1)
      expect(Math.max(...across)).toBeLessThanOrEqual(MAP_SIZE.width)
      expect(Math.max(...down)).toBeLessThanOrEqual(MAP_SIZE.height + 1)
      expect(x).toBeGreaterThan(Math.min(...across))
      expect(x).toBeLessThan(Math.max(...across))
      expect(y).toBeGreaterThan(Math.min(...down))
      expect(y).toBeLessThan(Math.max(...down))
    }
  })

  it('are called as they fit, in Tibetan where a name is attested', () => {
    expect(PREFECTURES.map((prefecture) => mapName(prefecture, 'zh-CN'))).toContain('临夏')
    for (const prefecture of PREFECTURES) {
      expect(mapName(prefecture, 'zh-CN')).toMatch(/^\p{Script=Han}{2,3}$/u)
      const inTibetan = prefecture.code === '6230' ? 'ཀན་ལྷོ' : mapName(prefecture, 'zh-CN')
      expect(mapName(prefecture, 'bo')).toBe(inTibetan)
    }
  })
})
