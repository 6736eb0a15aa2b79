import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findCounty } from '../../src/regions/county.ts'
import { type Example, readExamples, readFolder } from '../../src/understanding/training/examples.ts'
import { CONFIDENT, understand } from '../../src/understanding/understand.ts'

const FOLDER = new URL('zh/', import.meta.url)
const trained = new Set(
  readFolder(new URL('../../src/understanding/training/data/zh/', import.meta.url)).map(({ text }) => text),
)

// Shares of each set: a few in a hundred below what was measured.
const SETS = [
  { files: ['held-out.tsv', 'out-of-scope.tsv'], understood: 0.95, refused: 0.92 },
  { files: ['second-author.tsv'], understood: 0.95, refused: 0.94 },
  { files: ['second-author-b.tsv'], understood: 0.93, refused: 0.94 },
  { files: ['second-author-c.tsv'], understood: 0.95, refused: 0.94 },
  { files: ['second-author-d.tsv'], understood: 0.95, refused: 0.92 },
]

describe.each(SETS)('Chinese sentences of $files', ({ files, understood, refused }) => {
  const sentences = files.flatMap((file) => readExamples(new URL(file, FOLDER)))
  const inScope = sentences.filter(({ intent }) => intent !== 'out-of-scope')
  const outOfScope = sentences.filter(({ intent }) => intent === 'out-of-scope')

  it(`are understood, intent and topic, at least ${understood} of the time`, () => {
    expect(share(inScope, isUnderstood)).toBeGreaterThanOrEqual(understood)
  })

  it(`are refused when out of scope, at least ${refused} of the time`, () => {
    expect(share(outOfScope, isUnderstood)).toBeGreaterThanOrEqual(refused)
  })

  it('are wrong with confidence fewer than 5 times in a hundred', () => {
    expect(share(sentences, isMisled)).toBeLessThan(0.05)
  })

  it('stand in no training file', () => {
    // Keywords of a few letters can't be said otherwise.
    expect(sentences.filter(({ text }) => text.length > 4 && trained.has(text))).toEqual([])
  })
})

describe('Chinese sentences of the second author', () => {
  const judged = SETS.flatMap(({ files }) => files)
    .filter((file) => file.startsWith('second-author'))
    .flatMap((file) => rows(new URL(file, FOLDER)))

  it('name their stage, at least 95 times in a hundred', () => {
    const staged = judged.filter(({ stage }) => stage !== '' && stage !== '?')
    const right = ({ text, stage }: Row) => (understand(text).stage ?? '-') === stage
    expect(share(staged, right)).toBeGreaterThanOrEqual(0.95)
  })

  it('name their county, and none where none is named', () => {
    const wrong = judged.filter(({ text, county }) => understand(text).county !== codeOf(county))
    expect(wrong).toEqual([])
  })
})

type Row = { readonly text: string; readonly stage: string; readonly county: string }

function rows(file: URL): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [text = '', , , stage = '', county = ''] = line.split('\t')
      return { text, stage, county }
    })
}

function codeOf(county: string): string | null {
  return county === '' ? null : (findCounty(county)?.code ?? `unknown ${county}`)
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length / items.length
}

function isUnderstood({ text, intent, topic }: Example): boolean {
  const understood = understand(text)
  return understood.intent === intent && understood.topic === topic
}

function isMisled({ text, intent }: Example): boolean {
  const understood = understand(text)
  return understood.intent !== intent && understood.confidence >= CONFIDENT
}
