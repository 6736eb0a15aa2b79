import { describe, expect, it } from 'vitest'
import type { Preview } from '../../../src/audiences/preview.ts'
import type { SkipReason } from '../../../src/broadcasts/prepare.ts'
import { scaled } from '../../../src/broadcasts/estimate/scaled.ts'
import type { Tallied } from '../../../src/broadcasts/estimate/tally.ts'
import { fc } from '../../property.ts'

type Part = {
  readonly telegram: number
  readonly bySegments: readonly (readonly [number, number])[]
  readonly skipped?: readonly (readonly [SkipReason, number])[]
}

function tallied({ telegram, bySegments, skipped = [] }: Part): Tallied {
  const longest = { household: 'h', units: 80, segments: 2, text: '○' }
  const sms = bySegments.reduce((sum, [, count]) => sum + count, 0)
  return {
    messages: telegram + sms,
    bySegments: new Map(bySegments),
    over: new Map([[3, sms]]),
    skipped: new Map(skipped),
    longest,
  }
}

function preview(reach: Preview['reach'], unreached: Partial<Preview['unreached']> = {}): Preview {
  return {
    day: '2026-11-18',
    households: 0,
    persons: 0,
    messages: 0,
    reach,
    unreached: { 'no-address': 0, stopped: 0, 'other-channel': 0, ...unreached },
    stale: 0,
    excluded: [],
    notCurrent: 0,
    sample: [],
  }
}

/** What the part of Chinese comes to where so many read it. */
function whole(part: Part, all: number) {
  const tally = { languages: new Map([['zh-CN', tallied(part)] as const]), unreached: new Map() }
  const reach = [{ language: 'zh-CN', channel: 'sms', messages: all } as const]
  return scaled(tally, preview(reach)).languages.get('zh-CN') ?? expect.unreachable()
}

describe('the estimate of an audience that is too large to be worded whole', () => {
  it('lets the part of each language stand for all who read it', () => {
    const part = {
      telegram: 10,
      bySegments: [
        [1, 60],
        [2, 20],
      ],
      skipped: [['no-window', 10]],
    } as const
    expect(whole(part, 1000)).toEqual({
      messages: 900,
      bySegments: new Map([
        [1, 600],
        [2, 200],
      ]),
      over: new Map([[3, 800]]),
      skipped: new Map([['no-window', 100]]),
      longest: { household: 'h', units: 80, segments: 2, text: '○' },
    })
  })

  it('is the part itself where that is the whole', () => {
    const part = { telegram: 1, bySegments: [[1, 2]], skipped: [['told-lately', 3]] } as const
    expect(whole(part, 6)).toEqual(tallied(part))
  })

  it('has never more SMS than messages, however it is rounded', () => {
    const counts = fc.nat({ max: 50 })
    fc.assert(
      fc.property(
        counts,
        counts,
        counts,
        counts,
        fc.nat({ max: 2_000_000 }),
        (telegram, one, two, left, all) => {
          fc.pre(telegram + one + two + left > 0)
          const bySegments = [
            [1, one],
            [2, two],
          ] as const
          const { messages, ...rest } = whole({ telegram, bySegments, skipped: [['no-sum', left]] }, all)
          const sms = [...rest.bySegments.values()].reduce((sum, count) => sum + count, 0)
          expect(messages).toBeGreaterThanOrEqual(sms)
          expect(messages + (rest.skipped.get('no-sum') ?? 0)).toBeGreaterThan(all - 3)
          expect(messages + (rest.skipped.get('no-sum') ?? 0)).toBeLessThan(all + 3)
        },
      ),
    )
  })

  it('counts a language that the part did not meet, over both channels, and who is not reached as counted', () => {
    const reach = [
      { language: 'bo', channel: 'sms', messages: 7 },
      { language: 'bo', channel: 'telegram', messages: 3 },
    ] as const
    const { languages, unreached } = scaled(
      { languages: new Map(), unreached: new Map([['no-address', 1]]) },
      preview(reach, { 'no-address': 5 }),
    )
    expect([...languages].map(([language, { messages }]) => [language, messages])).toEqual([['bo', 10]])
    expect(unreached).toEqual(new Map([['no-address', 5]]))
  })
})
