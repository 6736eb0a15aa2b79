import { describe, expect, it } from 'vitest'
import { digestOf } from '../../src/labelling/digest.ts'

const A = { id: 'a', label: { intent: 'thanks', topic: null } } as const
const B = { id: 'b', label: { intent: 'ask-how', topic: 'loan' } } as const

describe('the digest of labels', () => {
  it('is the same in any order, and another for any other label', () => {
    expect(digestOf([B, A])).toBe(digestOf([A, B]))
    const others = [[], [A], [A, A], [A, { ...B, label: A.label }], [A, { ...B, id: 'c' }]]
    expect(new Set([digestOf([A, B]), ...others.map(digestOf)]).size).toBe(6)
  })
})
