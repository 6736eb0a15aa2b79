import type { Hono } from 'hono'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Services } from '../../../src/services.ts'
import { demo, say, submit } from './app.ts'

const QUESTION = '娃娃上幼儿园能免多少钱'

let app: Hono
let services: Services
let delivered: Request[]

beforeEach(async () => {
  ;({ app, services, delivered } = await demo())
})

async function stored(): Promise<number> {
  const [row] = await services.store.rows<{ n: number }>('select count(*) as n from messages')
  return row?.n ?? 0
}

describe('a text from the demo telephone', () => {
  it('goes through the signed webhook and comes back with its segments', async () => {
    const response = await say(app, 'kindergarten', QUESTION)
    expect(response.status).toBe(200)
    const { replies } = (await response.json()) as {
      replies: { text: string; segments: number; encoding: string }[]
    }
    expect(replies[0]?.text).toMatch(/张小雨[\s\S]*1000/)
    expect(replies[0]?.encoding).toBe('UCS-2')
    expect(replies[0]?.segments).toBeGreaterThanOrEqual(1)
    expect(delivered.map(({ url }) => url)).toEqual(['https://huixue.example/webhooks/sms'])
    expect(delivered[0]?.headers.has('x-twilio-signature')).toBe(true)
  })

  it('is answered in Tibetan where it is Tibetan', async () => {
    const response = await say(app, 'herders', 'བྱིས་པའི་གླིང་ལ་དངུལ་ག་ཚོད་ཆག་གི་རེད།')
    expect(await response.text()).toMatch(/1000ཆག[\s\S]*UCS-2/)
  })

  it('tells a stranger of no household', async () => {
    const response = await say(app, 'stranger', '张小雨上幼儿园能免多少钱')
    expect(response.status).toBe(200)
    expect(await response.text()).not.toContain('张小雨')
  })

  it('sent by a plain form, comes back to a page that shows what was said', async () => {
    const answer = await submit(app, '/simulator/messages', {
      persona: 'kindergarten',
      text: QUESTION,
      lang: 'bo',
    })
    expect(answer.status).toBe(303)
    const location = answer.headers.get('location') ?? ''
    expect(location).toBe('/?persona=kindergarten&lang=bo')
    const html = await (await app.request(location)).text()
    expect(html).toMatch(new RegExp(`${QUESTION}[\\s\\S]*1000[\\s\\S]*UCS-2`))
  })

  it('is shown as text, whatever it holds', async () => {
    await say(app, 'stranger', '<img src=x onerror=alert(1)>')
    expect(await (await app.request('/?persona=stranger')).text()).not.toContain('<img src=x')
  })

  it('shows each telephone its own texts alone', async () => {
    await say(app, 'kindergarten', QUESTION)
    expect(await (await app.request('/?persona=vocational')).text()).not.toContain('1000元')
  })

  it('is forgotten when its telephone starts again', async () => {
    await say(app, 'kindergarten', QUESTION)
    const answer = await submit(app, '/simulator/forget', { persona: 'kindergarten', lang: 'zh-CN' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/?persona=kindergarten'])
    expect(await stored()).toBe(0)
  })

  it('that a stopped telephone gets no answer to is said to be unanswered', async () => {
    await say(app, 'stranger', '停止')
    const response = await say(app, 'stranger', QUESTION)
    expect(await response.json()).toEqual({ replies: [] })
    expect(await (await app.request('/?persona=stranger')).text()).toContain('惠学没有回复这条短信')
  })

  it.each([
    ['nobody', QUESTION, 'persona'],
    ['kindergarten', '', 'text'],
    ['kindergarten', ' \n ', 'text'],
    ['kindergarten', '长'.repeat(1601), 'text'],
  ])('from %j saying %j is refused for its %s, and nothing is sent', async (persona, text, path) => {
    const response = await say(app, persona, text)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ path }] })
    expect(delivered).toEqual([])
  })

  it.each(['{', '[', 'null', '"text"'])('of the body %j is refused', async (body) => {
    const headers = { 'content-type': 'application/json' }
    const response = await app.request('/simulator/messages', { method: 'POST', headers, body })
    expect(response.status).toBe(400)
  })

  it('too large is refused unread', async () => {
    const response = await say(app, 'stranger', 'a'.repeat(70_000))
    expect(response.status).toBe(413)
  })
})

describe('a form', () => {
  const fields = { persona: 'kindergarten', text: QUESTION, lang: 'zh-CN' }

  it.each([
    ['of another site', { origin: 'https://elsewhere.example' }],
    ['of another site, by what the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['of nowhere', { origin: 'null' }],
  ])('%s is refused', async (_, headers) => {
    const response = await submit(app, '/simulator/messages', fields, headers)
    expect(response.status).toBe(403)
    expect(delivered).toEqual([])
  })

  it.each([
    ['of the page itself', { 'sec-fetch-site': 'same-origin' }],
    ['of the page behind a proxy', { origin: 'https://huixue.example' }],
    ['of no browser', {}],
  ])('%s is taken', async (_, headers) => {
    const response = await submit(app, '/simulator/messages', fields, headers)
    expect(response.status).toBe(303)
  })
})
