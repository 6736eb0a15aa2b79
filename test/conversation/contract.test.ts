import { describe, expect, it } from 'vitest'
import { INTENTS, type Intent, type Language } from '../../src/understanding/types.ts'
import { talkAs } from './talk.ts'
import { wordsOf } from './words.ts'

/** A sentence for every intent of the contract, in both languages. */
const SENTENCES: Readonly<Record<Intent, Readonly<Record<Language, string>>>> = {
  'ask-benefits': { 'zh-CN': '我家能享受什么政策', bo: 'ང་ཚོའི་ཁྱིམ་ཚང་ལ་ཁེ་ཕན་གང་ཡོད' },
  'ask-programme': { 'zh-CN': '娃娃上幼儿园能免多少钱', bo: 'བྱིས་པའི་གླིང་ལ་དངུལ་ག་ཚོད་ཆག་གི་རེད' },
  'ask-how': { 'zh-CN': '助学贷款怎么办理', bo: 'སློབ་སྦྱོང་དངུལ་བུན་རེ་ཞུ་ཇི་ལྟར་བྱེད' },
  'ask-why': { 'zh-CN': '为什么', bo: 'རྒྱུ་མཚན་ཅི' },
  'ask-status': { 'zh-CN': '助学金发了没有', bo: 'རོགས་དངུལ་སྤྲད་སོང་ངམ' },
  'ask-routes': { 'zh-CN': '初中毕业以后有什么路', bo: 'སློབ་འབྲིང་ཐོན་རྗེས་འགྲོ་ལམ་གང་ཡོད' },
  'report-missing': { 'zh-CN': '我家没有上建档立卡', bo: 'ཐོ་ནོར་འདུག' },
  'report-misuse': { 'zh-CN': '举报', bo: 'ཞུ་གཏུག' },
  'talk-to-person': { 'zh-CN': '人工', bo: 'ལས་བྱེད་པ' },
  'set-language': { 'zh-CN': '用汉语', bo: 'བོད་ཡིག་གིས་བཤད' },
  stop: { 'zh-CN': '停止', bo: 'མཚམས་ཞོག' },
  start: { 'zh-CN': '开始', bo: 'འགོ་འཛུགས' },
  help: { 'zh-CN': '帮助', bo: 'རོགས་རམ' },
  greeting: { 'zh-CN': '你好', bo: 'བདེ་མོ' },
  thanks: { 'zh-CN': '谢谢', bo: 'བཀའ་དྲིན་ཆེ' },
  'erase-data': { 'zh-CN': '删除我的资料', bo: 'ངའི་ཡིག་ཆ་སུབ' },
  yes: { 'zh-CN': '是的', bo: 'ཡིན' },
  no: { 'zh-CN': '不是', bo: 'མིན' },
  'out-of-scope': { 'zh-CN': '今天天气怎么样', bo: 'དེ་རིང་གནམ་གཤིས་ཅི་འདྲ་རེད' },
}

const SCRIPTS: Readonly<Record<Language, RegExp>> = {
  'zh-CN': /\p{Script=Han}{4}/u,
  bo: /(?:\p{Script=Tibetan}+་){3}/u,
}

describe.each(['zh-CN', 'bo'] as const)('in %s', (language) => {
  describe.each(['stranger', 'kindergarten'] as const)('a telephone of a %s', (family) => {
    it.each(INTENTS)('is answered when it means %s', (intent) => {
      const { replies, heard } = talkAs(family)(SENTENCES[intent][language])
      expect(heard.intent).toBe(intent)
      expect(heard.language).toBe(language)
      expect(wordsOf(replies)).toMatch(SCRIPTS[language])
    })
  })
})

