import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { understand } from '../../../src/understanding/understand.ts'
import { inScope, isMisled, isUnderstood, outOfScope, readLabelled, share } from '../labelled.ts'

// What the first measuring gave was 97.2 and 96.3 in a hundred understood, 94.3 and 100 refused; what others wrote is learnt from.
// A third author's were 100 and 86.7: too few to refuse to be measured apart.
const BATCHES = [['second-author-b.tsv'], ['second-author-c.tsv', 'third-author-b.tsv']]

describe.each(BATCHES.map((files) => ({ files })))(
  'Tibetan sentences by another author, $files',
  ({ files }) => {
    const sentences = files.flatMap((file) => readLabelled(new URL(file, import.meta.url)))

    it('are understood, intent and topic, at least 95 times in a hundred', () => {
      expect(share(sentences.filter(inScope), isUnderstood)).toBeGreaterThanOrEqual(0.95)
    })

    it('are refused when out of scope, at least 95 times in a hundred', () => {
      expect(share(sentences.filter(outOfScope), isUnderstood)).toBeGreaterThanOrEqual(0.95)
    })

    it('are known for Tibetan, hanzi nouns and Wylie too', () => {
      expect(sentences.filter(({ text }) => understand(text).language !== 'bo')).toEqual([])
    })

    it('name the stage, at least 95 times in a hundred', () => {
      const judged = sentences.filter(inScope).filter(({ stage }) => stage !== undefined)
      expect(share(judged, ({ text, stage }) => understand(text).stage === stage)).toBeGreaterThanOrEqual(
        0.95,
      )
    })

    it('are wrong with confidence fewer than 4 times in a hundred', () => {
      expect(share(sentences, isMisled)).toBeLessThan(0.04)
    })
  },
)

describe.each([
  { author: 'fourth', understood: 0.92, refused: 0.9 },
  { author: 'fifth', understood: 0.92, refused: 0.9 },
  { author: 'sixth', understood: 0.94, refused: 0.93 },
  { author: 'seventh', understood: 0.94, refused: 0.9 },
  { author: 'eighth', understood: 0.92, refused: 0.93 },
  { author: 'ninth', understood: 0.9, refused: 0.88 },
])('Tibetan sentences by a $author author', ({ author, understood, refused }) => {
  const sentences = readdirSync(new URL('.', import.meta.url))
    .filter((file) => file.startsWith(`${author}-author`) && file.endsWith('.tsv'))
    .flatMap((file) => readLabelled(new URL(file, import.meta.url)))

  it(`are understood, intent and topic, at least ${understood} of the time`, () => {
    expect(share(sentences.filter(inScope), isUnderstood)).toBeGreaterThanOrEqual(understood)
  })

  it(`are refused when out of scope, at least ${refused} of the time`, () => {
    expect(share(sentences.filter(outOfScope), isUnderstood)).toBeGreaterThanOrEqual(refused)
  })
})

describe('Tibetan sentences that are learnt from', () => {
  // What the classifier learns from says nothing of stages and script: these the lexicon finds.
  const folder = new URL('../../../src/understanding/training/data/bo/authors/', import.meta.url)
  const sentences = ['second', 'third']
    .map((author) => new URL(`${author}-author.tsv`, folder))
    .flatMap(readLabelled)

  it('are known for Tibetan, hanzi nouns and Wylie too', () => {
    expect(sentences.filter(({ text }) => understand(text).language !== 'bo')).toEqual([])
  })

  it('name their stage, at least 95 times in a hundred', () => {
    const judged = sentences.filter(inScope).filter(({ stage }) => stage !== undefined)
    expect(share(judged, ({ text, stage }) => understand(text).stage === stage)).toBeGreaterThanOrEqual(0.95)
  })
})
