import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Program, startProgram } from './program.ts'

describe('the running program', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huixue-'))
  let program: Program
  beforeAll(async () => {
    program = await startProgram('start', { DEMO: '1', DATABASE_PATH: join(folder, 'huixue.db') })
  })
  afterAll(async () => {
    await program.stop()
  })

  it.each([
    ['an address there is not', 'GET', '/nowhere'],
    ['an address of the API there is not', 'GET', '/api/v1/nowhere'],
    ['an asset there is not', 'GET', '/assets/nowhere.js'],
  ])('answers %s as a problem', async (_what, method, path) => {
    const response = await fetch(program.url + path, { method })
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await response.json()).toMatchObject({ type: 'urn:huixue:problem:not-found', status: 404 })
  })

  it.each([
    ['POST', 'DELETE', '/api/v1/determinations'],
    ['GET, HEAD', 'POST', '/api/v1/programmes'],
    ['GET, HEAD', 'DELETE', '/healthz'],
    ['POST', 'GET', '/webhooks/sms'],
    ['GET, HEAD', 'PUT', '/public/counties/621223'],
  ])('tells that only %s is taken where somebody asks by %s for %s', async (allow, method, path) => {
    const response = await fetch(program.url + path, { method })
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow])
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await response.json()).toMatchObject({
      type: 'urn:huixue:problem:method-not-allowed',
      status: 405,
    })
  })
})