describe('a language', () => {
  it('is asked for in both where none is known, and then remembered', () => {
    const talk = talkAs('stranger')
    const first = wordsOf(talk('😀').replies)
    expect(first).toMatch(SCRIPTS['zh-CN'])
    expect(first).toMatch(SCRIPTS.bo)
    expect(wordsOf(talk('2').replies)).toMatch(SCRIPTS.bo)
    expect(wordsOf(talk('5').replies)).toMatch(SCRIPTS.bo)
  })

  it('asked for is set and kept, and a message in another is answered in its own', () => {
    const talk = talkAs('kindergarten')
    const outcome = talk('藏语')
    expect(outcome.changes).toEqual([{ kind: 'set-language', language: 'bo' }])
    expect(wordsOf(outcome.replies)).toMatch(SCRIPTS.bo)
    expect(wordsOf(talk('娃娃上幼儿园能免多少钱').replies)).toMatch(SCRIPTS['zh-CN'])
  })

  it('is not needed to stop: both are told', () => {
    const { replies, changes } = talkAs('stranger')('STOP')
    expect(changes).toEqual([{ kind: 'stop' }])
    expect(wordsOf(replies)).toMatch(SCRIPTS.bo)
    expect(wordsOf(replies)).toMatch(SCRIPTS['zh-CN'])
  })
})

describe('odd messages', () => {
  it.each([
    '',
    ' ',
    '😀😀',
    '\u0000\u0007',
    '<script>alert(1)</script>',
    '༄༅།།',
    '1'.repeat(1600),
    '？'.repeat(1600),
    '娃'.repeat(1600),
  ])('of %j are answered', (text) => {
    for (const family of ['stranger', 'kindergarten', 'shared'] as const) {
      const { replies } = talkAs(family)(text)
      expect(wordsOf(replies)).not.toBe('')
    }
  })

  it('with a picture alone are told that words are needed', () => {
    const talk = talkAs('kindergarten')
    talk('你好')
    expect(wordsOf(talk('', true).replies)).toContain('文字')
  })
})

describe('erasing', () => {
  it.each(['算了', '不要', '取消', '取消吧', '2', '好像不用', '娃娃上幼儿园能免多少钱', 'མི་དགོས', ''])(
    'is not done on %j',
    (text) => {
      const talk = talkAs('kindergarten')
      talk('删除我的资料')
      expect(talk(text).changes.map(({ kind }) => kind)).not.toContain('erase-contact')
    },
  )

  it.each(['1', '是', '是的', '༡', 'ཡིན'])('is done on %j', (text) => {
    const talk = talkAs('kindergarten')
    talk('删除我的资料')
    expect(talk(text).changes).toEqual([{ kind: 'erase-contact', keepOpenCases: false }])
  })
})

describe('a case', () => {
  it('of misuse names no household, one of a wrong record does', () => {
    const [misuse] = talkAs('kindergarten')('举报').changes
    expect(misuse).toMatchObject({
      kind: 'open-case',
      caseKind: 'misuse',
      householdId: null,
      county: '621223',
    })
    const [wrong] = talkAs('kindergarten')('登记错了').changes
    expect(wrong).toMatchObject({
      kind: 'open-case',
      caseKind: 'correction',
      householdId: 'H-kindergarten',
      text: '登记错了',
    })
  })

  it('takes what is written next, unless that asks something else', () => {
    const talk = talkAs('kindergarten')
    talk('举报')
    expect(talk('上个月村里有人冒领').changes.map(({ kind }) => kind)).toEqual(['add-to-case'])
    expect(talk('娃娃上幼儿园能免多少钱').changes.map(({ kind }) => kind)).toEqual(['told'])
  })
})

describe('what is logged of a message', () => {
  it('is, for a reply to our own question, what that question goes on with', () => {
    const talk = talkAs('stranger')
    talk('你好')
    expect(talk('5').heard).toMatchObject({ intent: 'ask-programme', topic: 'loan' })
    expect(talk('7').heard).toMatchObject({ intent: 'ask-programme', topic: 'loan' })
  })

  it('is a yes or a no, for an answer to "erase?"', () => {
    const talk = talkAs('stranger')
    talk('删除我的资料')
    expect(talk('2').heard.intent).toBe('no')
  })
})
