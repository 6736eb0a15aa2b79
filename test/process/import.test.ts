import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Environment, killDuring, runScript } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'huixue-'))
const register = join(folder, 'register.csv')
const database = (name: string): Environment => ({
  DATABASE_PATH: join(folder, name, 'huixue.db'),
  DEMO: '1',
})

beforeAll(async () => {
  const sample = ['register:sample', '--', '--households', '5000', '--seed', '3', '--out', register]
  expect((await runScript(sample, {})).code).toBe(0)
})

describe('npm run register:import', () => {
  it('counts every row once, writes the rejected ones out, and ends with 2', async () => {
    const { code, output } = await importOf(register, database('whole'))
    const counts = countsIn(output)
    expect(code).toBe(2)
    expect(counts.read).toBe(rowsOf(register) - 1)
    expect(counts.added + counts.changed + counts.unchanged + counts.rejected).toBe(counts.read)
    expect(counts.rejected).toBeGreaterThan(10)
    expect(rowsOf(`${register}.rejects.csv`)).toBe(counts.rejected + 1)
    expect(readFileSync(`${register}.rejects.csv`, 'utf8').split('\n')[0]).toMatch(/line,column,value,reason/)
  })

  it('finds all unchanged when the file is imported again', async () => {
    const { output } = await importOf(register, database('whole'))
    expect(countsIn(output)).toMatchObject({ added: 0, changed: 0 })
  })

  it('loses nothing and doubles nothing where it is killed and repeated', async () => {
    const environment = database('killed')
    for (const milliseconds of [1500, 2200, 3000]) {
      await killDuring(['src/cli/register-import.ts', register], environment, milliseconds)
    }
    await importOf(register, environment)
    expect(holdings('killed')).toEqual(holdings('whole'))
    expect(countsIn((await importOf(register, environment)).output)).toMatchObject({ added: 0, changed: 0 })
  })

  it('ends with 0 where no row was rejected', async () => {
    const clean = join(folder, 'clean.csv')
    await runScript(['register:sample', '--', '--households', '50', '--faults', 'none', '--out', clean], {})
    const { code, output } = await importOf(clean, database('clean'))
    expect([code, countsIn(output).rejected]).toEqual([0, 0])
  })

  it.each([
    ['a file that is not there', 'nowhere.csv', null],
    ['an empty file', 'empty.csv', ''],
    ['a file with none of the columns', 'other.csv', 'a,b\n1,2\n'],
  ])('ends with 1 and says why, for %s', async (_what, name, content) => {
    const path = join(folder, name)
    if (content !== null) writeFileSync(path, content)
    const { code, output } = await importOf(path, database('unread'))
    expect(code).toBe(1)
    expect(output).toContain(name)
  })

  it('ends with 1 for a register of a day to come, which would pass for newer than all after it', async () => {
    const { code } = await runScript(
      ['register:import', '--', register, '--taken', '2999-01-01'],
      database('unread'),
    )
    expect(code).toBe(1)
  })
})

describe.each([
  {
    script: 'offices:import',
    good: '县,项目,截止日期,电话\n宕昌县,中职补助,2026-11-30,0939-6121234\n',
    bad: '县,项目,截止日期\n宕昌县,中职补助,2026-12-31\n宕昌县,=营养餐,2026-12-31\n',
    reason: 'programme-unknown',
  },
  {
    script: 'ledger:import',
    good: '人编号,项目,学年,状态,日期\n',
    bad: '人编号,项目,学年,状态,日期\n=1,中职补助,2026,已申请,2026-09-05\n',
    reason: 'person-unknown',
  },
])('npm run $script', ({ script, good, bad, reason }) => {
  const path = join(folder, `${script.replace(':', '-')}.csv`)
  const run = (content: string, ...more: readonly string[]) => {
    writeFileSync(path, content)
    return runScript([script, '--', path, ...more], database('small'))
  }

  it('ends with 0, and leaves no file, where no row was rejected', async () => {
    const { code, output } = await run(good)
    expect([code, countsIn(output).rejected]).toEqual([0, 0])
    expect(existsSync(`${path}.rejects.csv`)).toBe(false)
  })

  it('ends with 2 and writes the rejected rows out beside the file, none of their cells a formula', async () => {
    const { code, output } = await run(bad)
    expect([code, countsIn(output).rejected]).toEqual([2, 1])
    const [head, row] = readFileSync(`${path}.rejects.csv`, 'utf8').split('\r\n')
    expect(head).toMatch(/line,column,value,reason/)
    expect(row).toContain(reason)
    expect(row).toContain("'=")
    expect(row).not.toMatch(/(?:^|,)"?=/)
  })

  it('ends with 1 for a file without its columns, for a day that is none, and for one to come', async () => {
    expect((await run('a,b\n1,2\n')).code).toBe(1)
    expect((await run(good, '--taken', 'yesterday')).code).toBe(1)
    expect((await run(good, '--taken', '2999-01-01')).code).toBe(1)
  })
})

function importOf(path: string, environment: Environment) {
  return runScript(['register:import', '--', path], environment)
}

type Counts = Readonly<Record<'read' | 'added' | 'changed' | 'unchanged' | 'rejected', number>>

function countsIn(output: string): Counts {
  const count = (name: string) => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(output)?.[1])
  const [read, added, changed, unchanged, rejected] = [
    'read',
    'added',
    'changed',
    'unchanged',
    'rejected',
  ].map(count)
  return {
    read: read ?? NaN,
    added: added ?? NaN,
    changed: changed ?? NaN,
    unchanged: unchanged ?? NaN,
    rejected: rejected ?? NaN,
  }
}

function holdings(name: string): unknown {
  const sqlite = new Sqlite(database(name)['DATABASE_PATH'], { readonly: true })
  const tables = ['households', 'persons', 'standings', 'household_telephones']
  return tables.map((table) => sqlite.prepare(`select count(*) as n from ${table}`).get())
}

function rowsOf(path: string): number {
  return readFileSync(path, 'utf8').trimEnd().split('\n').length
}
