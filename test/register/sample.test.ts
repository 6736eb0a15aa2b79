import { describe, expect, it } from 'vitest'
import { gansuPlaces } from '../../src/cli/gansu-places.ts'
import { COUNTIES } from '../../src/regions/county.ts'
import { PERSONAS } from '../../src/register/sample/personas.ts'
import { sampleHouseholds, sampleLines, type SampleOptions } from '../../src/register/sample/sample.ts'
import { readIdNumber } from '../../src/register/values/id-number.ts'

const places = gansuPlaces()
const options: SampleOptions = { households: 2_000, seed: 7, takenOn: '2026-06-30', places, faults: 'none' }
const rows = [...sampleHouseholds(options)].flatMap((household) => household.rows)

describe('the synthetic register', () => {
  it('is the same for the same seed and another for another', () => {
    const few = { ...options, households: 50 }
    expect([...sampleLines(few)]).toEqual([...sampleLines(few)])
    expect([...sampleLines(few)]).not.toEqual([...sampleLines({ ...few, seed: 8 })])
  })

  it('lives in real villages of real counties', () => {
    const known = new Set(COUNTIES.flatMap(({ code, name }) => [code, name]))
    const villages = new Set(places.map(({ township, village }) => `${township} ${village}`))
    for (const { county, township, village } of rows) {
      expect(known).toContain(county)
      expect(villages).toContain(`${township} ${village}`)
    }
    expect(places.length).toBeGreaterThan(15_000)
  })

  it('gives nobody a number that somebody could have', () => {
    for (const { idNumber, telephone, name } of rows) {
      expect(idNumber.startsWith('629900')).toBe(true)
      expect(readIdNumber(idNumber)).toMatchObject({ ok: true })
      expect(telephone).toMatch(/^(129\d{8})?$/)
      expect(name.length).toBeGreaterThan(1)
    }
  })

  it('names every person once', () => {
    expect(new Set(rows.map(({ personNumber }) => personNumber)).size).toBe(rows.length)
  })

  it('has nobody born after it was taken', () => {
    for (const { idNumber } of rows) expect(idNumber.slice(6, 14) <= '20260630').toBe(true)
  })

  it('opens with the personas, each under its telephone', () => {
    const first = [...sampleHouseholds({ ...options, households: PERSONAS.length })]
    expect(first.map(({ rows }) => `+86${rows[0]?.telephone}`)).toEqual(
      PERSONAS.map(({ telephone }) => telephone),
    )
  })

  it('has every kind of school and standing in it', () => {
    const status = new Set(rows.map(({ schoolStatus }) => schoolStatus))
    for (const code of [
      '01',
      '02',
      '03',
      '04',
      '05',
      '06',
      '07',
      '08',
      '09',
      '10',
      '11',
      '12',
      '13',
      '14',
      '15',
      '16',
      '本科',
    ]) {
      expect(status).toContain(code)
    }
    expect(new Set(rows.map(({ laterKind }) => laterKind))).toEqual(
      new Set(['', '脱贫不稳定户', '边缘易致贫户', '突发严重困难户']),
    )
    expect(new Set(rows.map(({ language }) => language))).toEqual(new Set(['', '汉语', '藏语']))
  })
})
