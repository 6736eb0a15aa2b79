import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createBroadcast } from '../../src/broadcasts/life/create.ts'
import { tokenActor } from '../../src/staff/actor.ts'
import { NODE_ARGS } from '../bench/child.ts'
import { PLAN } from '../contracts/broadcasts/plan.ts'
import { fastTime } from '../drills/fast-time.ts'
import { openDrill, settingsOf } from '../drills/outbox.ts'

/** Reads the beginning of what a command prints, and goes away; how the command ends. */
async function readABit(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn('node', [...NODE_ARGS, ...args], { env: { ...process.env, ...environment } })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  child.stdout.once('data', () => child.stdout.destroy())
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, errors }
}

describe('a command whose reader has read enough', () => {
  const environment = settingsOf(join(mkdtempSync(join(tmpdir(), 'huixue-')), 'huixue.db'), '', 1)
  beforeAll(async () => {
    const { services, close } = await openDrill(environment.DATABASE_PATH, '', fastTime(Date.now(), 1), 1)
    for (let nth = 0; nth < 300; nth++) await createBroadcast(services, tokenActor('li'), PLAN)
    close()
  })

  it.each([
    ['a long list', ['src/cli/broadcast.ts', 'list']],
    ['a long file', ['src/cli/register-sample.ts', '--households', '20000']],
  ])('ends quietly: %s', async (_what, args) => {
    expect(await readABit(args, environment)).toEqual({ code: 0, errors: '' })
  })
})
