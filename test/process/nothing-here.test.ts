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
    ['a method that an address does not take', 'DELETE', '/api/v1/determinations'],
    ['an asset there is not', 'GET', '/assets/nowhere.js'],
  ])('answers %s as a problem', async (_what, method, path) => {
    const response = await fetch(program.url + path, { method })
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
    expect(await response.json()).toMatchObject({ type: 'urn:huixue:problem:not-found', status: 404 })
  })
})
