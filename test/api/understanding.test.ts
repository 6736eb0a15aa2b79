import { describe, expect, it } from 'vitest'
import { ANSWERS } from '../../src/api/answers.ts'
import { TEXT } from '../../src/api/examples.ts'
import { openApiApp, post } from './app.ts'

const PATH = '/api/v1/understanding'
const KEYS = ['language', 'intent', 'topic', 'stage', 'county', 'confidence']
const app = openApiApp()

describe('an understanding over HTTP', () => {
  it("answers the contract's own example with the contract's six keys", async () => {
    const answer = await understood(TEXT.text)
    expect(Object.keys(answer)).toEqual(KEYS)
    expect(answer).toMatchObject({
      language: 'zh-CN',
      intent: 'ask-programme',
      topic: 'kindergarten',
      stage: 'preschool',
      county: null,
    })
    expect(answer.confidence).toBeGreaterThan(0.5)
  })

  it('tells the language asked for, with set-language alone', async () => {
    const answer = await understood('请用藏语')
    expect(answer).toMatchObject({ intent: 'set-language', value: 'bo' })
    expect(Object.keys(answer)).toEqual([...KEYS, 'value'])
  })

  it.each(['', ' ', '\u0000', '\uD800', '😀', '<script>', '学'.repeat(10_000), 'ཀ'.repeat(10_000)])(
    'has an answer for %j',
    async (text) => {
      expect(Object.keys(await understood(text))).toEqual(KEYS)
    },
  )

  it('answers a thousand texts in their order, each as it would be alone', async () => {
    const texts = Array.from({ length: 1000 }, (_, at) => (at % 2 === 0 ? TEXT.text : 'ཐུགས་རྗེ་ཆེ།'))
    const response = await post(app, PATH, { texts })
    const { results } = (await response.json()) as { results: unknown[] }
    expect(results).toHaveLength(1000)
    expect(results.slice(-2)).toEqual([await understood(texts[0] ?? ''), await understood(texts[1] ?? '')])
  })

  it('answers no texts with no results', async () => {
    expect(await (await post(app, PATH, { texts: [] })).json()).toEqual({ results: [] })
  })
})

/** The answer, having the published shape. */
async function understood(text: string) {
  const response = await post(app, PATH, { text })
  expect(response.status).toBe(200)
  return ANSWERS.Understanding.strict().parse(await response.json())
}
