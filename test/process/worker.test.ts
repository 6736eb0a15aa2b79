import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Program, startProgram } from './program.ts'
import { telephone } from './telephone.ts'

const MOTHER = '+8612900000001'
const HERDERS = '+8612900000004'

/** The real thing: `npm run worker`, that is workerd with D1, bundled as it is deployed. */
describe('the worker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huixue-'))
  let worker: Program
  beforeAll(async () => {
    worker = await startProgram('worker', { DEMO: '1', DATABASE_PATH: join(folder, 'huixue.db') })
  })
  afterAll(async () => {
    await worker.stop()
  })

  it('answers a signed text from a registered telephone, in Chinese', async () => {
    const answer = (await telephone(worker.url, MOTHER)('娃娃上幼儿园能免多少钱')).join('\n')
    expect(answer).toContain('1000')
    expect(answer).toContain('二(一)·2')
  })

  it('answers in Tibetan who asks in Tibetan', async () => {
    const answer = (await telephone(worker.url, HERDERS)('བྱིས་པའི་གླིང་ལ་སློབ་ཡོན་དགོས་སམ།')).join('\n')
    expect(answer).toMatch(/[\u0f40-\u0fbc]{3}/)
    expect(answer).toContain('1000')
  })

  it.each([
    ['Wylie', "bu mo'i slob yon dgos sam", /[\u0f40-\u0fbc]{3}/],
    ['pinyin', 'youeryuan mianfei ma', /1000/],
    ['traditional characters', '幼兒園免費嗎', /1000/],
    ['markup', '<b>{{who}}</b>', /[\u4e00-\u9fff]/],
  ])('reads %s, bundled as it is', async (_what, text, answer) => {
    expect((await telephone(worker.url, MOTHER)(text)).join('\n')).toMatch(answer)
  })

  it('answers each of ten texts sent at once, and goes on', async () => {
    const text = telephone(worker.url, '+8612900040001')
    const answers = await Promise.all(Array.from({ length: 10 }, () => text('幼儿园免费吗')))
    expect(answers.map(({ length }) => length)).toEqual(Array.from({ length: 10 }, () => 1))
    expect((await text('为什么')).join()).toMatch(/[\u4e00-\u9fff]/)
  })

  it('works off by itself what Cron wakes', async () => {
    while (!worker.output().includes('determinations kept')) await sleep(200)
  })

  it('refuses an unsigned text', async () => {
    const response = await fetch(`${worker.url}/webhooks/sms`, {
      method: 'POST',
      body: new URLSearchParams({ Body: 'x' }),
    })
    expect(response.status).toBe(403)
  })

  it('serves the API, its page and the font from itself', async () => {
    const body = {
      household: { county: '621223', registered: true },
      person: { stage: 'secondary-vocational' },
    }
    const response = await fetch(`${worker.url}/api/v1/determinations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(response.status).toBe(200)
    for (const path of [
      '/',
      '/docs',
      '/readyz',
      '/assets/fonts/noto-serif-tibetan-tibetan-400-normal.woff2',
    ]) {
      expect([path, (await fetch(`${worker.url}${path}`)).status]).toEqual([path, 200])
    }
  })
})
