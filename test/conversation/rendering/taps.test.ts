import { describe, expect, it } from 'vitest'
import { readTap, type Tapped } from '../../../src/conversation/rendering/taps.ts'
import type { Outcome, Tap } from '../../../src/conversation/turn.ts'
import { LANGUAGES, type Language, textsIn } from '../../../src/i18n/texts.ts'
import { TOPICS } from '../../../src/understanding/types.ts'
import { fc } from '../../property.ts'
import type { FamilyName } from '../households.ts'
import { talkAs } from '../talk.ts'

const LONGEST_BYTES = 64
const GREETING = { 'zh-CN': '你好', bo: 'བདེ་མོ།' } as const
const KINDERGARTEN = '娃娃上幼儿园能免多少钱'

type Talk = ReturnType<typeof talkAs>

function chat(family: FamilyName = 'stranger'): Talk {
  return talkAs(family, { channel: 'telegram' })
}

function tapsOf({ replies }: Outcome): readonly Tap[] {
  return replies.flatMap(({ taps = [] }) => taps)
}

function read(tap: Tap | undefined): Tapped {
  const tapped = tap === undefined ? null : readTap(tap.data)
  if (tapped === null) throw new Error(`not to be read: ${JSON.stringify(tap)}`)
  return tapped
}

function press(talk: Talk, tap: Tap | undefined): Outcome {
  const { text, question } = read(tap)
  return talk(text, false, question === undefined ? {} : { by: { question } })
}

describe('what may be tapped', () => {
  it.each(LANGUAGES)('in %s is every topic of the menu, which is then answered at any time', (language) => {
    const menu = tapsOf(chat()(GREETING[language]))
    expect(menu.length).toBe(TOPICS.length)
    for (const [at, topic] of TOPICS.entries()) {
      for (const before of [GREETING[language], KINDERGARTEN]) {
        const talk = chat()
        talk(before)
        const { heard } = press(talk, menu[at])
        expect([heard.intent, heard.topic], `${topic} after ${before}`).toEqual(['ask-programme', topic])
      }
    }
  })

  it('is short enough for a chat, and says with its number what may be typed instead', () => {
    const outcomes = LANGUAGES.flatMap(talks)
    const taps = outcomes.flatMap(tapsOf)
    expect(taps.length).toBeGreaterThan(100)
    for (const { data, label } of taps) {
      expect(new TextEncoder().encode(data).length, data).toBeLessThanOrEqual(LONGEST_BYTES)
      expect(label.trim()).not.toBe('')
      const { question, text } = read({ data, label })
      if (question !== undefined) expect(label).toMatch(new RegExp(`^${text} .`))
    }
  })

  it('comes to the same as what is typed', () => {
    const [typing, tapping] = [chat(), chat()]
    typing(KINDERGARTEN)
    const asked = tapping(KINDERGARTEN)
    const [first] = tapsOf(asked)
    expect(press(tapping, first)).toEqual(typing('1'))
  })

  it('is the words that a reply tells to send back, but none that costs by mistake', () => {
    const helped = chat()
    helped(GREETING['zh-CN'])
    const words = tapsOf(helped('帮助')).map(({ label }) => label)
    expect(words).toEqual([textsIn('zh-CN')('conversation:word.other-language')])
  })

  it('is which language to speak, before one is known', () => {
    const talk = chat()
    const taps = tapsOf(talk('/start'))
    expect(taps.map(({ label }) => label)).toEqual(
      LANGUAGES.map((language) => textsIn(language)('conversation:word.own-language')),
    )
    const greeted = press(talk, taps[1])
    expect(greeted.session.language).toBe('bo')
    expect(tapsOf(greeted).length).toBe(TOPICS.length)
  })

  it('is nothing over SMS, where the choices stand in the words', () => {
    const [reply] = talkAs('stranger')(GREETING['zh-CN']).replies
    expect(reply).toEqual({ text: expect.stringMatching(/1 \S+ 2 /u) as string })
  })
})

