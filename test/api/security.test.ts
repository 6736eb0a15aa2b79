import { describe, expect, it } from 'vitest'
import type { RateLimiter } from '../../src/services.ts'
import { JSON_TYPE, openApiApp, post } from './app.ts'

const DETERMINATIONS = '/api/v1/determinations'
const PRIVATE = '622827199003071234'

describe('the open API gives nothing away', () => {
  it.each([
    ['a value', { household: { county: PRIVATE }, person: { birthDate: PRIVATE, stage: PRIVATE } }],
    ['a key', { [PRIVATE]: 1, person: { [PRIVATE]: { [PRIVATE]: PRIVATE } } }],
    ['a name as a key', { 张小明: 1 }],
    ['a batch', { cases: [PRIVATE, { [`x${PRIVATE}`]: null }] }],
  ])('repeats no %s in its problems', async (_, body) => {
    const response = await post(openApiApp(), DETERMINATIONS, body)
    expect(response.status).toBe(422)
    const text = await response.text()
    expect(text).not.toContain(PRIVATE)
    expect(text).not.toContain('张小明')
  })

  it('repeats nothing of a body it cannot read', async () => {
    const request = { method: 'POST', headers: JSON_TYPE, body: `{"person": ${PRIVATE}x` }
    expect(await (await openApiApp().request(DETERMINATIONS, request)).text()).not.toContain(PRIVATE)
  })

  it('lets no cache keep an answer', async () => {
    const response = await post(openApiApp(), DETERMINATIONS, {})
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each([
    '{"__proto__":{"person":{"stage":"preschool"}}}',
    '{"constructor":{"prototype":{}}}',
    '{"person":{"__proto__":null}}',
  ])('takes %s for an unknown field', async (body) => {
    const response = await openApiApp().request(DETERMINATIONS, { method: 'POST', headers: JSON_TYPE, body })
    expect(response.status).toBe(422)
  })

  it('survives brackets a hundred thousand deep', async () => {
    const body = '['.repeat(100_000) + ']'.repeat(100_000)
    const response = await openApiApp().request(DETERMINATIONS, { method: 'POST', headers: JSON_TYPE, body })
    expect(response.status).toBe(422)
  })
})

describe('the rate limit', () => {
  it('refuses the request after the last allowed one, and says when to come back', async () => {
    const app = openApiApp({ API_RATE: '2' })
    expect(await statuses(app, ['203.0.113.1', '203.0.113.1', '203.0.113.1'])).toEqual([200, 200, 429])
    const response = await ask(app, '203.0.113.1')
    expect(response.headers.get('retry-after')).toBe('60')
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })

  it('counts each address for itself', async () => {
    const app = openApiApp({ API_RATE: '1' })
    expect(await statuses(app, ['203.0.113.1', '203.0.113.2', '::ffff:203.0.113.1'])).toEqual([200, 200, 429])
  })

  it('counts all of one IPv6 network together', async () => {
    const app = openApiApp({ API_RATE: '1' })
    expect(await statuses(app, ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:db8:1:3::1'])).toEqual([
      200, 429, 200,
    ])
  })

  it('counts the routes together, and a request refused for its body too', async () => {
    const app = openApiApp({ API_RATE: '2' })
    expect((await post(app, DETERMINATIONS, { wrong: 1 })).status).toBe(422)
    expect((await app.request('/api/v1/programmes?language=en')).status).toBe(422)
    expect((await post(app, '/api/v1/understanding', { text: '你好' })).status).toBe(429)
  })

  it.each(['x-forwarded-for', 'x-real-ip', 'forwarded', 'cf-connecting-ip'])(
    'on Node is not escaped by a new %s each time',
    async (header) => {
      const app = openApiApp({ API_RATE: '1' })
      const results = await Promise.all(
        ['198.51.100.1', '198.51.100.2'].map((address) => ask(app, '203.0.113.1', { [header]: address })),
      )
      expect(results.map(({ status }) => status)).toEqual([200, 429])
    },
  )

  it("on Workers goes by Cloudflare's word", async () => {
    const app = openApiApp({ API_RATE: '1' })
    const from = async (address: string) =>
      (await app.request('/api/v1/programmes', { headers: { 'cf-connecting-ip': address } }, { DB: {} }))
        .status
    expect([await from('203.0.113.1'), await from('203.0.113.1'), await from('203.0.113.2')]).toEqual([
      200, 429, 200,
    ])
  })

  it('is given no address, only its blind index', async () => {
    const keys: string[] = []
    const limiter: RateLimiter = async (key) => keys.push(key) > 0
    await ask(openApiApp({}, limiter), '203.0.113.1')
    expect(keys).toHaveLength(1)
    expect(keys[0]).toMatch(/^[\w+/-]{20}$/)
  })
})

describe('other sites', () => {
  it('may call the open API from a browser, without credentials', async () => {
    const app = openApiApp()
    const preflight = await app.request(DETERMINATIONS, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://example.org',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type')
    for (const response of [
      preflight,
      await post(app, DETERMINATIONS, {}),
      await post(app, DETERMINATIONS, []),
    ]) {
      expect(response.headers.get('access-control-allow-origin')).toBe('*')
      expect(response.headers.get('access-control-allow-credentials')).toBeNull()
    }
  })
})

describe('the docs page', () => {
  it('runs and fetches only what is ours', async () => {
    const response = await openApiApp().request('/docs')
    expect(response.status).toBe(200)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    const page = await response.text()
    expect(page).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)|\son\w+=|style=|https?:\/\//)
  })
})

type App = ReturnType<typeof openApiApp>

/** A request over a Node socket from `address`. */
async function ask(app: App, address: string, headers: Record<string, string> = {}): Promise<Response> {
  return app.request('/api/v1/programmes', { headers }, { incoming: { socket: { remoteAddress: address } } })
}

async function statuses(app: App, addresses: readonly string[]): Promise<number[]> {
  const answers: number[] = []
  for (const address of addresses) answers.push((await ask(app, address)).status)
  return answers
}
