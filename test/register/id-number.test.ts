import { describe, expect, it } from 'vitest'
import { syntheticIdNumber } from '../../src/register/sample/identity.ts'
import { readIdNumber } from '../../src/register/values/id-number.ts'
import { fc } from '../property.ts'

const synthetic = fc.record({
  birthDate: fc
    .date({ min: new Date('1930-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  sex: fc.constantFrom('male', 'female'),
  serial: fc.nat(100_000),
})

describe('an ID number', () => {
  it('tells the birth date and the sex of whoever it was made for', () => {
    fc.assert(
      fc.property(synthetic, ({ birthDate, sex, serial }) => {
        const number = syntheticIdNumber(birthDate, sex, serial)
        expect(readIdNumber(number)).toEqual({ ok: true, number, sex, birthDate })
      }),
    )
  })

  it('is refused when any one digit is mistyped', () => {
    const place = fc.tuple(fc.nat(16), fc.integer({ min: 1, max: 9 }))
    fc.assert(
      fc.property(synthetic, place, ({ birthDate, sex, serial }, [at, by]) => {
        const number = syntheticIdNumber(birthDate, sex, serial)
        const wrong = `${number.slice(0, at)}${(Number(number[at]) + by) % 10}${number.slice(at + 1)}`
        expect(readIdNumber(wrong)).toEqual({ ok: false, reason: 'id-number-checksum' })
      }),
    )
  })

  const number = syntheticIdNumber('2012-03-01', 'female', 3)

  it('is the first eighteen characters of a disability card', () => {
    expect(readIdNumber(`${number}43`)).toMatchObject({ ok: true, number, birthDate: '2012-03-01' })
  })

  it.each([
    ['629900850101001', 'id-number-length'],
    [`${number}4`, 'id-number-length'],
    ['6.299E+17', 'id-number-digits-lost'],
    ['6.299002012030101e+17', 'id-number-digits-lost'],
    [`${number.slice(0, 17)}Y`, 'id-number-checksum'],
    ['A29900201203010063', 'id-number-checksum'],
  ])('%s is refused: %s', (text, reason) => {
    expect(readIdNumber(text)).toEqual({ ok: false, reason })
  })

  it('takes a small x for the check character', () => {
    const ending = Array.from({ length: 200 }, (_, serial) =>
      syntheticIdNumber('2012-03-01', 'male', serial),
    ).find((made) => made.endsWith('X'))
    expect(readIdNumber(ending?.toLowerCase() ?? '')).toMatchObject({ ok: true, number: ending })
  })
})
