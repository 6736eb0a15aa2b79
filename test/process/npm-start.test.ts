import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startByNpm } from './program.ts'

describe('npm start', () => {
  it('is stopped cleanly by a signal to npm, however often it comes, and leaves nothing running', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'huixue-'))
    const program = await startByNpm({ DEMO: '1', DATABASE_PATH: join(folder, 'huixue.db') })
    const ended = program.stop('SIGTERM')
    void program.stop('SIGTERM')
    expect(await ended).toBe(0)
    await expect(fetch(`${program.url}/healthz`)).rejects.toThrow('fetch failed')
  })
})
