import { describe, expect, it } from 'vitest'
import { toE164 } from '../../src/privacy/telephone.ts'

const CASES: readonly (readonly [written: string, stored: string | null])[] = [
  ['13993900000', '+8613993900000'],
  ['+86 139 9390 0000', '+8613993900000'],
  ['86-13993900000', '+8613993900000'],
  ['008613993900000', '+8613993900000'],
  ['13993900000', '+8613993900000'],
  ['+447700900123', '+447700900123'],
  ['0939-1234567', null],
  ['1399390000', null],
  ['无', null],
  ['', null],
  ['+', null],
]

describe('a telephone', () => {
  it.each(CASES)('written %j is stored as %j', (written, stored) => {
    expect(toE164(written)).toBe(stored)
  })
})
