import { describe, expect, it } from 'vitest'
import { CASE_KINDS, CASE_OUTCOMES, type OwnCase } from '../../src/conversation/case.ts'
import { CASE_QUESTIONS } from '../../src/conversation/asking/case-questions.ts'
import { decide } from '../../src/conversation/decide.ts'
import { hear, sceneOf } from '../../src/conversation/hearing/listen.ts'
import { render, SMS_SEGMENTS } from '../../src/conversation/rendering/render.ts'
import { segmentsOf } from '../../src/conversation/rendering/segments.ts'
import { emptySession, type Session } from '../../src/conversation/session/session.ts'
import { caseLines } from '../../src/conversation/topics/own-cases.ts'
import type { Turn } from '../../src/conversation/turn.ts'
import { LANGUAGES } from '../../src/i18n/texts.ts'
import { PLAN } from '../../src/policy/parameters/parameters.ts'
import { FAMILIES, TODAY } from './households.ts'
import { NO_LINKS } from './links.ts'
import { talkAs } from './talk.ts'
import { wordsOf } from './words.ts'

const OPEN: OwnCase = {
  reference: '7KQ4M2',
  kind: 'correction',
  state: 'open',
  openedOn: TODAY,
  outcome: null,
}
const CLOSED: OwnCase = { ...OPEN, reference: '9RTW3C', state: 'closed', outcome: 'corrected' }

function turnOf(text: string, facts: Partial<Turn> = {}, session: Partial<Session> = {}): Turn {
  return {
    session: { ...emptySession(), language: 'zh-CN', ...session },
    message: { text, media: false, channel: 'sms' },
    contact: { language: null, stopped: false },
    households: FAMILIES.kindergarten,
    today: TODAY,
    book: PLAN,
    offices: new Map(),
    reference: '3KQ4M29XR3',
    cases: [],
    namedReport: null,
    links: NO_LINKS,
    ...facts,
  }
}

describe.each(LANGUAGES)('every message about cases in %s', (language) => {
  const sessions = CASE_KINDS.flatMap((caseKind) =>
    CASE_QUESTIONS[caseKind].flatMap((_, step) =>
      [false, true].map((interrupted) => ({
        language,
        asking: { kind: 'case', caseKind, reference: '7KQ4M29XR3', step, interrupted } as const,
      })),
    ),
  )

  it('takes no more than one answer may', () => {
    for (const session of sessions) {
      for (const text of ['1', '2', '……', '不知道', '算了', 'བྱིས་པ་གཅིག་ཡོད།', '7KQ4M2', '举报', '人工']) {
        const { replies, heard } = decide(turnOf(text, { cases: [OPEN, CLOSED] }, session))
        const words = wordsOf(replies)
        expect(segmentsOf(words), words).toBeLessThanOrEqual(SMS_SEGMENTS[heard.language].one)
      }
    }
  })

  it('asks before erasing whole, nothing behind “more”, stopped or not, cases open or not', () => {
    for (const stopped of [false, true])
      for (const cases of [[], [OPEN]]) {
        const word = language === 'bo' ? 'ངའི་ཡིག་ཆ་སུབ' : '删除我的资料'
        const outcome = decide(turnOf(word, { cases, contact: { language, stopped } }, { language }))
        expect(outcome.session.rest, wordsOf(outcome.replies)).toBeNull()
        expect(outcome.session.asking).toEqual({ kind: 'erase' })
      }
  })

  it('can tell of cases of every kind, however they ended', () => {
    for (const kind of CASE_KINDS)
      for (const outcome of CASE_OUTCOMES) {
        const turn = turnOf('?', {
          cases: [
            { ...CLOSED, kind, outcome },
            { ...OPEN, kind },
          ],
        })
        const lines = caseLines(sceneOf(turn, hear('?', null), language))
        const { text } = render({ lines, span: 'one' }, language, 'sms')
        expect(text).toMatch(/9RTW3C[\s\S]*7KQ4M2/)
      }
  })
})

