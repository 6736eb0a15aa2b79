import { describe, expect, it } from 'vitest'
import { rankOf } from '../../src/inspection/rank.ts'
import { fillStrata } from '../../src/inspection/strata.ts'
import { OUTCOMES } from '../../src/policy/determination.ts'
import { type Outcomes, outcomeIn } from '../../src/policy/outcomes.ts'
import { PROGRAMME_IDS } from '../../src/policy/programme.ts'
import { fc } from '../property.ts'

const person = fc.record({
  id: fc.uuid(),
  county: fc.constantFrom('621223', '623025'),
  eligible: fc.nat((1 << PROGRAMME_IDS.length) - 1),
  unknown: fc.nat((1 << PROGRAMME_IDS.length) - 1),
})
type Person = Outcomes & { readonly id: string; readonly county: string }

function fill(seed: string, persons: readonly Person[], each: number) {
  const strata = fillStrata({ eligible: each, unknown: each, ineligible: each })
  for (const { id, county, eligible, unknown } of persons)
    strata.add(county, { eligible, unknown }, { rank: rankOf(seed, id), household: `h${id}`, person: id })
  return strata.filled()
}

describe('strata', () => {
  it('hold of each county, programme and outcome the first by rank, and count all', () => {
    fc.assert(
      fc.property(fc.uniqueArray(person, { selector: ({ id }) => id }), fc.nat(4), (persons, each) => {
        const strata = fill('seed', persons, each)
        const expected = ['621223', '623025'].flatMap((county) =>
          PROGRAMME_IDS.flatMap((programme) =>
            OUTCOMES.flatMap((outcome) => {
              const all = persons.filter(
                (one) => one.county === county && outcomeIn(one, programme) === outcome,
              )
              const drawn = all.map(({ id }) => ({
                rank: rankOf('seed', id),
                household: `h${id}`,
                person: id,
              }))
              drawn.sort((one, other) => (one.rank < other.rank ? -1 : 1))
              return all.length === 0
                ? []
                : [{ county, programme, outcome, size: all.length, drawn: drawn.slice(0, each) }]
            }),
          ),
        )
        expect(strata).toEqual(expected)
      }),
    )
  })

  it('draw the same persons in whatever order they come', () => {
    fc.assert(
      fc.property(fc.uniqueArray(person, { selector: ({ id }) => id }), (persons) => {
        expect(fill('seed', persons.toReversed(), 2)).toEqual(fill('seed', persons, 2))
      }),
    )
  })

  it('draw others under another seed', () => {
    const persons = Array.from({ length: 200 }, (_, at) => ({
      id: `p${at}`,
      county: '621223',
      eligible: 1,
      unknown: 0,
    }))
    const drawn = (seed: string) => fill(seed, persons, 5)[0]?.drawn.map(({ person: id }) => id)
    expect(drawn('spring')).not.toEqual(drawn('autumn'))
  })

  it('draw everybody about as often as anybody else', () => {
    const persons = Array.from({ length: 20 }, (_, at) => ({
      id: `p${at}`,
      county: '621223',
      eligible: 1,
      unknown: 0,
    }))
    const times = new Map<string, number>()
    for (let seed = 0; seed < 1000; seed++)
      for (const { person: id } of fill(String(seed), persons, 5)[0]?.drawn ?? [])
        times.set(id, (times.get(id) ?? 0) + 1)
    // 250 expected, six deviations of √(1000 · ¼ · ¾).
    for (const { id } of persons) expect(Math.abs((times.get(id) ?? 0) - 250)).toBeLessThan(6 * 13.7)
  })
})
