import { SegmentedMessage } from 'sms-segments-calculator'
import { describe, expect, it } from 'vitest'
import {
  costlySigns,
  smsEncoding,
  smsLength,
  smsRoom,
  unicodeSigns,
} from '../../../src/broadcasts/texts/sms-length.ts'
import { fc } from '../../property.ts'

const SIGNS = ['中', '，', 'བ', 'ོ', '་', '།', 'a', '“', '…', '😀', ' ', '\n']

describe('the length of a text as SMS', () => {
  it('is the provider’s own count, whatever its script', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SIGNS), { maxLength: 300 }), (signs) => {
        const text = signs.join('')
        expect(smsLength(text).segments).toBe(new SegmentedMessage(text).segmentsCount)
      }),
    )
  })

  it.each([
    [70, { segments: 1, over: 0 }],
    [71, { segments: 2, over: 1 }],
    [134, { segments: 2, over: 64 }],
    [135, { segments: 3, over: 1 }],
    [140, { segments: 3, over: 6 }],
  ])('of %i hanzi tells how many fewer would spare a segment', (count, length) => {
    expect(smsLength('中'.repeat(count))).toEqual(length)
  })

  it('of a text with a sign that is not split at a boundary counts that too', () => {
    const text = `${'中'.repeat(66)}😀${'中'.repeat(67)}`
    const { segments, over } = smsLength(text)
    expect(segments).toBe(3)
    expect(over).toBe(1)
  })
})

describe('the room of a segment', () => {
  it.each(['a', '中', 'བ'])('of %s is what one more sign does not fit in', (sign) => {
    for (const segments of [1, 2, 3]) {
      const full = sign.repeat(smsRoom(smsEncoding(sign), segments) * segments)
      expect(smsLength(full).segments).toBe(segments)
      expect(smsLength(full + sign).segments).toBe(segments + 1)
    }
  })
})

describe('signs that take room', () => {
  it.each([
    ['请来办理……', [{ sign: '……', instead: '…', spares: 1 }]],
    ['请来办理...', [{ sign: '...', instead: '…', spares: 2 }]],
    ['中职——免费', [{ sign: '——', instead: '—', spares: 1 }]],
    ['快来！！！', [{ sign: '！！！', instead: '！', spares: 2 }]],
    ['一\n\n二\n\n三', [{ sign: '\n\n', instead: '\n', spares: 2 }]],
    ['好👨‍👩‍👧', [{ sign: '👨‍👩‍👧', instead: '', spares: 8 }]],
    ['请到县教育局办理“9+3”。', []],
    ['སློབ་ཡོན་མི་དགོས།', []],
  ])('%s', (text, signs) => {
    expect(costlySigns(text)).toEqual(signs)
  })

  it('turn a text in Latin letters into one that costs as much as Chinese', () => {
    expect(unicodeSigns(`“${'a'.repeat(100)}”`)).toEqual(['“', '”'])
    expect(unicodeSigns('“a”')).toEqual([])
    expect(unicodeSigns(`“${'中'.repeat(100)}”`)).toEqual([])
  })
})
