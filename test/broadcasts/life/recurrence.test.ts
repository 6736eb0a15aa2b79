import { describe, expect, it } from 'vitest'
import { nextTime, type Repeat } from '../../../src/broadcasts/life/recurrence.ts'

/** Instants as a clock in Shanghai shows them. */
const CASES: readonly {
  readonly what: string
  readonly first: string
  readonly repeat: Repeat
  readonly now: string
  readonly next: string | null
}[] = [
  {
    what: 'a week later at the same time',
    first: '2026-11-18 09:00',
    repeat: { every: 'week', until: '2026-12-31' },
    now: '2026-11-18 10:30',
    next: '2026-11-25 09:00',
  },
  {
    what: 'the first that is not past, where several were missed',
    first: '2026-11-18 09:00',
    repeat: { every: 'week', until: '2026-12-31' },
    now: '2026-12-10 00:00',
    next: '2026-12-16 09:00',
  },
  {
    what: 'on the last day still',
    first: '2026-11-18 09:00',
    repeat: { every: 'week', until: '2026-11-25' },
    now: '2026-11-18 10:30',
    next: '2026-11-25 09:00',
  },
  {
    what: 'never after the last day',
    first: '2026-11-18 09:00',
    repeat: { every: 'week', until: '2026-11-24' },
    now: '2026-11-18 10:30',
    next: null,
  },
  {
    what: 'not at the very moment that it is',
    first: '2026-11-18 09:00',
    repeat: { every: 'week', until: '2026-12-31' },
    now: '2026-11-25 09:00',
    next: '2026-12-02 09:00',
  },
  {
    what: 'a month later on the same day',
    first: '2026-11-18 09:00',
    repeat: { every: 'month', until: '2027-06-30' },
    now: '2026-11-18 09:01',
    next: '2026-12-18 09:00',
  },
  {
    what: 'on the last day of a shorter month',
    first: '2027-01-31 08:00',
    repeat: { every: 'month', until: '2027-06-30' },
    now: '2027-01-31 08:01',
    next: '2027-02-28 08:00',
  },
  {
    what: 'on the 31st again after a shorter month',
    first: '2027-01-31 08:00',
    repeat: { every: 'month', until: '2027-06-30' },
    now: '2027-02-28 08:01',
    next: '2027-03-31 08:00',
  },
  {
    what: 'in the next year',
    first: '2026-12-15 20:00',
    repeat: { every: 'month', until: '2027-06-30' },
    now: '2026-12-15 20:01',
    next: '2027-01-15 20:00',
  },
  {
    what: 'by the day in Shanghai, where UTC has another',
    first: '2026-12-01 07:30',
    repeat: { every: 'month', until: '2027-01-01' },
    now: '2026-12-01 07:31',
    next: '2027-01-01 07:30',
  },
]

describe('a repeated broadcast is next sent', () => {
  it.each(CASES)('$what', ({ first, repeat, now, next }) => {
    expect(nextTime(inShanghai(first), repeat, inShanghai(now))).toEqual(
      next === null ? null : inShanghai(next),
    )
  })
})

function inShanghai(wallClock: string): Date {
  return new Date(`${wallClock.replace(' ', 'T')}:00+08:00`)
}
