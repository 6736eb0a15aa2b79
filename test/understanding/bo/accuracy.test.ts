import { describe, expect, it } from 'vitest'
import { readExamples, readFolder } from '../../../src/understanding/training/examples.ts'
import { isMisled, isUnderstood, share } from '../labelled.ts'

const heldOut = readExamples(new URL('held-out.tsv', import.meta.url))
const outOfScope = readExamples(new URL('out-of-scope.tsv', import.meta.url))

// What keyboards and hands do to a sentence.
const SLIPS: Readonly<Record<string, (text: string) => string>> = {
  'spaces for tshegs': (text) => text.replace(/་/g, ' '),
  'no shads': (text) => text.replace(/།/g, ' '),
  'the genitive without its འ': (text) => text.replace(/འི/g, 'ི'),
  'no second suffix ས': (text) => text.replace(/(?<=[གངབམ])ས(?=[་། ]|$)/gu, ''),
  'two syllables run together': (text) => text.replace(/^([^་]+་[^་]+)་/u, '$1'),
}

describe('Tibetan sentences kept aside', () => {
  it('are understood, intent and topic, at least 93 times in a hundred', () => {
    expect(share(heldOut, isUnderstood)).toBeGreaterThanOrEqual(0.93)
  })

  it('are refused when out of scope, at least 95 times in a hundred', () => {
    expect(share(outOfScope, isUnderstood)).toBeGreaterThanOrEqual(0.95)
  })

  it('are wrong with confidence fewer than 5 times in a hundred', () => {
    expect(share([...heldOut, ...outOfScope], isMisled)).toBeLessThan(0.05)
  })

  it.each(Object.entries(SLIPS))('are understood with %s, at least 88 times in a hundred', (_slip, spoil) => {
    expect(
      share(heldOut, (example) => isUnderstood({ ...example, text: spoil(example.text) })),
    ).toBeGreaterThanOrEqual(0.88)
  })

  it('stand in no training file', () => {
    const folder = new URL('../../../src/understanding/training/data/bo/', import.meta.url)
    const trained = new Set(readFolder(folder).map(({ text }) => text))
    // Words of a few syllables can't be said otherwise.
    const learnt = [...heldOut, ...outOfScope].filter(({ text }) => text.length > 24 && trained.has(text))
    expect(learnt).toEqual([])
  })
})
