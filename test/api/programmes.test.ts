import { describe, expect, it } from 'vitest'
import { ANSWERS } from '../../src/api/answers.ts'
import { openApiApp, TODAY } from './app.ts'

const PATH = '/api/v1/programmes'
const app = openApiApp()

describe('the list of programmes', () => {
  it('is in Chinese where no language is asked for', async () => {
    const chinese = await listed('?language=zh-CN')
    expect(chinese).toMatchObject({ asOf: TODAY, plan: 'gansu-2015', language: 'zh-CN' })
    expect(await listed('')).toEqual(chinese)
  })

  it('has a name and a summary of each, in the script of its language', async () => {
    for (const [language, script] of [
      ['zh-CN', /\p{Script=Han}/u],
      ['bo', /\p{Script=Tibetan}/u],
    ] as const) {
      const { programmes } = await listed(`?language=${language}`)
      expect(programmes).toHaveLength(23)
      for (const { name, summary } of programmes) {
        expect(name).toMatch(script)
        expect(summary).toMatch(script)
        expect(summary).not.toContain('{{')
      }
    }
  })

  it("has the figures of the day, the clauses, and every one of the contract's topics", async () => {
    const { programmes } = await listed('')
    expect(programmes[0]).toMatchObject({
      id: 'preschool-fee-waiver',
      kind: 'waiver',
      topics: ['kindergarten'],
      benefit: { amount: 1000, currency: 'CNY', per: 'school-year' },
      citations: ['二(一)·2'],
    })
    const direct = programmes.find(({ id }) => id === 'secondary-vocational-direct-admission')
    expect(direct?.topics).toEqual(['secondary-vocational', 'higher-vocational'])
    for (const { topics, citations } of programmes) {
      expect(topics.length).toBeGreaterThan(0)
      expect(citations.length).toBeGreaterThan(0)
    }
  })

  it('speaks of the same programmes in both languages', async () => {
    const plain = async (language: string) =>
      (await listed(`?language=${language}`)).programmes.map(
        ({ name: _name, summary: _summary, ...rest }) => rest,
      )
    expect(await plain('bo')).toEqual(await plain('zh-CN'))
  })
})

/** The answer, having the published shape. */
async function listed(query: string) {
  const response = await app.request(`${PATH}${query}`)
  expect(response.status).toBe(200)
  const answer: unknown = await response.json()
  expect(ANSWERS.Programmes.strict().parse(answer)).toEqual(answer)
  return ANSWERS.Programmes.parse(answer)
}
