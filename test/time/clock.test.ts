import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/time/clock.ts'

describe('the day in Asia/Shanghai', () => {
  it.each([
    ['2026-08-31T15:59:59.999Z', '2026-08-31'],
    ['2026-08-31T16:00:00Z', '2026-09-01'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2026-06-30T00:00:00+08:00', '2026-06-30'],
  ])('of %s is %s', (instant, day) => {
    expect(dayOf(new Date(instant))).toBe(day)
  })
})