describe('a case’s question', () => {
  it('is put again after an interruption, and its answer still joins', () => {
    const talk = talkAs('stranger')
    talk('我家没上建档立卡')
    expect(wordsOf(talk('你们是谁').replies)).not.toBe('')
    const talked = talkAs('stranger')
    talked('我家没上建档立卡')
    const { replies, changes } = talked('谢谢')
    expect(changes).toEqual([])
    expect(wordsOf(replies)).toContain('户主叫什么')
    expect(talked('宕昌县旧城村，赵大山').changes).toMatchObject([{ kind: 'add-to-case' }])
  })

  it('waits while an interruption asks its own', () => {
    const talk = talkAs('stranger')
    talk('我家没上建档立卡')
    talk('你好')
    const { replies } = talk('不客气')
    expect(wordsOf(replies)).not.toBe('')
    expect(wordsOf(talk('谢谢').replies) + wordsOf(replies)).toContain('户主叫什么')
  })

  it('is skipped by a word', () => {
    const talk = talkAs('stranger')
    talk('我家没上建档立卡')
    const { replies, changes } = talk('不知道')
    expect(changes).toEqual([])
    expect(wordsOf(replies)).toContain('从什么时候')
  })
})

describe('a report', () => {
  it.each(['嗯？', '为什么要我的号码', '我考虑考虑', '不要', '不知道', ''])(
    'is not tied to who made it on %j',
    (text) => {
      const talk = talkAs('kindergarten')
      talk('举报')
      talk('旧城村有人冒领助学金')
      expect(talk(text).changes.map(({ kind }) => kind)).not.toContain('follow-case')
    },
  )

  it('is stored as nobody’s from its first word to its last, and its number with it', () => {
    const talk = talkAs('kindergarten')
    for (const text of ['举报', '旧城村有人冒领助学金', '1']) expect(talk(text).anonymous, text).toBe(true)
    expect(talk('娃娃上幼儿园能免多少钱').anonymous).toBeUndefined()
    expect(decide(turnOf('3KQ4M-29XR3', { namedReport: 'open' })).anonymous).toBe(true)
  })
})

describe('words about what an office did', () => {
  it.each([
    ['学校不给我家办免保教费', 'refused'],
    ['助学贷款申请被退回来了', 'refused'],
    ['娃的助学金没批下来', 'refused'],
    ['助学金少发了五百', 'late'],
    ['补助拖了半年', 'late'],
    ['སློབ་གྲྭས་ངའི་ཕྲུ་གུའི་རེ་ཞུ་ཁས་མ་བླངས།', 'refused'],
    ['སློབ་སྦྱོང་རོགས་དངུལ་ཉུང་དྲགས་འདུག', 'late'],
  ] as const)('%s: a request is offered', (text, caseKind) => {
    expect(talkAs('kindergarten')(text).session.asking).toMatchObject({ kind: 'offer', caseKind })
  })

  it.each(['助学贷款批没批', '工地上不给钱', '凭啥不给', '为啥职高不给免学费', '村干部克扣助学金'])(
    '%s: none is',
    (text) => {
      const { asking } = talkAs('kindergarten')(text).session
      expect(['refused', 'late']).not.toContain(asking?.kind === 'offer' ? asking.caseKind : null)
    },
  )
})

describe('who can see it', () => {
  it.each(['谁能看到我写的', '村里人会知道我说的吗', '别人看得到吗', '保密吗', 'སུས་མཐོང་ཐུབ'])(
    'is told at %s',
    (text) => {
      const words = wordsOf(talkAs('kindergarten')(text).replies)
      expect(words).toMatch(/加密保存|གསང་སྡོམ/)
    },
  )
})

describe('a settled case', () => {
  it.each(['没解决', '还没解决呢', '9RTW3C 还是不对', 'དོན་མ་འགྲུབ'])('is taken up again at %s', (text) => {
    const { changes } = decide(turnOf(text, { cases: [CLOSED] }))
    expect(changes).toMatchObject([{ kind: 'add-to-case', reference: '9RTW3C' }])
  })

  it.each(['9RTW3C', '9RTW3C 谢谢', '9RTW3C办好了吗'])('is told, and stays settled, at %s', (text) => {
    const { changes, replies } = decide(turnOf(text, { cases: [CLOSED] }))
    expect(changes).toEqual([])
    expect(wordsOf(replies)).toContain('登记已经改正')
  })
})
