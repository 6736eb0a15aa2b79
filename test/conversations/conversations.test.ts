import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../src/i18n/texts.ts'
import { HOUSEHOLDS } from './families.ts'
import { CONVERSATIONS, isUnwritten, LOOKED_AT } from './conversation.ts'
import { play } from './play.ts'
import { comesTo, keepsItsPromises, ownWords } from './promises.ts'
import { RUNS } from './runs.ts'

describe('in Chinese and Tibetan, over SMS and Telegram,', () => {
  it.each(CONVERSATIONS)('$title ($file)', (conversation) => {
    const own = ownWords(conversation)
    const runs = RUNS.map((run) => ({ run, played: play(conversation, run) }))
    for (const { run, played } of runs)
      for (const one of played) {
        keepsItsPromises(one, run, own)
        expect(one.trace.changes, JSON.stringify(one)).toEqual(one.turn.expect?.changes ?? [])
        comesTo(one, one.turn.expect ?? {}, run)
      }
    const [first, ...others] = runs.map(({ played }) => played.map(({ trace }) => trace))
    for (const other of others) expect(other).toEqual(first)
  })
})

describe('the conversations', () => {
  it('are at least 80, each with a title of its own', () => {
    expect(new Set(CONVERSATIONS.map(({ title }) => title)).size).toBe(CONVERSATIONS.length)
    expect(CONVERSATIONS.length).toBeGreaterThanOrEqual(80)
  })

  it('are written in both languages to the end', () => {
    const unfinished = CONVERSATIONS.filter(({ turns }) =>
      turns.some((turn) => LANGUAGES.some((language) => isUnwritten(turn, language))),
    )
    expect(unfinished.map(({ file }) => file)).toEqual([])
  })

  it('expect nothing that is not looked at', () => {
    const unseen = CONVERSATIONS.flatMap(({ file, turns }) =>
      turns.flatMap(({ expect: expected = {} }) =>
        Object.keys(expected).flatMap((key) => (key in LOOKED_AT ? [] : [`${file}: ${key}`])),
      ),
    )
    expect(unseen).toEqual([])
  })

  it('are of every family', () => {
    const met = new Set(CONVERSATIONS.map(({ family }) => family))
    expect(Object.keys(HOUSEHOLDS).filter((name) => !met.has(name as keyof typeof HOUSEHOLDS))).toEqual([])
  })
})
