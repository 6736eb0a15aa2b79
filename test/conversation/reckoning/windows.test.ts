import { describe, expect, it } from 'vitest'
import { enteredFor } from '../../../src/conversation/reckoning/entered.ts'
import { daysLate } from '../../../src/conversation/reckoning/lateness.ts'
import { windowOn } from '../../../src/conversation/reckoning/windows.ts'
import type { Office } from '../../../src/register/office.ts'
import { NOTHING_YET } from '../../../src/register/ledger/steps.ts'

const OPENS = '2026-11-01'
const CLOSES = '2026-11-30'

/** Both ends of a window belong to it; days are those of the calendar. */
const WINDOWS = [
  [OPENS, CLOSES, '2026-10-22', { state: 'before', opensOn: OPENS, closesOn: CLOSES, days: 10 }],
  [OPENS, CLOSES, '2026-10-31', { state: 'before', opensOn: OPENS, closesOn: CLOSES, days: 1 }],
  [OPENS, CLOSES, OPENS, { state: 'open', closesOn: CLOSES, days: 29 }],
  [OPENS, CLOSES, '2026-11-21', { state: 'open', closesOn: CLOSES, days: 9 }],
  [OPENS, CLOSES, CLOSES, { state: 'open', closesOn: CLOSES, days: 0 }],
  [OPENS, CLOSES, '2026-12-01', { state: 'closed', closesOn: CLOSES }],
  [null, CLOSES, '2026-01-01', { state: 'open', closesOn: CLOSES, days: 333 }],
  [null, '2028-03-01', '2028-02-28', { state: 'open', closesOn: '2028-03-01', days: 2 }],
  [OPENS, null, '2026-10-31', { state: 'before', opensOn: OPENS, closesOn: null, days: 1 }],
  [OPENS, null, '2027-05-01', { state: 'open-ended' }],
  [null, null, '2026-11-01', null],
] as const

describe('a window', () => {
  it.each(WINDOWS)('from %s to %s stands, on %s, at %j', (opensOn, closesOn, today, window) => {
    expect(windowOn({ opensOn, closesOn }, today)).toEqual(window)
  })
})

/** Days without the next step: sixty are borne, not one more, and a step without a day counts none. */
const WAITS = [
  [{ state: 'applied', appliedOn: '2026-09-01' }, '2026-10-31', null],
  [{ state: 'applied', appliedOn: '2026-09-01' }, '2026-11-01', 61],
  [{ state: 'granted', appliedOn: '2026-01-01', grantedOn: '2026-09-01' }, '2026-10-31', null],
  [{ state: 'granted', appliedOn: '2026-01-01', grantedOn: '2026-09-01' }, '2026-11-01', 61],
  [{ state: 'granted', appliedOn: '2026-01-01' }, '2026-11-01', null],
  [{ state: 'paid', appliedOn: '2026-01-01', paidOn: '2026-02-01' }, '2026-11-01', null],
  [{ state: 'refused', appliedOn: '2026-01-01', refusedOn: '2026-02-01' }, '2026-11-01', null],
  [{ state: 'told', toldOn: '2026-01-01' }, '2026-11-01', null],
] as const

describe('a wait', () => {
  it.each(WAITS)('of %j is, on %s, too long by %s', (steps, today, days) => {
    const of = { person: 'P', programme: 'secondary-vocational-grant', schoolYear: 2026 } as const
    expect(daysLate({ ...NOTHING_YET, ...of, ...steps }, today)).toBe(days)
  })
})

describe('what an office entered', () => {
  const entry = (facts: Partial<Office>): Office => ({
    county: '621223',
    programme: null,
    opensOn: null,
    closesOn: null,
    papers: null,
    place: null,
    telephone: null,
    validFrom: '2026-09-01',
    ...facts,
  })
  const all = entry({ opensOn: OPENS, closesOn: CLOSES, telephone: '0939-6121234' })
  const own = entry({ programme: 'secondary-vocational-grant', closesOn: '2026-12-31' })

  it('of a programme itself stands before what it entered for all, its window whole', () => {
    expect(enteredFor([all, own], 'secondary-vocational-grant', '2026-11-10')).toMatchObject({
      opensOn: null,
      closesOn: '2026-12-31',
      telephone: '0939-6121234',
    })
    expect(enteredFor([all, own], 'preschool-fee-waiver', '2026-11-10')).toMatchObject({ closesOn: CLOSES })
    expect(enteredFor([own], 'preschool-fee-waiver', '2026-11-10')).toBeNull()
  })

  it('holds from its day, and no longer than the next', () => {
    const later = { ...all, closesOn: '2027-01-31', validFrom: '2026-12-01' }
    const closesOn = (today: string) => enteredFor([later, all], null, today)?.closesOn ?? null
    expect(['2026-08-31', '2026-09-01', '2026-11-30', '2026-12-01'].map(closesOn)).toEqual([
      null,
      CLOSES,
      CLOSES,
      '2027-01-31',
    ])
  })
})
