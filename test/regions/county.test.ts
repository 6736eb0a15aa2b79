import { describe, expect, it } from 'vitest'
import { COUNTIES, countyByCode, findCounty, shortName } from '../../src/regions/county.ts'

describe('the gazetteer', () => {
  it('holds 86 counties, each once', () => {
    expect(new Set(COUNTIES.map((county) => county.code)).size).toBe(86)
  })

  it.each([
    ['621223', '621223'],
    ['宕昌县', '621223'],
    ['宕昌', '621223'],
    ['天祝藏族自治县', '620623'],
    ['天祝', '620623'],
    ['东乡', '622926'],
    ['成县', '621221'],
    ['合作市', '623001'],
  ])('takes %s for %s', (written, code) => {
    expect(findCounty(written)?.code).toBe(code)
  })

  it.each(['临夏', '610100', '火星县', ''])('does not guess at %j', (written) => {
    expect(findCounty(written)).toBeUndefined()
  })

  it('shortens no name to less than two characters', () => {
    expect(COUNTIES.map((county) => shortName(county.name)).filter((name) => name.length < 2)).toEqual([])
  })

  it('knows the Tibetan names of the nine Tibetan counties', () => {
    expect(COUNTIES.filter((county) => county.nameBo !== null)).toHaveLength(9)
    expect(countyByCode('623027')?.nameBo).toBe('བསང་ཆུ་རྫོང')
  })
})
