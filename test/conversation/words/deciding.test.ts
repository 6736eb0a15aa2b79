import { describe, expect, it } from 'vitest'
import { decidingOf, restsOnStandingAlone } from '../../../src/conversation/words/deciding.ts'
import { determineOne } from '../../../src/policy/determine.ts'
import { PLAN_BEGINS } from '../../../src/policy/parameters/figures.ts'

const GRANT = 'secondary-vocational-grant'
const PUPIL = {
  'household.registered': false,
  'household.county': '621223',
  'household.rural': true,
  'person.stage': 'secondary-vocational',
} as const

describe('what settled a determination', () => {
  it('is the standing alone of a household that fits in all else', () => {
    expect(restsOnStandingAlone(determineOne(GRANT, PUPIL, PLAN_BEGINS))).toBe(true)
    const elsewhere = determineOne(GRANT, { ...PUPIL, 'person.stage': 'primary' }, PLAN_BEGINS)
    expect(restsOnStandingAlone(elsewhere)).toBe(false)
  })

  it('is each condition that holds, where it is given', () => {
    const given = determineOne(GRANT, { ...PUPIL, 'household.registered': true }, PLAN_BEGINS)
    expect(decidingOf(given)?.map(({ value }) => value)).toEqual(given.reasons.map(() => true))
  })

  it('is no condition before the programme is in force', () => {
    const early = determineOne(GRANT, PUPIL, '2014-09-01')
    expect(decidingOf(early)).toBeNull()
    expect(restsOnStandingAlone(early)).toBe(false)
  })
})
