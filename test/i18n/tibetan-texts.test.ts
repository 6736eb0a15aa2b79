import { describe, expect, it } from 'vitest'
import TERMS from './bo-terms.json' with { type: 'json' }
import { grammarFaults } from '../../src/understanding/tibetan/grammar.ts'
import { deniedOnlyIn, endsInVerb, figuresIn } from './meaning.ts'
import { type Pair, PAIRS } from './texts-of.ts'

type Term = { readonly zh: string; readonly bo: readonly string[]; readonly except?: readonly string[] }
const terms: readonly Term[] = TERMS

// What families read; staff's pages are held to spelling and terms alone, which `npm run check:locales` does for all rooms.
const FOR_FAMILIES = PAIRS.filter(({ key }) =>
  /^(?:cases|conversation|policy|simulator|telegram|broadcasts|public):/.test(key),
)
const isSentence = ({ zh }: Pair) => /[。？！]$/u.test(zh)

describe('the Tibetan texts', () => {
  it('are spelt, marked and joined as Tibetan is', () => {
    expect(faults(PAIRS, ({ bo }) => grammarFaults(bo))).toEqual([])
  })

  it('end as sentences where the Chinese does', () => {
    expect(
      faults(FOR_FAMILIES.filter(isSentence), ({ bo }) => (/(?:།|[ཀག]|[)”])$/u.test(bo) ? [] : [bo])),
    ).toEqual([])
  })

  it('end a sentence with its verb', () => {
    expect(faults(FOR_FAMILIES.filter(isSentence), ({ bo }) => (endsInVerb(bo) ? [] : [bo]))).toEqual([])
  })

  it('ask where the Chinese asks', () => {
    const asking = FOR_FAMILIES.filter(({ zh }) => zh.includes('？'))
    expect(asking.length).toBeGreaterThan(20)
    expect(faults(asking, ({ bo }) => (ASKING.test(bo) ? [] : [bo]))).toEqual([])
  })

  it('deny where the Chinese denies, and only there', () => {
    expect(faults(FOR_FAMILIES, ({ zh, bo }) => deniedOnlyIn(zh, bo))).toEqual([])
  })

  it('name the figures that the Chinese names', () => {
    const differing = FOR_FAMILIES.filter(({ zh, bo }) => figuresIn(zh) !== figuresIn(bo))
    expect(differing.map(({ key }) => key)).toEqual(OTHER_FIGURES)
  })

  it('say the same to families only where the Chinese does too', () => {
    const chineseOf = Map.groupBy(FOR_FAMILIES, ({ bo }) => bo)
    const alike = [...chineseOf.values()].filter((pairs) => new Set(pairs.map(({ zh }) => zh)).size > 1)
    expect(alike.map((pairs) => pairs.map(({ key }) => key).join(' '))).toEqual(ALIKE)
  })
})

describe('the terms', () => {
  it.each(terms)('for $zh are met with', ({ zh }) => {
    expect(PAIRS.some((pair) => new RegExp(zh, 'u').test(pair.zh))).toBe(true)
  })

  it('are excepted only where they are', () => {
    const needless = terms.flatMap(({ zh, bo, except = [] }) =>
      except.filter((key) => {
        const pair = PAIRS.find((one) => one.key === key)
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

const ASKING = /(?:གམ|ངམ|དམ|ནམ|བམ|མམ|རམ|ལམ|སམ|འམ|གང|ཅི|ག་ཚོད|སུ|སུས|སུའི)(?=[་།་ ]|$)/u
// To whoever writes in neither language yet each text offers its own.
const OTHER_FIGURES: readonly string[] = [
  'conversation:hello',
  'policy:programme.tibetan-area-nine-plus-three.summary',
]
// What somebody studies and what somebody works as is said with the same verb.
const ALIKE: readonly string[] = ['policy:condition.stage.true policy:condition.occupation.true']

function faults(pairs: readonly Pair[], of: (pair: Pair) => readonly string[]): readonly string[] {
  return pairs.flatMap((pair) => of(pair).map((fault) => `${pair.key}: ${fault}`))
}
