import { SegmentedMessage } from 'sms-segments-calculator'
import { describe, expect, it } from 'vitest'
import { segmentsOf, splitAtPause } from '../../../src/conversation/rendering/segments.ts'
import { fc } from '../../property.ts'

const words = [
  '幼儿园',
  '1000元',
  '。',
  '，',
  '\n',
  ' ',
  '𠮷',
  '😀',
  'བོད་',
  'བསྒྲུབས་',
  '། ',
  'ཆོག ',
  'སྐྱེད་',
  '་།',
  '(二(一)·2)',
  '9+3',
]
const texts = fc.array(fc.constantFrom(...words), { maxLength: 200 }).map((parts) => parts.join(''))

describe('an SMS segment count', () => {
  it('is what the reference counts, for Chinese, Tibetan and emoji', () => {
    fc.assert(
      fc.property(texts, (text) => {
        fc.pre(/[^\x20-\x7e\n]/.test(text))
        expect(segmentsOf(text)).toBe(new SegmentedMessage(text).segmentsCount)
      }),
    )
  })
})

describe('a cut', () => {
  it('loses nothing but the blanks around it, and holds its limit', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 20, max: 300 }), (text, limit) => {
        const { head, rest } = splitAtPause(text, limit)
        expect(head.length).toBeLessThanOrEqual(limit)
        expect((head + rest).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })

  it('never falls inside a stack or a surrogate pair', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 20, max: 300 }), (text, limit) => {
        const { rest } = splitAtPause(text, limit)
        expect(rest).not.toMatch(/^[\p{M}\udc00-\udfff]/u)
        expect(rest.isWellFormed()).toBe(true)
      }),
    )
  })

  it('prefers the end of a sentence to the middle of one', () => {
    expect(splitAtPause('孩子上中职免学费。助学金每学年2000元，由学校发。', 14).head).toBe(
      '孩子上中职免学费。',
    )
    expect(splitAtPause('སློབ་ཡོན་གཏོང་མི་དགོས། རོགས་དངུལ་སྤྲོད་རྒྱུ་རེད།', 30).head).toBe('སློབ་ཡོན་གཏོང་མི་དགོས།')
  })

  it('takes no shad within a list for the end of a sentence', () => {
    const text = 'སློབ་གྲྭ་ལེགས་པར་སྒྲུབ། རེ་ཞུ་དང་། ཆོག་མཆན། དངུལ་སྤྲོད་པའི་ཐོ་རྫོང་གིས་ད་དུང་འདིར་བཀོད་མེད།'
    expect(splitAtPause(text, text.indexOf('དངུལ')).head).toBe('སློབ་གྲྭ་ལེགས་པར་སྒྲུབ།')
  })
})
