import { describe, expect, it } from 'vitest'
import { draftOf, longestOf } from '../../../src/broadcasts/texts/draft.ts'
import { smsLength } from '../../../src/broadcasts/texts/sms-length.ts'
import { PLACEHOLDERS } from '../../../src/broadcasts/texts/template.ts'
import { LANGUAGES } from '../../../src/i18n/texts.ts'

const NOTHING = { county: null, programme: null }
const CHOSEN = { county: '621223', programme: 'secondary-vocational-grant' } as const

describe('a text while it is written', () => {
  it.each(['', 'Hello', '“Hello”', '中'.repeat(71), 'ཀ'.repeat(140), '€'.repeat(81)])(
    'counts %j, which leaves nothing open, as it would be sent',
    (text) => {
      const { units, segments, varies } = draftOf(text, 'zh-CN', NOTHING, undefined)
      expect({ units, segments, varies }).toEqual({
        units: text.length,
        segments: smsLength(text).segments,
        varies: false,
      })
    },
  )

  it.each([
    ['Hello', 'GSM-7'],
    ['“Hello”', 'UCS-2'],
    ['通知', 'UCS-2'],
    ['བརྡ', 'UCS-2'],
    // Its name will be in Chinese.
    ['{{child}}', 'UCS-2'],
  ])('says that %s goes in %s', (text, encoding) => {
    expect(draftOf(text, 'zh-CN', NOTHING, undefined).encoding).toBe(encoding)
  })

  it('says what the plan itself has chosen, and ○ for what is each family’s own', () => {
    const draft = draftOf('{{county}}：{{child}}可申请{{programme}}', 'zh-CN', CHOSEN, undefined)
    expect(draft.text).toBe('宕昌县：○○○可申请中职助学金')
    expect(draft.varies).toBe(true)
    expect(draftOf('{{county}} {{programme}}', 'zh-CN', CHOSEN, undefined).varies).toBe(false)
  })

  it.each(LANGUAGES)('leaves no placeholder open in %s, nor invents a day or a sum', (language) => {
    const written = PLACEHOLDERS.map((name) => `{{${name}}}`).join(' ')
    const { text } = draftOf(written, language, NOTHING, undefined)
    expect(text).not.toMatch(/[{}0-9]/)
  })

  it('joins Tibetan words as a message does: one tsheg, none before a shad', () => {
    const { text } = draftOf('{{county}}་ན། {{programme}}།', 'bo', NOTHING, undefined)
    expect(text).not.toMatch(/་་|་།/)
  })

  it('is told by its braces that it cannot be read, and counted as it stands', () => {
    const draft = draftOf('{{chi', 'zh-CN', NOTHING, undefined)
    expect([draft.isReadable, draft.text]).toEqual([false, '{{chi'])
  })

  it('gives way to the longest message, once that is known, with its own figures', () => {
    const draft = draftOf('{{child}}', 'zh-CN', NOTHING, undefined)
    const longest = { household: 'x', units: 71, segments: 2, text: '○'.repeat(71) }
    const { text, units, segments, varies } = longestOf(draft, longest, undefined)
    expect({ text, units, segments, varies }).toEqual({
      text: longest.text,
      units: 71,
      segments: 2,
      varies: false,
    })
  })

  it('names the signs that cost, and the cost of one message where a segment has a price', () => {
    const draft = draftOf(`“${'a'.repeat(100)}”`, 'zh-CN', NOTHING, { amount: 0.05, currency: 'CNY' })
    expect(draft.unicodeSigns).toEqual(['“', '”'])
    expect(draft.cost).toEqual({ amount: 0.1, currency: 'CNY', perSegment: 0.05 })
    expect(draftOf('通知……', 'zh-CN', NOTHING, undefined).costlySigns).toHaveLength(1)
  })
})
