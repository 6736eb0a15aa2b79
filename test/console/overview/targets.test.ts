import { describe, expect, it } from 'vitest'
import type { Gaps } from '../../../src/audiences/gaps.ts'
import { heldTargets } from '../../../src/console/overview/targets.ts'
import type { Target } from '../../../src/policy/parameters/targets.ts'

const NOBODY = { eligible: 0, told: 0, applied: 0, received: 0 }
const GAPS: Gaps = {
  day: '2026-11-18',
  year: 2026,
  total: NOBODY,
  places: [],
  programmes: [
    {
      programme: 'secondary-vocational-tuition-waiver',
      gap: { eligible: 30, told: 9, applied: 8, received: 7 },
    },
    { programme: 'higher-vocational-fee-waiver', gap: { eligible: 5, told: 0, applied: 0, received: 2 } },
    { programme: 'origin-student-loan', gap: { eligible: 50, told: 0, applied: 0, received: 0 } },
  ],
  notCurrent: 0,
  keptAt: null,
}
const ENROLLED = { of: 40, are: 30, unknown: 3 }

function countedOf(id: string) {
  return heldTargets(GAPS.day, GAPS, ENROLLED).find(({ target }) => target.id === id)?.counted
}

describe("the plan's targets", () => {
  it.each([
    { id: 'secondary-vocational-free', counted: { kind: 'persons', qualify: 30, received: 7 } },
    { id: 'vocational-free', counted: { kind: 'persons', qualify: 35, received: 9 } },
    { id: 'labour-trained', counted: { kind: 'persons', qualify: 0, received: 0 } },
    { id: 'preschool-enrolment', counted: { kind: 'share', of: 40, are: 30, unknown: 3 } },
    { id: 'broadband', counted: null },
    { id: 'vocational-employment', counted: null },
  ])('hold against $id what the register counts, and nothing where it cannot tell', ({ id, counted }) => {
    expect(countedOf(id)).toEqual(counted)
  })

  it('are those of the day: a later one counts from its own day', () => {
    const target = { id: 'broadband', year: 2017, from: '2015-01-01', value: { share: 1 }, citation: '一' }
    const later = { ...target, year: 2025, from: '2024-01-01' }
    const yearOn = (day: string, targets: readonly Target[]) =>
      heldTargets(day, GAPS, ENROLLED, targets).map((held) => held.target.year)
    expect(yearOn('2023-12-31', [target, later])).toEqual([2017])
    expect(yearOn('2024-01-01', [target, later])).toEqual([2025])
  })
})
