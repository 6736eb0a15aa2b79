import { describe, expect, it } from 'vitest'
import { sampler } from '../../src/audiences/sample.ts'
import { fc } from '../property.ts'

const IDS = fc.uniqueArray(fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/), {
  maxLength: 60,
  selector: (id) => id.slice(-10),
})

function taken(ids: readonly string[], size: number): readonly string[] {
  const sample = sampler(size)
  for (const householdId of ids) sample.show({ householdId, language: 'bo', channel: 'sms' })
  return sample.taken().map(({ householdId }) => householdId)
}

describe('a sample', () => {
  it('is so many of all, or all where they are fewer, and the same in whatever order they come', () => {
    const cases = fc.tuple(IDS, fc.integer({ min: 1, max: 20 })).chain(([ids, size]) =>
      fc.record({
        ids: fc.constant(ids),
        size: fc.constant(size),
        others: fc.shuffledSubarray(ids, { minLength: ids.length }),
      }),
    )
    fc.assert(
      fc.property(cases, ({ ids, size, others }) => {
        const one = taken(ids, size)
        expect(new Set(one).size).toBe(Math.min(size, ids.length))
        expect(ids).toEqual(expect.arrayContaining([...one]))
        expect(taken(others, size)).toEqual(one)
      }),
    )
  })

  it('is begun by whoever a smaller one takes', () => {
    fc.assert(
      fc.property(IDS, (ids) => {
        expect(taken(ids, 12).slice(0, 5)).toEqual(taken(ids, 5))
      }),
    )
  })
})
