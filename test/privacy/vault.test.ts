import { describe, expect, it } from 'vitest'
import { createVault } from '../../src/privacy/vault.ts'
import { nodeCipher } from '../../src/runtime/node-cipher.ts'
import { nodeMac } from '../../src/runtime/node-mac.ts'
import { fc } from '../property.ts'

const KEY = new Uint8Array(32).fill(7)
const NEXT_KEY = new Uint8Array(32).fill(8)
const NODE = { cipherOf: nodeCipher, macOf: nodeMac }

describe('a vault', () => {
  it('opens what it sealed, whatever the text', async () => {
    const vault = await createVault(KEY)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (plain) => {
        expect(await vault.open(await vault.seal(plain, 'persons/1'), 'persons/1')).toBe(plain)
      }),
      { numRuns: 200 },
    )
  })

  it('seals the same text differently each time', async () => {
    const vault = await createVault(KEY)
    expect(await vault.seal('卓玛', 'p')).not.toBe(await vault.seal('卓玛', 'p'))
  })

  it('does not open a value that was moved to another row', async () => {
    const vault = await createVault(KEY)
    const sealed = await vault.seal('卓玛', 'households/1')
    await expect(vault.open(sealed, 'households/2')).rejects.toThrow()
  })

  it('does not open a value that was altered', async () => {
    const vault = await createVault(KEY)
    const sealed = await vault.seal('卓玛', 'p')
    const altered = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA')
    await expect(vault.open(altered, 'p')).rejects.toThrow()
  })

  it('opens what the previous key sealed, and seals with the current one', async () => {
    const before = await createVault(KEY)
    const rotating = await createVault(NEXT_KEY, KEY)
    const after = await createVault(NEXT_KEY)
    expect(await rotating.open(await before.seal('卓玛', 'p'), 'p')).toBe('卓玛')
    expect(await after.open(await rotating.seal('卓玛', 'p'), 'p')).toBe('卓玛')
  })

  it('opens on Workers what Node sealed, and on Node what Workers sealed', async () => {
    const node = await createVault(KEY, undefined, NODE)
    const workers = await createVault(KEY)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (plain) => {
        expect(await workers.open(await node.seal(plain, 'p'), 'p')).toBe(plain)
        expect(await node.open(await workers.seal(plain, 'p'), 'p')).toBe(plain)
      }),
      { examples: [[''], ['\ufeff卓玛']] },
    )
  })

  it('finds on Workers what Node indexed, whatever the text and its length', async () => {
    const node = await createVault(KEY, undefined, NODE)
    const workers = await createVault(KEY)
    const long = fc.integer({ min: 5_000, max: 20_000 }).map((length) => '卓'.repeat(length))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), long), (text) => {
        expect(node.index('content', text)).toBe(workers.index('content', text))
      }),
    )
  })

  it('refuses on Node too what was altered or moved', async () => {
    const vault = await createVault(KEY, undefined, NODE)
    const sealed = await vault.seal('卓玛', 'p')
    await expect(vault.open(sealed, 'q')).rejects.toThrow()
    await expect(vault.open(`${sealed.slice(0, -4)}AAAA`, 'p')).rejects.toThrow()
  })

  it('refuses a value whose key is not at hand', async () => {
    const sealed = await (await createVault(KEY)).seal('卓玛', 'p')
    await expect((await createVault(NEXT_KEY)).open(sealed, 'p')).rejects.toThrow(/not at hand/)
  })

  it('finds the same value by the same index, and nothing by another kind, value or key', async () => {
    const vault = await createVault(KEY)
    const index = vault.index('address', '+8613800000000')
    expect(vault.index('address', '+8613800000000')).toBe(index)
    expect(vault.index('name', '+8613800000000')).not.toBe(index)
    expect(vault.index('address', '+8613800000001')).not.toBe(index)
    expect((await createVault(NEXT_KEY)).index('address', '+8613800000000')).not.toBe(index)
  })

  it('finds by the index of either key while they rotate, the current one first', async () => {
    const rotating = await createVault(NEXT_KEY, KEY)
    const old = (await createVault(KEY)).index('name', '卓玛')
    expect(rotating.indexes('name', '卓玛')).toEqual([rotating.index('name', '卓玛'), old])
  })
})
