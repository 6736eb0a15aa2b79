import { describe, expect, it } from 'vitest'
import { readExamples } from '../../src/understanding/training/examples.ts'
import { CONFIDENT, understand } from '../../src/understanding/understand.ts'

const FOLDER = new URL('zh/', import.meta.url)
const heldOut = readExamples(new URL('held-out.tsv', FOLDER))
const outOfScope = readExamples(new URL('out-of-scope.tsv', FOLDER))

describe('Chinese sentences kept aside', () => {
  it('are understood, intent and topic, at least 92 times in a hundred', () => {
    const right = heldOut.filter(({ text, intent, topic }) => {
      const understood = understand(text)
      return understood.intent === intent && understood.topic === topic
    })
    expect(right.length / heldOut.length).toBeGreaterThanOrEqual(0.92)
  })

  it('are refused when out of scope, at least 85 times in a hundred', () => {
    const refused = outOfScope.filter(({ text }) => understand(text).intent === 'out-of-scope')
    expect(refused.length / outOfScope.length).toBeGreaterThanOrEqual(0.85)
  })

  it('are wrong with confidence fewer than 5 times in a hundred', () => {
    const misled = [...heldOut, ...outOfScope].filter(({ text, intent }) => {
      const understood = understand(text)
      return understood.intent !== intent && understood.confidence >= CONFIDENT
    })
    expect(misled.length / (heldOut.length + outOfScope.length)).toBeLessThan(0.05)
  })

  it('stand in no training file', async () => {
    const { readFolder } = await import('../../src/understanding/training/examples.ts')
    const trained = new Set(
      readFolder(new URL('../../src/understanding/training/data/zh/', import.meta.url)).map(
        ({ text }) => text,
      ),
    )
    // Keywords of a few letters can't be said otherwise.
    expect([...heldOut, ...outOfScope].filter(({ text }) => text.length > 4 && trained.has(text))).toEqual([])
  })
})
