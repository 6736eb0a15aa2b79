import { describe, expect, it } from 'vitest'
import { tables } from '../../../src/understanding/lexicon/tables.ts'
import { fc } from '../../property.ts'

type Words = { readonly one: number; readonly other: number }

const text = fc.array(fc.constantFrom('学', '费', '贷', '款'), { maxLength: 12 })
const words = fc.array(fc.array(fc.constantFrom('学', '费', '贷', '款'), { minLength: 1, maxLength: 4 }))

describe('words of several tables, looked for in one walk', () => {
  it('are found in each table as if it stood alone: the longest at each place, none within another', () => {
    fc.assert(
      fc.property(text, words, words, (units, one, other) => {
        const filed = tables<Words>(() => ({ one: [], other: [] }))
        for (const [value, word] of one.entries()) filed.add('one', word, value)
        for (const [value, word] of other.entries()) filed.add('other', word, value)
        expect(filed.find(units)).toEqual({ one: longestOf(one, units), other: longestOf(other, units) })
      }),
    )
  })
})

function longestOf(all: readonly (readonly string[])[], units: readonly string[]) {
  const found = []
  for (let from = 0; from < units.length; ) {
    const here = all.filter((word) => word.every((unit, at) => units[from + at] === unit))
    const length = Math.max(0, ...here.map((word) => word.length))
    const values = [...all.entries()].flatMap(([value, word]) =>
      word.length === length && here.includes(word) ? [value] : [],
    )
    if (length > 0) found.push({ from, length, values })
    from += Math.max(1, length)
  }
  return found
}
