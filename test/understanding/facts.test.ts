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

function codeOf(name: string): string {
  return findCounty(name)?.code ?? `unknown ${name}`
}
