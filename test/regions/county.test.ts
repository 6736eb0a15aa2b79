import { describe, expect, it } from 'vitest'
import { COUNTIES, countyByCode, findCounty, isCodeOfGansu, shortName } from '../../src/regions/county.ts'

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
    ['天祝县', '620623'],
    ['积石山县', '622927'],
    ['华亭县', '620881'],
    ['620824', '620881'],
  ])('takes %s for %s', (written, code) => {
    expect(findCounty(written)?.code).toBe(code)
  })

  it.each(['临夏', '610100', '火星县', ''])('does not guess at %j', (written) => {
    expect(findCounty(written)).toBeUndefined()
  })

  it.each(['62', '6202', '6212', '621223'])('knows %s for a code of Gansu', (code) => {
    expect(isCodeOfGansu(code)).toBe(true)
  })

  it.each(['', '6', '620', '61', '6299', '621299', '110101'])('knows %j for none', (code) => {
    expect(isCodeOfGansu(code)).toBe(false)
  })

  it('shortens no name to less than two characters', () => {
    expect(COUNTIES.map((county) => shortName(county.name)).filter((name) => name.length < 2)).toEqual([])
  })

  it('knows the Tibetan names of the nine Tibetan counties', () => {
    expect(COUNTIES.filter((county) => county.nameBo !== null)).toHaveLength(9)
    expect(countyByCode('623027')?.nameBo).toBe('བསང་ཆུ་རྫོང')
  })
})
