import { Converter } from 'opencc-js/cn2t'
import { describe, expect, it } from 'vitest'
import { readAnswer } from '../../src/understanding/answer.ts'
import { normalise } from '../../src/understanding/script.ts'
import { readExamples } from '../../src/understanding/training/examples.ts'
import { INTENTS } from '../../src/understanding/types.ts'
import { understand } from '../../src/understanding/understand.ts'
import { fc } from '../property.ts'

const heldOut = readExamples(new URL('zh/held-out.tsv', import.meta.url))
const sentence = fc.constantFrom(...heldOut.map(({ text }) => text))
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({
    unit: fc.constantFrom('བ', 'ྱ', 'ི', 'ས', '་', '༌', '།', '༡', 'a', 'n', ' ', '1', '园', '幼', '<', '&'),
    maxLength: 60,
  }),
  sentence,
)

describe('any text whatever', () => {
  it('is understood without a throw, with a confidence between 0 and 1', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { confidence } = understand(text)
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is left alone by a second normalising', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text))
      }),
    )
  })

  it('is read as an answer to any question without a throw', () => {
    const options = [{ id: 'a', words: ['小学'] }]
    fc.assert(
      fc.property(anything, (text) => {
        for (const question of [
          { kind: 'choice', options },
          { kind: 'yes-no' },
          { kind: 'number' },
          { kind: 'birth-date', today: '2026-11-23' },
          { kind: 'county' },
        ] as const) {
          readAnswer(text, question)
        }
      }),
    )
  })

  it.each(['a', '幼儿园', '<', '1', 'ba ', '那', '一千', 'བོད་'])(
    'is read to its end at 10,000 characters of %j, the most the API takes',
    (part) => {
      expect(INTENTS).toContain(understand(part.repeat(Math.ceil(10_000 / part.length))).intent)
    },
  )
})

describe('the same words in another script', () => {
  const traditional = Converter({ from: 'cn', to: 'tw' })
  const fullWidth = (text: string) =>
    text.replace(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))

  it('mean the same in traditional characters', () => {
    for (const { text } of heldOut) {
      const { intent, topic } = understand(text)
      expect({ text, ...pick(traditional(text)) }).toEqual({ text, intent, topic })
    }
  })

  it('mean the same in full width', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(understand(fullWidth(text))).toEqual(understand(text))
      }),
    )
  })

  function pick(text: string) {
    const { intent, topic } = understand(text)
    return { intent, topic }
  }
})
