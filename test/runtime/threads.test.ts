import { describe, expect, it } from 'vitest'
import { threadsOf } from '../../src/runtime/threads.ts'

const FILE = { threads: undefined, databasePath: 'huixue.db' }
const LINUX = { platform: 'linux', node: '24.21.0', processors: 2 }

describe('the threads that answer', () => {
  it.each([
    ['one a processor', FILE, LINUX, 2],
    ['one where there is one', FILE, { ...LINUX, processors: 1 }, 1],
    ['four at most, if nobody says', FILE, { ...LINUX, processors: 64 }, 4],
    ['as many as are asked for', { ...FILE, threads: 6 }, LINUX, 6],
    ['one where it is asked for', { ...FILE, threads: 1 }, LINUX, 1],
    ['one over a database that is gone with it', { ...FILE, databasePath: ':memory:' }, LINUX, 1],
    ['one where a port cannot be shared', FILE, { ...LINUX, platform: 'darwin' }, 1],
    ['one on a Node that cannot share a port', FILE, { ...LINUX, node: '20.20.2' }, 1],
  ] as const)('are %s', (_what, settings, machine, threads) => {
    expect(threadsOf(settings, machine)).toBe(threads)
  })

  it.each([
    [{ threads: 2, databasePath: ':memory:' }, LINUX, 'a database file'],
    [{ ...FILE, threads: 2 }, { ...LINUX, platform: 'win32' }, 'Linux and Node 24'],
    [{ ...FILE, threads: 2 }, { ...LINUX, node: '22.9.0' }, 'Linux and Node 24'],
    [
      { threads: 2, databasePath: ':memory:' },
      { ...LINUX, platform: 'darwin' },
      'Linux and Node 24, and a database file',
    ],
  ] as const)('are a fault of THREADS where %j asks for what cannot be', (settings, machine, missing) => {
    expect(threadsOf(settings, machine)).toEqual({ fault: `THREADS: more than 1 needs ${missing}` })
  })
})
