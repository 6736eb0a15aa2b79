import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findCounty } from '../../src/regions/county.ts'
import { understand } from '../../src/understanding/understand.ts'

describe.each(['zh', 'bo'])('stage and county, in %s', (code) => {
  const file = new URL(`${code}/stages-and-counties.tsv`, import.meta.url)
  const lines = readFileSync(file, 'utf8').split('\n')
  const cases = lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [text = '', stage = '', county = ''] = line.split('\t')
      return { text, stage: stage === '-' ? null : stage, county: county === '' ? null : codeOf(county) }
    })

  it.each(cases)('are read from $text', ({ text, stage, county }) => {
    expect(understand(text)).toMatchObject({ stage, county })
  })
})

describe('the language asked for', () => {
  it.each([
    ['别发藏文 看不懂 换中文', 'zh-CN'],
    ['汉字看不懂 藏文写', 'bo'],
    ['从汉语换成藏语', 'bo'],
    ['我不懂藏语 说汉语', 'zh-CN'],
    ['把藏文换成汉文', 'zh-CN'],
    ['རྒྱ་ཡིག་མི་ཤེས། བོད་ཡིག་གིས་བྲིས།', 'bo'],
    ['བོད་ཡིག་མི་དགོས། རྒྱ་ཡིག་དགོས།', 'zh-CN'],
    ['བོད་ཡིག་ནས་རྒྱ་ཡིག་ལ་བརྗེ་རོགས།', 'zh-CN'],
  ])('in %s is %s', (text, value) => {
    expect(understand(text)).toMatchObject({ intent: 'set-language', value })
  })
})

describe('what only sounds like a word of the room', () => {
  it.each([
    ['高一学生有啥补助', 'senior', null],
    ['三年制高职三年都免吗', 'higher-vocational', 'higher-vocational'],
    ['我妹考上了师范大学 交不起 能贷不', 'undergraduate', 'loan'],
  ])('stays as it is written: %s', (text, stage, topic) => {
    expect(understand(text)).toMatchObject({ stage, topic })
  })
})

describe('what is still to come', () => {
  it.each(['明年初三毕业能念中职吗', '娃马上高中毕业', '女儿快念完初中了'])('is not finished: %s', (text) => {
    expect(understand(text).said.completed).toBeUndefined()
  })

  it.each(['娃高二 后年高考', '儿子初二 想着中考的事', '娃后年中考'])('is no last year: %s', (text) => {
    expect(understand(text).said.finalYear).toBeUndefined()
  })

  it('is a last year where the year is named', () => {
    expect(understand('老大初三 老二初一').said.finalYear).toBe(true)
  })
})

it('two children are counted as they are spoken of', () => {
  expect(understand('我有俩娃都上小学').said.childrenCount).toBe(2)
})

function codeOf(name: string): string {
  return findCounty(name)?.code ?? `unknown ${name}`
}

describe('a year of a school', () => {
  it.each([
    ['研究生二年级能贷款吗', 'postgraduate'],
    ['职高高二能领啥', 'secondary-vocational'],
    ['大专大二免学费吗', 'higher-vocational'],
    ['小学三年级有补助吗', 'primary'],
    ['ཞིབ་འཇུག་སློབ་མ་ལོ་རིམ་གཉིས་པར་རོགས་དངུལ་ཡོད་དམ།', 'postgraduate'],
    ['ལས་སློབ་ལོ་རིམ་གཉིས་པར་ཅི་ཐོབ།', 'secondary-vocational'],
  ])('is of the school it is said of: %s', (text, stage) => {
    expect(understand(text).stage).toBe(stage)
  })
})

describe('a school that is spoken of', () => {
  it.each(['娃考上高职了', 'བུ་མཐོ་རིམ་ལས་སློབ་ལ་འཁེལ་སོང་།'])('is theirs once they are admitted: %s', (text) => {
    expect(understand(text).stage).toBe('higher-vocational')
  })

  it.each(['中职推荐上高职', '职高保送高职要啥条件', '中职生能参加高职单招吗'])(
    'is not theirs where it is but aimed at: %s',
    (text) => {
      expect(understand(text).stage).toBe('secondary-vocational')
    },
  )
})

it.each([
  ['三个女子一个儿子都念书', 4],
  ['一儿一女', 2],
  ['家里五个子女', 5],
  ['两个娃，一个上大学', 2],
  ['ང་ལ་ཕྲུ་གུ་ལྔ་ཡོད།', 5],
])('sons and daughters are counted together: %s', (text, count) => {
  expect(understand(text).said.childrenCount).toBe(count)
})

it.each([
  ['我在岷县，娃上初二', '621126'],
  ['我们在舟曲 娃念小学', '623023'],
  ['我在岷县打工，娃上初二', null],
])('where a writer says they are is their county, unless for work: %s', (text, county) => {
  expect(understand(text).county).toBe(county)
})

it.each([
  ['youeryuan免多少', 'kindergarten'],
  ['shengyuandi daikuan怎么办', 'loan'],
])('words spelt in letters are read among hanzi: %s', (text, topic) => {
  expect(understand(text).topic).toBe(topic)
})

it.each([
  ['我十五了想学手艺', 15],
  ['ང་ལོ་བཅོ་ལྔ་ཡིན།', 15],
])('one’s own age is told in few words: %s', (text, age) => {
  expect(understand(text).said.age).toBe(age)
})
