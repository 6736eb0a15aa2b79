import { describe, expect, it } from 'vitest'
import { saidSoFar } from '../../../src/register/ledger/said.ts'
import type { Step } from '../../../src/register/ledger/row.ts'
import { fc } from '../../property.ts'

const rows = fc.array(
  fc.record({
    person: fc.constantFrom('P1', 'P2'),
    step: fc.constantFrom('applied', 'granted', 'paid', 'refused'),
    day: fc.constantFrom('0099-12-31', '2026-09-05', '2026-10-20'),
    amount: fc.constantFrom(null, 100),
  }),
  { maxLength: 40 },
)

const stepOf = (said: Pick<Step, 'person' | 'step' | 'day' | 'amount'>): Step => ({
  named: { householdNumber: '', personNumber: '', idNumber: '', name: '' },
  programme: 'secondary-vocational-grant',
  schoolYear: 2026,
  reason: null,
  line: 1,
  cells: [],
  ...said,
})

describe('what the rows of a ledger have said', () => {
  it('is told row by row as a list of all of them tells it, wherever it is packed and gone on with', () => {
    fc.assert(
      fc.property(rows, fc.nat(40), (all, cut) => {
        const first = all.slice(0, cut).map(stepOf)
        const said = saidSoFar()
        const told = first.map(said.note)
        const further = saidSoFar(said.packed())
        told.push(...all.slice(cut).map(stepOf).map(further.note))
        expect(told).toEqual(all.map((row, at) => plainly(all.slice(0, at), row)))
      }),
    )
  })
})

type Row = Parameters<typeof stepOf>[0]

function plainly(before: readonly Row[], row: Row) {
  const ofCourse = before.filter(({ person }) => person === row.person)
  const earlier = (['applied', 'granted', 'paid', 'refused'] as const).flatMap((step) => {
    const days = ofCourse.filter((one) => one.step === step).map(({ day }) => day)
    const [latest] = days.toSorted().toReversed()
    return latest === undefined ? [] : [{ step, day: latest }]
  })
  const [first] = ofCourse.filter(({ step, day }) => step === row.step && day === row.day)
  const same = first === undefined ? 'not' : first.amount === row.amount ? 'alike' : 'otherwise'
  return { earlier, same }
}
