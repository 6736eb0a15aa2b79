import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { notFound } from '../../src/http/not-found.ts'
import { LANGUAGES, textsIn } from '../../src/i18n/texts.ts'

const app = new Hono()
app.post('/webhooks/sms', (c) => c.text('taken'))
app.notFound(notFound(app))

const CASES = [
  ['an address there is not', '/nowhere', 404, null],
  ['an address that takes another method', '/webhooks/sms', 405, 'POST'],
] as const

describe('what no route takes', () => {
  it.each(CASES)(
    'is a page in both languages to who opens %s in a browser',
    async (_what, path, status, allow) => {
      const response = await app.request(path, {
        headers: { accept: 'text/html,application/xml;q=0.9,*/*;q=0.8' },
      })
      expect([response.status, response.headers.get('allow')]).toEqual([status, allow])
      expect(response.headers.get('content-type')).toMatch(/^text\/html/)
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
      const page = await response.text()
      for (const language of LANGUAGES) expect(page).toContain(textsIn(language)('public:nothing.text'))
      expect(page).toContain('href="/"')
      expect(page).toContain('href="/?lang=bo"')
    },
  )

  it.each(CASES)('is a problem to a program that asks for %s', async (_what, path, status, allow) => {
    for (const accept of ['*/*', 'application/json']) {
      const response = await app.request(path, { headers: { accept } })
      expect([response.status, response.headers.get('allow')]).toEqual([status, allow])
      expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    }
  })

  it('repeats nothing of the address', async () => {
    const response = await app.request('/%3Cb%3E12900000002', { headers: { accept: 'text/html' } })
    expect(await response.text()).not.toContain('12900000002')
  })
})
