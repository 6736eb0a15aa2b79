import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { NODE_ARGS } from '../bench/child.ts'

const NOWHERE = join(tmpdir(), 'no-such-folder', 'huixue.db')

/** How a command ends, with what it said on stderr; where none is named it needs no database to say so. */
async function ended(command: string, args: readonly string[], database = NOWHERE) {
  const child = spawn('node', [...NODE_ARGS, `src/cli/${command}.ts`, ...args], {
    env: { ...process.env, DATABASE_PATH: database },
  })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, errors }
}

describe.concurrent('a command that is asked for what it cannot do', () => {
  it.each([
    'ask',
    'audit-verify',
    'broadcast',
    'cases',
    'chat',
    'inspection',
    'ledger-import',
    'locale-review',
    'offices-import',
    'policy',
    'register-import',
    'register-sample',
    'register-villages',
    'staff-create',
    'understanding-review',
  ])('names the option it does not know, and how it is used: %s', async (command) => {
    const { code, errors } = await ended(command, ['--colour', 'red'])
    expect(code).toBe(1)
    expect(errors).toMatch(/^Unknown option '--colour'[^\n]*\nusage: npm run /)
    expect(errors).not.toContain('    at ')
  })

  it.each([
    ['register-sample', '--seed', 'spring', '--seed must be a whole number'],
    ['register-sample', '--households', '0', '--households must be a whole number from 1 on'],
    ['register-sample', '--faults', 'many', '--faults must be none or some'],
    ['ask', '--phone', '12', '--phone is missing or is no telephone'],
    ['staff-create', '--role', 'king', '--role: no such role'],
  ])('says what is wrong with a value: %s %s %s', async (command, option, value, problem) => {
    const { code, errors } = await ended(command, [option, value])
    expect(code).toBe(1)
    expect(errors).toMatch(new RegExp(`^${problem}\nusage: npm run `))
  })

  it.each([
    ['cases', ['list', '--county', '12'], 'county: must be'],
    ['cases', ['reply', '7KQ4M2'], 'text: must hold'],
    ['cases', ['resolve', '7KQ4M2', '--outcome', 'forgotten'], 'outcome: must be one of'],
    ['policy', ['book', '--day', '2027-13-40'], '--day: must be a day'],
  ])('names the value that is not right: %s %j', async (command, args, problem) => {
    const { code, errors } = await ended(command, args, ':memory:')
    expect([code, errors.split('\n')[0]]).toEqual([1, 'not right:'])
    expect(errors).toContain(problem)
  })

  it('writes no inspection over another', async () => {
    const { code, errors } = await ended('inspection', ['evaluation', '--out', tmpdir()])
    expect({ code, errors }).toEqual({ code: 1, errors: `--out: ${tmpdir()} is there already\n` })
  })
})
