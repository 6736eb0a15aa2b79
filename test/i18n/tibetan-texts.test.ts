import { describe, expect, it } from 'vitest'
import TERMS from './bo-terms.json' with { type: 'json' }
import { grammarFaults } from '../../src/understanding/tibetan/grammar.ts'
import { type Pair, PAIRS } from './texts-of.ts'

type Term = { readonly zh: string; readonly bo: readonly string[]; readonly except?: readonly string[] }
const terms: readonly Term[] = TERMS

// Names the language in its own script.
const tibetan = PAIRS.filter(({ key }) => key !== 'page.other-language')

describe('the Tibetan texts', () => {
  it('are spelt, marked and joined as Tibetan is', () => {
    expect(faults(tibetan, ({ bo }) => grammarFaults(bo))).toEqual([])
  })

  it('end as sentences where the Chinese does', () => {
    const isSentence = (text: string) => /[。？！]$/u.test(text)
    expect(
      faults(tibetan, ({ zh, bo }) => (isSentence(zh) && !/(?:།|[ཀག]|[)”])$/u.test(bo) ? [bo] : [])),
    ).toEqual([])
  })

  it('say the same only where the Chinese does too', () => {
    const chineseOf = Map.groupBy(tibetan, ({ bo }) => bo)
    const alike = [...chineseOf.values()].filter((pairs) => new Set(pairs.map(({ zh }) => zh)).size > 1)
    expect(alike.map((pairs) => pairs.map(({ key }) => key).join(' '))).toEqual(ALIKE)
  })
})

describe('the terms', () => {
  it.each(terms)('for $zh are the settled ones', ({ zh, bo, except = [] }) => {
    const term = new RegExp(zh, 'u')
    const meant = tibetan.filter((pair) => term.test(pair.zh))
    expect(meant.length).toBeGreaterThan(0)
    expect(
      meant
        .filter(({ key, bo: text }) => !except.includes(key) && !bo.some((form) => text.includes(form)))
        .map(({ key, bo: text }) => `${key}: ${text}`),
    ).toEqual([])
  })

  it('are excepted only where they are', () => {
    const needless = terms.flatMap(({ zh, bo, except = [] }) =>
      except.filter((key) => {
        const pair = tibetan.find((one) => one.key === key)
        return (
          pair === undefined ||
          !new RegExp(zh, 'u').test(pair.zh) ||
          bo.some((form) => pair.bo.includes(form))
        )
      }),
    )
    expect(needless).toEqual([])
  })
})

// What somebody studies and what somebody works as is said with the same verb.
const ALIKE: readonly string[] = ['condition.stage.true condition.occupation.true']

function faults(pairs: readonly Pair[], of: (pair: Pair) => readonly string[]): readonly string[] {
  return pairs.flatMap((pair) => of(pair).map((fault) => `${pair.key}: ${fault}`))
}
