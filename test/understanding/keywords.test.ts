import { describe, expect, it } from 'vitest'
import { understand } from '../../src/understanding/understand.ts'

const KEYWORDS = {
  stop: [
    'STOP',
    'Stop',
    'STOPALL',
    'UNSUBSCRIBE',
    'CANCEL',
    'END',
    'QUIT',
    'ＳＴＯＰ',
    '退订',
    '停止',
    'TD',
    '退訂',
  ],
  start: ['START', 'UNSTOP', '开始', '恢复', '開始'],
  help: ['HELP', 'INFO', '帮助', '幫助', 'help?'],
  yes: ['YES', '是', '对着呢', 'ok'],
  no: ['NO', '不是', '没有'],
  thanks: ['谢谢', 'Thanks!', '謝謝'],
  greeting: ['你好', '您好!', 'hello'],
  'talk-to-person': ['人工', '转人工'],
  'ask-why': ['为什么', 'why?'],
  'ask-how': ['咋办', 'how do I apply?'],
} as const

describe('a keyword alone is certain', () => {
  const cases = Object.entries(KEYWORDS).flatMap(([intent, words]) =>
    words.map((word) => [word, intent] as const),
  )
  it.each(cases)('%s means %s', (word, intent) => {
    expect(understand(word)).toMatchObject({ intent, confidence: 1 })
  })

  it.each([
    ['藏语', 'bo'],
    ['藏文', 'bo'],
    ['Tibetan', 'bo'],
    ['中文', 'zh-CN'],
    ['汉语', 'zh-CN'],
    ['Chinese', 'zh-CN'],
  ])('%s asks for %s', (word, value) => {
    expect(understand(word)).toMatchObject({ intent: 'set-language', value })
  })
})
