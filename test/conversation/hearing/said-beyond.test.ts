import { describe, expect, it } from 'vitest'
import { heardIn } from '../../../src/conversation/hearing/said-beyond.ts'

describe('a school that was left', () => {
  it.each(['娃初中毕业两年了，在家，能学啥', '大专毕业了在家，有啥政策', 'སློབ་འབྲིང་མཐར་ཕྱིན་ནས་ལོ་གཉིས་སོང་།'])(
    'is nobody’s now, and the years since are no age: %s',
    (text) => {
      const heard = heardIn(text)
      expect(heard.stage).toBe('not-in-school')
      expect(heard.said.age).toBeUndefined()
    },
  )
})

describe('how a household says it stands', () => {
  it.each([
    ['以前是贫困户，现在不是了，娃上中职免不免', false],
    ['原来是建档立卡户 前年取消了', false],
    ['以前不是贫困户，现在是了', true],
    ['我哥家是贫困户，我家不是，娃上中职免吗', false],
    ['邻居家不是建档户，我家是', true],
    ['སྔོན་མ་དབུལ་པོའི་ཁྱིམ་ཚང་ཡིན། ད་ལྟ་མིན། ཕྲུ་གུ་ལས་སློབ་ལ་འགྲོ་གི་ཡོད། ཆག་གམ།', false],
    ['སྔོན་མ་དབུལ་པོའི་ཁྱིམ་ཚང་མིན། ད་ལྟ་ཡིན།', true],
    ['ཁྱིམ་མཚེས་དབུལ་པོའི་ཁྱིམ་ཚང་རེད། ང་ཚང་མིན། བྱིས་པའི་གླིང་ལ་ཆག་གམ།', false],
    ['ཁྱིམ་མཚེས་དབུལ་པོའི་ཁྱིམ་ཚང་མ་རེད། ང་ཚང་ཡིན།', true],
  ])('is its own, and now: %s', (text, registered) => {
    expect(heardIn(text).said.registered).toBe(registered)
  })

  it.each(['我家是建档户，娃上幼儿园免吗', 'ང་ཚང་དབུལ་པོའི་ཁྱིམ་ཚང་ཡིན། བྱིས་པའི་གླིང་ལ་ཆག་གམ།'])(
    'is taken at its word: %s',
    (text) => {
      expect(heardIn(text).said.registered).toBe(true)
    },
  )
})
