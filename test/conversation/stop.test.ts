import { describe, expect, it } from 'vitest'
import { talkAs } from './talk.ts'
import { wordsOf } from './words.ts'

describe('a stop', () => {
  it.each(['停止', '别给我发了', '不要再发短信了', 'STOP', 'མཚམས་ཞོག', 'འཕྲིན་མ་གཏོང་།'])(
    'is obeyed at %s',
    (text) => {
      const say = talkAs('stranger')
      expect(say(text).changes).toEqual([{ kind: 'stop' }])
      expect(say('幼儿园免费吗').replies).toEqual([])
    },
  )

  it.each(['停气了', '停发了补助'])('is not taken from %s: nobody falls silent by a mishearing', (text) => {
    const say = talkAs('stranger')
    expect(say(text).changes).toEqual([])
    expect(wordsOf(say('幼儿园免费吗').replies)).toContain('1000')
  })
})
