import { Converter, Locale } from 'opencc-js/t2cn'
import { describe, expect, it } from 'vitest'
import { simplify } from '../../src/understanding/traditional.ts'
import { fc } from '../property.ts'

const convert = Converter({ from: 'tw', to: 'cn' })
const WORDS = [Locale.from['tw'] ?? [], Locale.to['cn'] ?? []].flat(2).flatMap((dictionary) => {
  if (typeof dictionary !== 'string') return dictionary.flat()
  return dictionary.split(/[| ]/)
})

describe('hanzi are simplified', () => {
  it.each([
    ['為什麼沒有我', '为什么没有我'],
    ['领导把錢貪了', '领导把钱贪了'],
    ['为什么没有我', '为什么没有我'],
    ['幺妹上什麼學', '幺妹上什么学'],
    ['ང་ཚོའི་ཕྲུ་གུ', 'ང་ཚོའི་ཕྲུ་གུ'],
    ['stop', 'stop'],
  ])('%s becomes %s', (text, simple) => {
    expect(simplify(text)).toBe(simple)
  })

  it('as the converter does it, of any words of its dictionaries, next to one another', () => {
    const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join(''))
    fc.assert(
      fc.property(text, (words) => {
        const expected = words.split(/([么幺])/u).map((part) => (/[么幺]/u.test(part) ? part : convert(part)))
        expect(simplify(words)).toBe(expected.join(''))
      }),
      { numRuns: 3_000, seed: 20150901 },
    )
  })

  it('leaves out of the converter no word that it changes', () => {
    const changed = WORDS.filter((word) => !/[么幺]/u.test(word) && convert(word) !== word)
    expect(changed.filter((word) => simplify(word) !== convert(word))).toEqual([])
  })
})
