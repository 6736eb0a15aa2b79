import { describe, expect, it } from 'vitest'
import { digested, written } from '../../src/understanding/classifier/naming.ts'
import { pack, unpack } from '../../src/understanding/classifier/packing.ts'
import { placesOf } from '../../src/understanding/classifier/places.ts'
import { fc } from '../property.ts'
import models from '../../src/understanding/model.generated.json' with { type: 'json' }

describe('the names of features', () => {
  it.each(['zh-CN', 'bo'] as const)('are told apart by their digests: %s', (language) => {
    const names = new Set(models[language].features.split('\n'))
    expect(new Set([...names].map((name) => digested.add(digested.empty, name))).size).toBe(names.size)
  })

  it('are digested piece by piece as in one', () => {
    const pieces = ['~', '幼儿园', ' ', 'སློབ']
    const whole = pieces.reduce(written.add, written.empty)
    expect(pieces.reduce(digested.add, digested.empty)).toBe(digested.add(digested.empty, whole))
  })
})

describe('packed weights', () => {
  const weight = fc.oneof(fc.constant(0), fc.integer({ min: -24, max: 24 }))

  it('are unpacked as they were, in characters that JSON leaves alone', () => {
    fc.assert(
      fc.property(fc.array(weight, { maxLength: 400 }), (weights) => {
        const packed = pack(weights)
        expect(Array.from(unpack(packed))).toEqual(weights)
        expect(JSON.stringify(packed).length).toBe(packed.length + 2)
      }),
    )
  })
})

describe('the places of rows', () => {
  const digest = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })

  it('are found by their digests, and none by another', () => {
    fc.assert(
      fc.property(fc.uniqueArray(digest, { minLength: 1 }), digest, (digests, other) => {
        const begins = digests.map((_, at) => 3 * at + 1)
        const placeOf = placesOf(digests, begins)
        expect(digests.map(placeOf)).toEqual(begins)
        expect(placeOf(other)).toBe(begins[digests.indexOf(other)] ?? 0)
      }),
    )
  })
})
