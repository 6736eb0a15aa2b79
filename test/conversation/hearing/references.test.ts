import { describe, expect, it } from 'vitest'
import { newReference } from '../../../src/cases/reference.ts'
import { withoutIdNumbers } from '../../../src/conversation/hearing/mask.ts'
import { referenceFor, referenceIn, shownReference } from '../../../src/conversation/hearing/references.ts'
import { createIds } from '../../../src/ids.ts'
import { fc } from '../../property.ts'

const ids = createIds(() => new Date())
const fresh = Array.from({ length: 2000 }, () => newReference({ ids }))

describe('a reference', () => {
  it('is six letters, ten for a report, none of which is taken for another, of digits and capitals both', () => {
    for (const one of fresh) {
      expect(referenceFor('missing', one)).toMatch(/^(?=.*\d)(?=.*[A-Z])[2-9ACDEFGHJKMNPQRTVWXY]{6}$/)
      expect(referenceFor('misuse', one)).toMatch(/^[2-9ACDEFGHJKMNPQRTVWXY]{10}$/)
    }
    expect(new Set(fresh).size).toBe(fresh.length)
  })

  it.each(['', '编号', '我的编号：', '查一下'])('is found as it is sent, after %j', (before) => {
    for (const one of fresh.slice(0, 200))
      for (const kind of ['missing', 'misuse'] as const) {
        const reference = referenceFor(kind, one)
        for (const written of [reference, reference.toLowerCase(), shownReference(reference)]) {
          const named = referenceIn(`${before}${written}。`)
          expect(named?.reference, written).toBe(reference)
        }
      }
  })

  it('alone leaves no rest, and with words leaves those', () => {
    expect(referenceIn(' 7kq4m2 。')?.rest).toBe('')
    expect(referenceIn('7KQ4M2 没解决')?.rest).toBe('没解决')
    expect(referenceIn('ཨང་གྲངས་7KQ4M2།')?.rest).toBe('')
  })

  it.each(['234679', 'REFUSED', 'xuefei', '13912345678', '622827199003071234', '2026-11-18', '幼儿园'])(
    'is not read into %s',
    (text) => {
      expect(referenceIn(text)).toBeNull()
    },
  )
})

describe('an ID number', () => {
  it.each([
    '622827199003071234',
    '62282719900307123X',
    '622827 19900307 1234',
    '６２２８２７１９９００３０７１２３４',
    '༦༢༢༨༢༧༡༩༩༠༠༣༠༧༡༢༣༤',
    '622827900307123',
  ])('is masked as %s, and the words around it stay', (number) => {
    expect(withoutIdNumbers(`号是${number}，改一下`)).toBe('号是***，改一下')
  })

  it('is all that is masked', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d ,.元年月]{0,14}$/), (text) => withoutIdNumbers(text) === text),
    )
    expect(withoutIdNumbers('电话13912345678，1000元')).toBe('电话13912345678，1000元')
  })
})
