import { describe, expect, it } from 'vitest'
import { createFingerprint, fingerprintList, repeatedIn } from '../../src/register/importing/fingerprints.ts'
import { fc } from '../property.ts'

describe('fingerprints', () => {
  it('tell which texts of a list are repeated, and no others', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 200 }), (texts) => {
        const fingerprint = createFingerprint()
        const list = fingerprintList()
        for (const text of texts) list.push(fingerprint(text))
        const repeated = texts.filter((text) => texts.indexOf(text) !== texts.lastIndexOf(text))
        expect(repeatedIn(list)).toEqual(new Set(repeated.map(fingerprint)))
      }),
    )
  })

  it('differ for a hundred thousand numbers that differ in few digits', () => {
    const fingerprint = createFingerprint()
    const list = fingerprintList()
    for (let at = 0; at < 100_000; at++) list.push(fingerprint(`6212231002${String(at).padStart(13, '0')}`))
    expect(list.all()).toHaveLength(100_000)
    expect(repeatedIn(list).size).toBe(0)
  })
})
