import { describe, expect, it } from 'vitest'
import { type Course, NOTHING_YET, withStep } from '../../../src/register/ledger/steps.ts'
import { fc } from '../../property.ts'

type Step = Parameters<typeof withStep>[1]

const applied = (day: string): Step => ({ step: 'applied', day, amount: null, reason: null })
const granted = (day: string, amount: number | null = null): Step => ({
  step: 'granted',
  day,
  amount,
  reason: null,
})
const paid = (day: string, amount: number | null = null): Step => ({
  step: 'paid',
  day,
  amount,
  reason: null,
})
const refused = (day: string, reason: string | null = null): Step => ({
  step: 'refused',
  day,
  amount: null,
  reason,
})
const courseOf = (steps: readonly Step[]) => steps.reduce<Course>(withStep, NOTHING_YET)

/** What the office's steps come to, by their days alone. */
const COURSES: readonly (readonly [what: string, steps: readonly Step[], course: Partial<Course>])[] = [
  ['an application', [applied('2026-09-05')], { state: 'applied', appliedOn: '2026-09-05' }],
  [
    'a payment of a grant of an application',
    [applied('2026-09-05'), granted('2026-09-20', 200_000), paid('2026-10-20', 100_000)],
    {
      state: 'paid',
      appliedOn: '2026-09-05',
      grantedOn: '2026-09-20',
      paidOn: '2026-10-20',
      grantedAmount: 200_000,
      paidAmount: 100_000,
    },
  ],
  ['an application after the grant', [granted('2026-09-20'), applied('2026-09-25')], { state: 'granted' }],
  ['a grant after the payment', [paid('2026-09-20'), granted('2026-09-25')], { state: 'paid' }],
  [
    'a refusal, with its reason',
    [applied('2026-09-05'), refused('2026-09-20', '缺少学籍证明')],
    { state: 'refused', refusedOn: '2026-09-20', reason: '缺少学籍证明' },
  ],
  [
    'a refusal of the day of the application',
    [applied('2026-09-05'), refused('2026-09-05')],
    { state: 'refused' },
  ],
  ['a refusal before the application', [refused('2026-09-05'), applied('2026-09-10')], { state: 'applied' }],
  [
    'a grant after the refusal, which keeps its words',
    [refused('2026-09-05', '材料不全'), granted('2026-09-20')],
    { state: 'granted', refusedOn: '2026-09-05', reason: '材料不全' },
  ],
  ['a refusal after the grant', [granted('2026-09-05'), refused('2026-09-20')], { state: 'refused' }],
  ['a refusal after the payment', [paid('2026-09-05'), refused('2026-09-20')], { state: 'refused' }],
  ['a refusal of the day of the payment', [paid('2026-09-05'), refused('2026-09-05')], { state: 'paid' }],
  ['a payment after the refusal', [refused('2026-09-05'), paid('2026-09-20')], { state: 'paid' }],
  [
    'two payments, of which the later stands',
    [paid('2026-10-20', 100_000), paid('2027-04-20', 90_000)],
    { paidOn: '2027-04-20', paidAmount: 90_000 },
  ],
  [
    'a payment without a sum after one with it',
    [paid('2026-10-20', 100_000), paid('2027-04-20')],
    { paidOn: '2027-04-20', paidAmount: null },
  ],
  [
    'a sum mended on the same day',
    [paid('2026-10-20', 100_000), paid('2026-10-20', 100_050)],
    { paidOn: '2026-10-20', paidAmount: 100_050 },
  ],
  [
    'the same day told again without its sum',
    [paid('2026-10-20', 100_000), paid('2026-10-20')],
    { paidAmount: 100_000 },
  ],
]

describe('steps of a programme', () => {
  it.each(COURSES)('come to where they should: %s', (_what, steps, course) => {
    expect(courseOf(steps)).toMatchObject(course)
  })

  it.each(COURSES)('come to the same when they are said twice: %s', (_what, steps) => {
    expect(steps.reduce<Course>(withStep, courseOf(steps))).toEqual(courseOf(steps))
  })

  it('come to the same in any order, where no day has two of one kind', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-09-${String(n).padStart(2, '0')}`)
    const step = fc.oneof(
      day.map((on) => applied(on)),
      day.map((on) => granted(on, Number(on.slice(8)))),
      day.map((on) => paid(on, Number(on.slice(8)))),
      day.map((on) => refused(on, on)),
    )
    const steps = fc.uniqueArray(step, { selector: (one) => `${one.step} ${one.day}`, maxLength: 8 })
    const shuffled = steps.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        expect(courseOf(other)).toEqual(courseOf(one))
      }),
    )
  })

  it('never touch when the family was told', () => {
    const told: Course = { ...NOTHING_YET, toldOn: '2026-09-01' }
    expect([applied('2026-09-05'), refused('2026-09-06')].reduce<Course>(withStep, told).toldOn).toBe(
      '2026-09-01',
    )
  })
})
