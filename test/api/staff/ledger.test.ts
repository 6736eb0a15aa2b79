import { describe, expect, it } from 'vitest'
import { importPersonas } from '../../contracts/services.ts'
import { asStaff, staffApp } from './app.ts'

describe('GET /api/v1/ledger', () => {
  it('answers a page to who bears a token, and nothing to anybody else', async () => {
    const { services, app } = await staffApp()
    await importPersonas(services)
    const answered = await asStaff(app, '/api/v1/ledger?county=621223&state=not-received&limit=2')
    expect(answered.status).toBe(200)
    const page = (await answered.json()) as { lines: object[]; next: string }
    expect(page.lines).toHaveLength(2)
    const next = await asStaff(app, `/api/v1/ledger?county=621223&state=not-received&after=${page.next}`)
    expect(((await next.json()) as { lines: object[] }).lines.length).toBeGreaterThan(0)
    expect((await app.request('/api/v1/ledger?county=621223')).status).toBe(401)
  })

  it('names every part of the question that it cannot answer', async () => {
    const { app } = await staffApp()
    const answered = await asStaff(app, '/api/v1/ledger?programme=lunch&state=lost&after=x&limit=0')
    expect(answered.status).toBe(422)
    const { errors } = (await answered.json()) as { errors: { path: string }[] }
    expect(errors.map(({ path }) => path)).toEqual(['county', 'programme', 'state', 'after', 'limit'])
  })
})
