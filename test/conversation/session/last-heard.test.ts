import { describe, expect, it } from 'vitest'
import { keepingLast, lastHeard } from '../../../src/conversation/session/last-heard.ts'
import { hear } from '../../../src/conversation/hearing/listen.ts'
import { emptySession } from '../../../src/conversation/session/session.ts'
import { PLAN } from '../../../src/policy/parameters/parameters.ts'
import { FAMILIES, TODAY } from '../households.ts'
import { NO_LINKS } from '../links.ts'

const WRITTEN = [
  { what: 'a stranger by name', text: '我叫王小明，想问奖学金', hides: '王小明', keeps: '奖学金' },
  { what: 'a stranger by Tibetan name', text: 'ངའི་མིང་ལ་ཚེ་རིང་ཟེར། གོས་ཐུང་འདི།', hides: 'ཚེ་རིང', keeps: 'གོས་ཐུང' },
  { what: 'a child of the record', text: '张小明的校服怎么办', hides: '小明', keeps: '校服' },
  { what: 'a child by pet name', text: '明娃的校服怎么办', hides: '明娃', keeps: '校服' },
  { what: 'a telephone', text: '打13812345678问校服', hides: '1381234', keeps: '校服' },
  { what: 'a telephone in Tibetan digits', text: '༡༣༨༡༢༣༤༥༦༧༨ ལ་ཁ་པར།', hides: '༡༢༣༤', keeps: 'ཁ་པར' },
] as const

describe('a sentence kept in case it was misunderstood', () => {
  it.each(WRITTEN)('names nobody and no number: $what', ({ text, hides, keeps }) => {
    const turn = {
      session: emptySession(),
      message: { text, media: false, channel: 'sms' },
      contact: { language: null, stopped: false },
      households: FAMILIES.kindergarten,
      today: TODAY,
      book: PLAN,
      offices: new Map(),
      reference: '7KQ4M29XR3',
      cases: [],
      namedReport: null,
      links: NO_LINKS,
    } as const
    const last = lastHeard(turn, { ...hear(text, null), intent: 'out-of-scope' })
    const kept = JSON.stringify(keepingLast({ ...turn, session: { ...turn.session, last } }))
    expect(kept).not.toContain(hides)
    expect(kept).toContain(keeps)
  })
})
