import { describe, expect, it } from 'vitest'
import { quietUntil } from '../../src/time/quiet-hours.ts'

/** Instants as a clock in Shanghai shows them, and when quiet ends there; null where it is not quiet. */
const CASES: readonly (readonly [hours: string, at: string, until: string | null])[] = [
  ['21:30-07:30', '2026-11-18 21:29:59', null],
  ['21:30-07:30', '2026-11-18 21:30:00', '2026-11-19 07:30:00'],
  ['21:30-07:30', '2026-11-18 23:59:59', '2026-11-19 07:30:00'],
  ['21:30-07:30', '2026-11-19 00:00:00', '2026-11-19 07:30:00'],
  ['21:30-07:30', '2026-11-19 07:29:59', '2026-11-19 07:30:00'],
  ['21:30-07:30', '2026-11-19 07:30:00', null],
  ['21:30-07:30', '2026-12-31 22:00:00', '2027-01-01 07:30:00'],
  // In UTC it is still the day before.
  ['21:30-07:30', '2026-11-19 06:00:00', '2026-11-19 07:30:00'],
  ['12:00-14:00', '2026-11-18 11:59:59', null],
  ['12:00-14:00', '2026-11-18 13:00:00', '2026-11-18 14:00:00'],
  ['12:00-14:00', '2026-11-18 14:00:00', null],
  ['00:00-06:00', '2026-11-18 23:59:59', null],
  ['00:00-06:00', '2026-11-18 00:00:00', '2026-11-18 06:00:00'],
  ['18:00-00:00', '2026-11-18 23:59:59', '2026-11-19 00:00:00'],
  ['18:00-00:00', '2026-11-19 00:00:00', null],
  ['08:00-08:00', '2026-11-18 08:00:00', null],
  ['08:00-08:00', '2026-11-18 20:00:00', null],
]

describe('quiet hours', () => {
  it.each(CASES)('%s at %s end at %s', (hours, at, until) => {
    expect(quietUntil(hours, inShanghai(at))).toEqual(until === null ? null : inShanghai(until))
  })
})

function inShanghai(wallClock: string): Date {
  return new Date(`${wallClock.replace(' ', 'T')}+08:00`)
}
