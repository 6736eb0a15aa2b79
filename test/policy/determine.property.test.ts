import { describe, expect, it } from 'vitest'
import { determine, determineOne, determineThese } from '../../src/policy/determine.ts'
import { FACT_NAMES, type Facts } from '../../src/policy/facts.ts'
import { PROGRAMME_IDS } from '../../src/policy/programme.ts'
import { fc } from '../property.ts'
import { anyDay, anyFacts } from './arbitrary-facts.ts'
import { readIndependently } from './independent/reading.ts'

const SEED = 20150901

describe('determine', () => {
  it('agrees with an independent reading, outcome and missing facts alike, on 20,000 random people', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, asOf) => {
        const expected = readIndependently(facts, asOf)
        for (const { programme, outcome, missing } of determine(facts, asOf)) {
          const reading = expected.get(programme)
          const agrees = outcome === reading?.outcome && sorted(missing) === sorted(reading.missing)
          if (!agrees) expect({ programme, outcome, missing }).toEqual({ programme, ...reading })
        }
      }),
      { numRuns: 20_000, seed: SEED },
    )
  })

  it('gives for all programmes together the very determination that each gives alone', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, asOf) => {
        for (const determination of determine(facts, asOf)) {
          expect(determination).toBe(determineOne(determination.programme, facts, asOf))
        }
      }),
      { numRuns: 2_000, seed: SEED },
    )
  })

  it('gives for some programmes, in the order asked, the very determinations of all', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, fc.subarray([...PROGRAMME_IDS]), (facts, asOf, some) => {
        const asked = some.toReversed()
        const all = new Map(determine(facts, asOf).map((one) => [one.programme, one]))
        expect(determineThese(asked, facts, asOf)).toEqual(asked.map((id) => all.get(id)))
      }),
      { numRuns: 500, seed: SEED },
    )
  })

  it('says on every admission, and nowhere else, whether the household comes first', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (facts, asOf) => {
        for (const { kind, priority } of determine(facts, asOf)) {
          expect(priority).toBe(kind === 'admission' ? (facts['household.registered'] ?? null) : undefined)
        }
      }),
      { numRuns: 500, seed: SEED },
    )
  })

  it('settles for good: whatever is filled in later, a settled outcome stands', () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, anyDay, (facts, more, asOf) => {
        const later = determine({ ...more, ...known(facts) }, asOf)
        for (const [index, { outcome }] of determine(facts, asOf).entries()) {
          if (outcome !== 'unknown') expect(later[index]?.outcome).toBe(outcome)
        }
      }),
      { numRuns: 2_000, seed: SEED },
    )
  })

  it('does not depend on the order of the facts, nor on whether an unknown one is null or absent', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.shuffledSubarray([...FACT_NAMES], { minLength: FACT_NAMES.length }),
        anyDay,
        (facts, order, asOf) => {
          const shuffled: Facts = Object.fromEntries(order.map((name) => [name, facts[name] ?? null]))
          expect(determine(shuffled, asOf)).toEqual(determine(known(facts), asOf))
        },
      ),
      { numRuns: 500, seed: SEED },
    )
  })

  it('explains by what decided: a reason is unknown only where its fact is, or where the county is unsettled', () => {
    fc.assert(
      fc.property(anyFacts, fc.constant('2017-09-01'), (facts, asOf) => {
        for (const { reasons } of determine(facts, asOf)) {
          for (const { value, facts: read } of reasons) {
            const unread = read.some((name) => (facts[name] ?? null) === null)
            if (unread) expect(value).toBeNull()
            else if (!read.includes('household.county')) expect(value).not.toBeNull()
          }
        }
      }),
      { numRuns: 500, seed: SEED },
    )
  })
})

function known(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))
}

function sorted(names: readonly string[]): string {
  return names.toSorted().join()
}