describe('a button of an earlier question', () => {
  it('changes nothing, and says so beside the talk', () => {
    const talk = chat()
    const [first] = tapsOf(talk(KINDERGARTEN))
    const next = press(talk, first)
    const stale = press(talk, first)
    expect(stale.session).toEqual(next.session)
    expect(stale.changes).toEqual([])
    expect(stale.replies).toEqual([{ text: textsIn('zh-CN')('conversation:beside.stale'), beside: true }])
  })

  it('erases nothing, however it is pressed', () => {
    const talk = chat('kindergarten')
    talk(GREETING['zh-CN'])
    const [all] = tapsOf(talk('删除我的资料'))
    expect(read(all).text).toBe('1')
    talk('不删')
    expect(press(talk, all).changes).toEqual([])
  })

  it('is met with silence by whoever wants no messages', () => {
    const talk = chat()
    const [first] = tapsOf(talk(KINDERGARTEN))
    talk('停止')
    expect(press(talk, first).replies).toEqual([])
  })
})

describe('what comes back from a tap', () => {
  it('is read only where it is ours', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((rest) => `k:bo:${rest}`),
        ),
        (data) => {
          const tapped = readTap(data)
          if (tapped?.question === undefined && tapped !== null) expect(tapped.text).not.toBe('')
          if (tapped?.question !== undefined) expect(tapped.text).toMatch(/^\d{1,2}$/)
        },
      ),
    )
  })

  it.each(['k:zh-CN:conversation:greeting', 'k:en:policy:topic.loan.name', 'a:1:', 'a:x:y', ''])(
    'is nothing where it is %j',
    (data) => {
      expect(readTap(data)).toBeNull()
    },
  )
})

describe('what says nothing in a chat', () => {
  it.each(['edited', 'others-contact'] as const)(
    '(%s) is answered, and the question goes on waiting',
    (beside) => {
      const talk = chat()
      const asked = talk(KINDERGARTEN)
      const { replies, session } = talk('', false, { by: { beside } })
      expect(replies).toEqual([{ text: textsIn('zh-CN')(`conversation:beside.${beside}`) }])
      expect(session).toEqual(asked.session)
      expect(talk('1').session.asking).not.toEqual(asked.session.asking)
    },
  )

  it('(a voice message) is told that only words are read, and the question goes on waiting', () => {
    const talk = chat()
    const asked = talk(KINDERGARTEN)
    const { replies, session } = talk('', true)
    expect(replies).toEqual([{ text: textsIn('zh-CN')('conversation:media') }])
    expect(session).toEqual(asked.session)
  })
})

describe('the button for one’s own telephone', () => {
  const button = ({ replies }: Outcome) => replies.map(({ contactButton }) => contactButton).filter(Boolean)

  it('is offered once in a talk to whoever stands on no record', () => {
    const talk = chat()
    expect(button(talk(KINDERGARTEN))).toEqual([textsIn('zh-CN')('conversation:contact.button')])
    expect(button(talk('1'))).toEqual([])
    expect(button(talk('重来'))).toEqual([])
    expect(button(talk('助学贷款'))).not.toEqual([])
  })

  it('is offered to nobody on a record, beside no report, and never by SMS', () => {
    expect(button(chat('kindergarten')(KINDERGARTEN))).toEqual([])
    expect(button(chat()('举报'))).toEqual([])
    expect(button(talkAs('stranger')(KINDERGARTEN))).toEqual([])
  })
})

function talks(language: Language): readonly Outcome[] {
  const families: readonly FamilyName[] = ['stranger', 'kindergarten', 'recorded']
  const said =
    language === 'bo'
      ? [GREETING.bo, 'བྱིས་པའི་གླིང་ལ་དངུལ་ག་ཚོད་ཆག་གི་རེད', 'མི་ཤེས', 'རྒྱུ་མཚན་ཅི', 'ངའི་ཡིག་ཆ་སུབ', 'ཞུ་གཏུག']
      : [GREETING['zh-CN'], KINDERGARTEN, '不知道', '为什么', '删除我的资料', '举报', '怎么办理']
  return families.flatMap((family) => {
    const talk = chat(family)
    return said.map((text) => talk(text))
  })
}
