import { describe, expect, it } from 'vitest'
import { SMALLEST_GROUP, suppressed } from '../../src/inspection/suppress.ts'
import { fc } from '../property.ts'

describe('suppressed counts', () => {
  it.each([
    { counts: [12, 400, 30], shown: [12, 400, 30] },
    { counts: [3, 4, 30], shown: [null, null, 30] },
    { counts: [3, 400, 30], shown: [null, 400, null] },
    { counts: [9], shown: [null] },
    { counts: [10], shown: [10] },
    { counts: [], shown: [] },
  ])('of $counts are $shown', ({ counts, shown }) => {
    expect(suppressed(counts)).toEqual(shown)
  })

  it('show no small group, and leave none to be told from the total', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 })), (counts) => {
        const shown = suppressed(counts)
        for (const [at, count] of counts.entries()) expect([null, count]).toContain(shown[at])
        for (const count of shown) expect(count ?? SMALLEST_GROUP).toBeGreaterThanOrEqual(SMALLEST_GROUP)
        const hidden = shown.filter((count) => count === null).length
        if (counts.length > 1) expect(hidden).not.toBe(1)
      }),
    )
  })
})
