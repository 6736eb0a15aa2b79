import { describe, expect, it } from 'vitest'
import { dayOf, midnight } from '../../src/time/clock.ts'

describe('the day in Asia/Shanghai', () => {
  it.each([
    ['2026-08-31T15:59:59.999Z', '2026-08-31'],
    ['2026-08-31T16:00:00Z', '2026-09-01'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2026-06-30T00:00:00+08:00', '2026-06-30'],
  ])('of %s is %s', (instant, day) => {
    expect(dayOf(new Date(instant))).toBe(day)
  })

  it.each(['2026-01-01', '2026-08-31', '2028-02-29'])(
    'of the midnight of %s is that day, and not a moment before',
    (day) => {
      expect(dayOf(midnight(day))).toBe(day)
      expect(dayOf(new Date(midnight(day).getTime() - 1)) < day).toBe(true)
    },
  )
})
