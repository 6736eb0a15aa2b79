import { describe, expect, it } from 'vitest'
import { talkAs } from './talk.ts'

const SAID = [
  { language: 'Chinese', asked: '娃娃上幼儿园能免多少钱', supposed: '那要是在外省上呢', place: '外省' },
  {
    language: 'Tibetan',
    asked: 'བྱིས་པའི་གླིང་ལ་དངུལ་ག་ཚོད་ཆག་གི་རེད།',
    supposed: 'གལ་ཏེ་ཞིང་ཆེན་གཞན་ན་ཡོད་ན།',
    place: 'ཞིང་ཆེན་གཞན',
  },
]

describe('a school that is only supposed', () => {
  it.each(SAID)('is named in the line that answers, in $language', ({ asked, supposed, place }) => {
    const talk = talkAs('kindergarten')
    talk(asked)
    const [first = ''] = talk(supposed).replies[0]?.text.split('\n') ?? []
    expect(first).toContain(place)
    expect(first).toContain('张小明')
  })
})
