import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CONFIDENT, understand } from '../../../src/understanding/understand.ts'

type Labelled = {
  readonly text: string
  readonly intent: string
  readonly topic: string | null
  /** `undefined` where not judged. */
  readonly stage: string | null | undefined
}

// What the first measuring gave was 91.4, 97.2 and 96.3 in a hundred understood, 93.5, 94.3 and 100 refused.
const BATCHES = ['second-author.tsv', 'second-author-b.tsv', 'second-author-c.tsv']

describe.each(BATCHES)('Tibetan sentences by a second author, %s', (file) => {
  const sentences = readLabelled(new URL(file, import.meta.url))
  const inScope = sentences.filter(({ intent }) => intent !== 'out-of-scope')
  const outOfScope = sentences.filter(({ intent }) => intent === 'out-of-scope')

  it('are understood, intent and topic, at least 95 times in a hundred', () => {
    expect(share(inScope, isUnderstood)).toBeGreaterThanOrEqual(0.95)
  })

  it('are refused when out of scope, at least 95 times in a hundred', () => {
    expect(share(outOfScope, isUnderstood)).toBeGreaterThanOrEqual(0.95)
  })

  it('are known for Tibetan, hanzi nouns and Wylie too', () => {
    expect(sentences.filter(({ text }) => understand(text).language !== 'bo')).toEqual([])
  })

  it('name the stage, at least 95 times in a hundred', () => {
    const judged = inScope.filter(({ stage }) => stage !== undefined)
    expect(
      share(judged, ({ text, stage = null }) => understand(text).stage === stage),
    ).toBeGreaterThanOrEqual(0.95)
  })

  it('are wrong with confidence fewer than 4 times in a hundred', () => {
    const isMisled = (sentence: Labelled) =>
      understand(sentence.text).confidence >= CONFIDENT && !isUnderstood(sentence)
    expect(share(sentences, isMisled)).toBeLessThan(0.04)
  })
})

function readLabelled(file: URL): Labelled[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [text = '', intent = '', topic = '', stage = ''] = line.split('\t')
      return { text, intent, topic: topic || null, stage: stageNamed(stage) }
    })
}

function stageNamed(field: string): string | null | undefined {
  if (field === '' || field === '?') return undefined
  return field === '-' ? null : field
}

function isUnderstood({ text, intent, topic }: Labelled): boolean {
  const understood = understand(text)
  return understood.intent === intent && understood.topic === topic
}

function share(sentences: readonly Labelled[], holds: (sentence: Labelled) => boolean): number {
  return sentences.filter(holds).length / sentences.length
}
