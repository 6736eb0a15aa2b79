import { describe, expect, it } from 'vitest'
import { findBreak } from '../../src/api/broken-json.ts'
import { fc } from '../property.ts'

describe('where a text stops being JSON', () => {
  it.each([
    ['', 1, 1, true],
    ['  \n', 2, 1, true],
    ['{"person":', 1, 11, true],
    ['[1, 2', 1, 6, true],
    ['stage=preschool', 1, 1, false],
    ['{"a": NaN}', 1, 7, false],
    ['{"a": 01}', 1, 8, false],
    ['{"a": 1.}', 1, 8, false],
    ['{"a": 1,}', 1, 9, false],
    ['[1, 2,]', 1, 7, false],
    ["{'a': 1}", 1, 2, false],
    ['{"a": 1} {}', 1, 10, false],
    ['{"a": 1]', 1, 8, false],
    ['{\r\n  "户": 1\r\n  "b": 2}', 3, 3, false],
    ['{"𠀀": "\t"}', 1, 7, false],
    ['{"a": "\\x"}', 1, 7, false],
    ['{"a": "not ended}', 1, 7, false],
    ['{"a": tru}', 1, 7, false],
    ['{"a" 1}', 1, 6, false],
  ])('of %j is line %i, column %i', (text, line, column, isCut) => {
    expect(findBreak(text)).toEqual({ line, column, isCut })
  })

  it('is found in a body as long as may be, and as deep', () => {
    const long = `"${'\\n'.repeat(500_000)}"`
    expect(findBreak(long)).toBeNull()
    expect(findBreak('['.repeat(1_000_000))).toEqual({ line: 1, column: 1_000_001, isCut: true })
  })

  it('is nowhere just where the platform reads it', () => {
    const piece = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"a"', '"', '\\', '\\u00e9', '-', '0', '1.5e+3', 'true', 'null', ' '],
      ...['\n', '\u0001', '\u007f', '\u2028', '\u00a0', '藏', 'x'],
    )
    const broken = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
    const whole = fc.json()
    const cut = fc
      .tuple(whole, fc.nat(40), piece)
      .map(([text, at, said]) => text.slice(0, at) + said + text.slice(at + 1))
    fc.assert(
      fc.property(fc.oneof(broken, whole, cut), (text) => {
        expect(findBreak(text) === null).toBe(isRead(text))
      }),
      { numRuns: 2000 },
    )
  })
})

function isRead(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
