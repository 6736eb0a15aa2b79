import { describe, expect, it } from 'vitest'
import { AUDIENCE } from '../../src/audiences/audience.ts'

const faultsOf = (value: unknown) => {
  const parsed = AUDIENCE.safeParse(value)
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
}

describe('an audience', () => {
  it('is what the contract says, and null narrows nothing', () => {
    expect(faultsOf({ county: '621223' })).toEqual([])
    expect(
      faultsOf({
        county: '621223',
        township: '城关镇',
        programme: 'secondary-vocational-grant',
        outcome: 'eligible',
        ledger: 'not-applied',
        stage: 'secondary-vocational',
        finalYear: true,
        language: 'bo',
        channel: 'sms',
        fresh: true,
        per: 'person',
      }),
    ).toEqual([])
    expect(faultsOf({ county: '62', programme: null, stage: null, township: null, fresh: null })).toEqual([])
  })

  it.each([
    ['620000', '62'],
    ['621200', '6212'],
    ['621223', '621223'],
    ['62', '62'],
  ])('takes a province or prefecture as the standard writes it, too: %s', (county, meant) => {
    expect(AUDIENCE.parse({ county }).county).toBe(meant)
  })

  it('names every field that is not', () => {
    const faults = faultsOf({
      county: '110101',
      township: '',
      programme: 'free-lunch',
      ledger: 'lost',
      finalYear: 'yes',
      language: 'en',
      per: 'child',
      name: 'x',
    })
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      'county',
      'township',
      'programme',
      'ledger',
      'finalYear',
      'language',
      'per',
      '',
    ])
  })

  it.each(['621299', '621201', '6299'])('lives in no county that there is not: %s', (county) => {
    expect(faultsOf({ county })).toEqual(['county must be a code of Gansu: 62, a prefecture, or a county'])
  })

  it('must say where it lives: nobody writes to a whole province by leaving something out', () => {
    expect(faultsOf({})).toEqual(['county must be a code of Gansu: 62, a prefecture, or a county'])
  })
})
