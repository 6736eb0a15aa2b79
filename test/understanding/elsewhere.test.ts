import { describe, expect, it } from 'vitest'
import { understand } from '../../src/understanding/understand.ts'

// Who asks for what another province gives, or as one of its people.
const ELSEWHERE = [
  '青海的学生有啥资助',
  '我户口是四川的 娃上幼儿园能免吗',
  '我是山东的 我娃上大学能贷款吗',
  '河南的高三学生能报专项不',
  '陕西的助学金啥时候发',
  '云南那边义务教育收费吗',
  'མཚོ་སྔོན་གྱི་སློབ་མར་རོགས་དངུལ་ཅི་ཡོད',
  'ང་ཚོ་མཚོ་སྔོན་ནས་ཡིན། དངུལ་བུན་ཇི་ལྟར་ཞུ',
]

// A family of Gansu whose child is at school elsewhere, or who works there.
const OURS = [
  ['户口在古浪 娃跟着我在新疆上幼儿园 给免不', 'ask-programme'],
  ['娃考上四川的大专 学费能免吗', 'ask-programme'],
  ['我是甘肃的 在新疆打工 娃上幼儿园能免吗', 'ask-programme'],
  ['娃在陕西读技校 补助能拿上吗', 'ask-programme'],
  ['我是四川大学的学生 能贷款吗', 'ask-programme'],
  ['བུ་སི་ཁྲོན་གྱི་མཐོ་རིམ་ལས་རིགས་སློབ་གྲྭར་ཡོད། སློབ་ཡོན་ཆག་གམ', 'ask-programme'],
] as const

describe('People of other provinces', () => {
  it.each(ELSEWHERE)('are no business of this service: %s', (text) => {
    expect(understand(text).intent).toBe('out-of-scope')
  })

  it.each(OURS)('are not taken to be spoken of where a school or work is there: %s', (text, intent) => {
    expect(understand(text).intent).toBe(intent)
  })
})
