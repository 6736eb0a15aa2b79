import { describe, expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../../src/privacy/base64.ts'
import { fc } from '../property.ts'

describe('base64', () => {
  it("is what Node's own encoder writes, for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
        expect(fromBase64(toBase64(bytes))).toEqual(new Uint8Array(bytes))
      }),
    )
  })

  it('throws on what is no base64', () => {
    expect(() => fromBase64('%%%')).toThrow()
  })
})
