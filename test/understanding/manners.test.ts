import { describe, expect, it } from 'vitest'
import { PROMISED } from '../../src/understanding/promised.ts'
import { trainingExamples } from '../../src/understanding/training/corpus.ts'
import type { Language } from '../../src/understanding/types.ts'
import { understand } from '../../src/understanding/understand.ts'
import { inScope, isMisled, isUnderstood, outOfScope, readLabelled, share } from './labelled.ts'

// Elders, students, herders, mothers and fathers, cadres, voice keyboards, hasty typists, Wylie: what each would write.
const LANGUAGES: readonly {
  language: Language
  code: string
  name: string
  understood: number
  refused: number
  least: number
}[] = [
  { language: 'zh-CN', code: 'zh', name: 'Chinese', ...PROMISED['zh-CN'], least: 400 },
  { language: 'bo', code: 'bo', name: 'Tibetan', ...PROMISED.bo, least: 250 },
]

describe.each(LANGUAGES)('$name sentences kept aside', ({ language, code, understood, refused, least }) => {
  const read = (name: string) => readLabelled(new URL(`${code}/${name}.tsv`, import.meta.url))
  const manners = read('manners')
  const sentences = [...read('held-out'), ...read('out-of-scope'), ...manners]

  it(`are at least ${least} in scope`, () => {
    expect(sentences.filter(inScope).length).toBeGreaterThanOrEqual(least)
  })

  it(`are understood, intent and topic, at least ${understood} of the time`, () => {
    expect(share(sentences.filter(inScope), isUnderstood)).toBeGreaterThanOrEqual(understood)
  })

  it(`are refused when out of scope, at least ${refused} of the time`, () => {
    expect(share(sentences.filter(outOfScope), isUnderstood)).toBeGreaterThanOrEqual(refused)
  })

  it('are wrong with confidence fewer than 4 times in a hundred', () => {
    expect(share(sentences, isMisled)).toBeLessThan(0.04)
  })

  it('name their stage, at least 95 times in a hundred', () => {
    const judged = manners.filter(({ stage }) => stage !== undefined)
    expect(share(judged, ({ text, stage }) => understand(text).stage === stage)).toBeGreaterThanOrEqual(0.95)
  })

  it('name their county, and none where none is named', () => {
    expect(manners.filter(({ text, county }) => understand(text).county !== county)).toEqual([])
  })

  it('name the language they ask for', () => {
    const asked = manners.filter(({ value }) => value !== undefined)
    expect(asked.filter(({ text, value }) => understand(text).value !== value)).toEqual([])
  })

  it('stand in nothing the classifier learns from', () => {
    const learnt = new Set(trainingExamples(language).map(({ text }) => text))
    // A keyword, or a few words of a menu, can't be said otherwise.
    const long = language === 'bo' ? 28 : 8
    expect(manners.filter(({ text }) => text.length > long && learnt.has(text))).toEqual([])
  })
})
