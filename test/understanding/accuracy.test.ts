import { describe, expect, it } from 'vitest'
import { readFolder } from '../../src/understanding/training/examples.ts'
import { understand } from '../../src/understanding/understand.ts'
import { inScope, isMisled, isUnderstood, outOfScope, readLabelled, share } from './labelled.ts'

const FOLDER = new URL('zh/', import.meta.url)
const TRAINING = new URL('../../src/understanding/training/data/zh/', import.meta.url)
const trained = new Set(readFolder(TRAINING).map(({ text }) => text))

// Shares of each set: a few in a hundred below what was measured.
const SETS = [
  { files: ['held-out.tsv', 'out-of-scope.tsv'], understood: 0.95, refused: 0.92, misled: 0.05 },
  {
    files: [
      'second-author-d.tsv',
      'third-author-b.tsv',
      'fourth-author-b.tsv',
      'fifth-author-b.tsv',
      'sixth-author-b.tsv',
      'eighth-author-b.tsv',
      'ninth-author-b.tsv',
    ],
    understood: 0.88,
    refused: 0.93,
    misled: 0.07,
  },
]

describe.each(SETS)('Chinese sentences of $files', ({ files, understood, refused, misled }) => {
  const sentences = files.flatMap((file) => readLabelled(new URL(file, FOLDER)))

  it(`are understood, intent and topic, at least ${understood} of the time`, () => {
    expect(share(sentences.filter(inScope), isUnderstood)).toBeGreaterThanOrEqual(understood)
  })

  it(`are refused when out of scope, at least ${refused} of the time`, () => {
    expect(share(sentences.filter(outOfScope), isUnderstood)).toBeGreaterThanOrEqual(refused)
  })

  it(`are wrong with confidence less than ${misled} of the time`, () => {
    expect(share(sentences, isMisled)).toBeLessThan(misled)
  })

  it('stand in no training file', () => {
    // Keywords of a few letters can't be said otherwise.
    expect(sentences.filter(({ text }) => text.length > 4 && trained.has(text))).toEqual([])
  })
})

describe('Chinese sentences of the second author', () => {
  // What the classifier learns from says nothing of stages and counties: these the lexicon finds.
  const judged = [
    ...['', '-b', '-c'].map((part) => new URL(`authors/second-author${part}.tsv`, TRAINING)),
    new URL('second-author-d.tsv', FOLDER),
  ].flatMap(readLabelled)

  it('name their stage, at least 95 times in a hundred', () => {
    const staged = judged.filter(({ stage }) => stage !== undefined)
    expect(share(staged, ({ text, stage }) => understand(text).stage === stage)).toBeGreaterThanOrEqual(0.95)
  })

  it('name their county, and none where none is named', () => {
    expect(judged.filter(({ text, county }) => understand(text).county !== county)).toEqual([])
  })
})
