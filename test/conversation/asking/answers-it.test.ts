import { describe, expect, it } from 'vitest'
import { answersIt, deniesIt } from '../../../src/conversation/asking/answers-it.ts'
import type { FactName } from '../../../src/policy/facts.ts'

const REGISTERED: FactName = 'household.registered'

describe('a yes or no beside a question of the register', () => {
  it.each([
    ...[
      '是',
      '是的',
      '1',
      '是呢',
      '对着哩',
      '嗯',
      '我家是',
      '我们是的吧',
      '应该是',
      '是，我家两个娃',
      '是，但是没人管',
      '不是',
      '没有',
      '有',
    ],
    ...['是贫困户', '我家是建档立卡的', '名单上有', '不是了，前年脱贫了'],
    ...['ཡིན', 'ཡིན་ལགས།', '༡', 'མིན', 'ང་ཚང་ཡིན', 'ཐོ་ལ་ཡོད', 'ང་ཚང་དབུལ་པོའི་ཁྱིམ་ཚང་ཡིན', 'མ་རེད', 'རེད་ཡ'],
  ])('is its answer: %s', (text) => {
    expect(answersIt(text, REGISTERED)).toBe(true)
  })

  it.each([
    ...[
      '我是老师',
      '我是宕昌的',
      '娃是女娃',
      '是真的吗',
      '这个是国家给的吗',
      '是不是',
      '我们是汉族',
      '他是高二的',
    ],
    ...[
      'ང་དགེ་རྒན་ཡིན',
      'ཕྲུ་གུ་སློབ་མ་ཡིན',
      'ང་བསང་ཆུའི་ཡིན',
      'འདི་བདེན་པ་ཡིན་ནམ',
      'འདི་རྒྱལ་ཁབ་ཀྱིས་སྤྲོད་པ་ཡིན་ནམ',
      'ང་ཚོ་བོད་རིགས་ཡིན',
    ],
  ])('is of something else: %s', (text) => {
    expect(answersIt(text, REGISTERED)).toBe(false)
  })

  it.each<[string, FactName]>([
    ['是农村的', 'household.rural'],
    ['ང་ཚོ་འབྲོག་པ་ཡིན', 'household.rural'],
    ['是初三', 'person.finalYear'],
    ['ལོ་རིམ་མཐའ་མ་ཡིན', 'person.finalYear'],
    ['是贫困村', 'household.village.poor'],
    ['གྲོང་ཚོ་དབུལ་པོ་རེད', 'household.village.poor'],
  ])('is spoken in the words of its own question: %s', (text, fact) => {
    expect(answersIt(text, fact)).toBe(true)
  })
})

describe('a choice', () => {
  it.each(['不是村医', '不在本县', '没上高中', 'སྨན་པ་མིན', 'སྨན་པ་མ་རེད', 'རང་རྫོང་ན་མེད'])(
    'may be denied: %s',
    (text) => {
      expect(deniesIt(text)).toBe(true)
    },
  )

  it.each(['村医', '不知道', '不清楚', '不是村医，是老师', 'སྨན་པ་ཡིན', 'མི་ཤེས', '2'])('may not: %s', (text) => {
    expect(deniesIt(text)).toBe(false)
  })
})
