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
    'REVOKE',
    'OPTOUT',
    'ＳＴＯＰ',
    '退订',
    '停止',
    'TD',
    '退訂',
    'མཚམས་ཞོག',
    'མཚམས་འཇོག',
    'འཕྲིན་མི་དགོས།',
  ],
  start: ['START', 'UNSTOP', '开始', '恢复', '開始', 'འགོ་འཛུགས།', 'སླར་གསོ'],
  help: ['HELP', 'INFO', '帮助', '幫助', 'help?', 'རོགས་རམ།', 'ལམ་སྟོན'],
  yes: ['YES', '是', '对着呢', 'ok', '属实', 'ཡིན།', 'རེད་', 'ཡིན་ལགས།', 'red'],
  no: ['NO', '不是', '没有', '不属实', 'མིན།', 'མ་རེད།', 'མེད།', 'ma red'],
  thanks: ['谢谢', 'Thanks!', '謝謝', 'ཐུགས་རྗེ་ཆེ།', 'བཀའ་དྲིན་ཆེ'],
  greeting: ['你好', '您好!', 'hello', 'བདེ་མོ།', 'བཀྲ་ཤིས་བདེ་ལེགས།'],
  'erase-data': ['删除', '删除我的信息', '注销', 'གསུབ', 'ངའི་གནས་ཚུལ་གསུབ'],
  'talk-to-person': ['人工', '转人工', 'ལས་བྱེད་པ།'],
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

  it.each(['没写', 'མ་བྲིས'])('%s may be said of anything, and silences nobody', (word) => {
    expect(understand(word).intent).not.toBe('stop')
  })

  it.each([
    ['藏语', 'bo'],
    ['藏文', 'bo'],
    ['Tibetan', 'bo'],
    ['中文', 'zh-CN'],
    ['汉语', 'zh-CN'],
    ['Chinese', 'zh-CN'],
    ['བོད་ཡིག', 'bo'],
    ['བོད་སྐད།', 'bo'],
    ['རྒྱ་ཡིག', 'zh-CN'],
    ['རྒྱ་སྐད།', 'zh-CN'],
  ])('%s asks for %s', (word, value) => {
    expect(understand(word)).toMatchObject({ intent: 'set-language', value })
  })
})
