import { describe, expect, it } from 'vitest'
import { siblingSaid } from '../../../src/conversation/persons/siblings.ts'

const SPOKEN = [
  ['他哥能贷款吗', 'male', true],
  ['哥哥呢', 'male', true],
  ['我弟上初中', 'male', false],
  ['弟弟能领多少', 'male', false],
  ['她姐呢', 'female', true],
  ['姐姐上大学', 'female', true],
  ['娃妹上小学', 'female', false],
  ['妹子呢', 'female', false],
  ['ཁོའི་ ཕུ་བོ་ནི', 'male', true],
  ['ཇོ་ལགས་ནི', 'male', true],
  ['ཁོའི་ཨ་ཇོ་ནི', 'male', true],
  ['གཅེན་པོ་སློབ་ཆེན་ལ་འགྲོ', 'male', true],
  ['ཁོའི་ནུ་བོ་ནི', 'male', false],
  ['གཅུང་པོ་ནི', 'male', false],
  ['ཁོའི་ཨ་ཅེ་ནི', 'female', true],
  ['ཨ་ཞེ་ནི', 'female', true],
  ['གཅེན་མོ་ནི', 'female', true],
  ['ཁོའི་ནུ་མོ་ནི', 'female', false],
  ['གཅུང་མོ་ནི', 'female', false],
  ['ཁོའི་སྲིང་མོ་ནི', 'female', null],
  ['ཁོ་མོའི་མིང་པོ་ནི', 'male', null],
] as const

describe('a brother or sister', () => {
  it.each(SPOKEN)('is heard in every word for one: %s', (text, sex, isElder) => {
    expect(siblingSaid(text)).toEqual({ sex, isElder })
  })

  it.each(['娃上高中能领多少', 'བུ་མོའི་སློབ་ཡོན་ག་ཚོད་རེད'])('is not heard in %s', (text) => {
    expect(siblingSaid(text)).toBeNull()
  })
})
