import { describe, expect, it } from 'vitest'
import { createVault } from '../../../src/privacy/vault.ts'
import { numberIndex, numberIndexes } from '../../../src/register/finding/number-index.ts'

const OLD = new Uint8Array(32).fill(1)
const NEW = new Uint8Array(32).fill(2)
const FIRST = '62122310020001000000001'
const SECOND = '62122310020001000000002'
const ELSEWHERE = '62302510020001000000301'

describe('the index of a number', () => {
  it('is the same whatever was indexed before it', async () => {
    const vault = await createVault(OLD)
    const index = numberIndex(vault)
    const before = index('person', FIRST)
    index('household', ELSEWHERE)
    expect(index('person', FIRST)).toBe(before)
    expect(numberIndexes(vault, 'person', FIRST)).toEqual([before])
  })

  it('stands beside those of its village, and apart from others', async () => {
    const index = numberIndex(await createVault(OLD))
    const start = (number: string) => index('person', number).slice(0, 8)
    expect(start(SECOND)).toBe(start(FIRST))
    expect(start(ELSEWHERE)).not.toBe(start(FIRST))
    expect(index('person', SECOND)).not.toBe(index('person', FIRST))
    expect(index('household', FIRST)).not.toBe(index('person', FIRST))
  })

  it('is found under either key while they rotate, the current one first', async () => {
    const [before, after] = [numberIndex(await createVault(OLD)), numberIndex(await createVault(NEW))]
    expect(numberIndexes(await createVault(NEW, OLD), 'person', FIRST)).toEqual([
      after('person', FIRST),
      before('person', FIRST),
    ])
  })
})
