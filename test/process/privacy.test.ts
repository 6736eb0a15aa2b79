import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { beforeAll, describe, expect, it } from 'vitest'
import { runScript, startProgram } from './program.ts'
import { telephone } from './telephone.ts'

type Row = Readonly<Record<string, string>>

describe('a whole run: import, questions, restart', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huixue-'))
  const register = join(folder, 'register.csv')
  const environment = { DATABASE_PATH: join(folder, 'db', 'huixue.db'), DEMO: '1' }
  let rows: readonly Row[] = []
  let printed = ''
  let stored = ''

  beforeAll(async () => {
    const sample = ['register:sample', '--', '--households', '400', '--seed', '7', '--out', register]
    expect((await runScript(sample, environment)).code).toBe(0)
    rows = Papa.parse<Row>(readFileSync(register, 'utf8').replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    }).data
    const imported = await runScript(['register:import', '--', register], environment)
    expect(imported.code).toBe(2)
    const program = await startProgram('start', environment)
    for (const from of telephones(rows).slice(0, 40)) {
      const say = telephone(program.url, `+86${from}`)
      await say('我家娃娃能享受啥')
      await say(`我叫${rows[0]?.['姓名']},电话${from},身份证${rows[0]?.['证件号码']}`)
    }
    expect(await program.stop()).toBe(0)
    printed = imported.output + program.output()
    stored = databaseText(folder)
  })

  it('has something to look for, and somewhere to look', () => {
    expect(rows.length).toBeGreaterThan(1000)
    expect(telephones(rows).length).toBeGreaterThan(100)
    expect(stored.length).toBeGreaterThan(500_000)
    expect(printed).toContain('"turn"')
  })

  it.each([
    ['telephone', () => telephones(rows)],
    ['name', () => column(rows, '姓名')],
    ['ID number', () => column(rows, '证件号码')],
    ['household number', () => column(rows, '户编号')],
    ['person number', () => column(rows, '人编号')],
  ] as const)('leaves no %s in the database or in what it prints', (_kind, values) => {
    expect(values().length).toBeGreaterThan(100)
    expect(values().filter((value) => stored.includes(value) || printed.includes(value))).toEqual([])
  })
})

function telephones(rows: readonly Row[]): readonly string[] {
  return column(rows, '联系电话').filter((value) => /^1\d{10}$/.test(value))
}

// Spoiled cells (too short to mean a person) are no personal data.
function column(rows: readonly Row[], name: string): readonly string[] {
  return [...new Set(rows.map((row) => row[name] ?? ''))].filter(
    (value) => value.length >= (name === '姓名' ? 2 : 11),
  )
}

function databaseText(folder: string): string {
  const files = readdirSync(join(folder, 'db')).filter((file) => file.startsWith('huixue.db'))
  return files.map((file) => readFileSync(join(folder, 'db', file)).toString('utf8')).join('\n')
}
