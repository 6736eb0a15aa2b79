import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readReport } from '../../src/labelling/report.ts'
import { runScript } from './program.ts'

const folder = mkdtempSync(join(tmpdir(), 'huixue-'))
const environment = { DATABASE_PATH: join(folder, 'huixue.db'), DEMO: '1' }
const sheet = join(folder, 'sheet.tsv')
const found = join(folder, 'report.json')
const UNDERSTANDING = 'src/understanding/'

function review(...args: readonly string[]): ReturnType<typeof runScript> {
  return runScript(['understanding:review', '--', ...args], environment)
}

/** The sheet as it was written, with what stands in a sentence's last two columns. */
function fill(sentence: string, intent: string, topic = ''): void {
  const lines = readFileSync(sheet, 'utf8')
    .split('\r\n')
    .map((line) =>
      line.includes(sentence) ? [...line.split('\t').slice(0, 6), intent, topic].join('\t') : line,
    )
  writeFileSync(sheet, lines.join('\r\n'))
}

/** What the program understands by. */
function understanding(): readonly string[] {
  return readdirSync(UNDERSTANDING, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:json|tsv)$/.test(file))
    .map((file) => `${file}\n${readFileSync(join(UNDERSTANDING, file), 'utf8')}`)
}

beforeAll(async () => {
  const says = ['我叫马晓红，校服钱谁出', '不是这个意思', '书包钱谁出呢', '不是这个意思']
  for (const text of says) await runScript(['ask', '--', '--phone', '+8612900009999', text], environment)
})

describe('npm run understanding:review', () => {
  it('lists what was not understood, and nobody’s name', async () => {
    const { code, output } = await review('list')
    expect(code).toBe(0)
    expect(output).toMatch(/校服钱谁出[\s\S]*书包钱谁出呢|书包钱谁出呢[\s\S]*校服钱谁出/)
    expect(output).not.toContain('马晓红')
  })

  it('takes a sheet back by the line, and names line and column of what is wrong in it', async () => {
    await review('export', sheet)
    fill('校服', '不是我们管的')
    fill('书包', 'ask-programme')
    const { code, output } = await review('import', sheet)
    expect(code).toBe(2)
    expect(output).toMatch(/labelled 1\n[\s\S]*rejected 1\n[\s\S]*sheet\.tsv:\d 项目 topic: must be there/)
    fill('书包', 'ask-programme', '小学初中')
    expect((await review('import', sheet)).output).toMatch(/labelled 1\nunchanged 1/)
  })

  it('takes nothing into the training data that was not measured', async () => {
    const before = understanding()
    const { code, output } = await review('take')
    expect([code, output]).toEqual([1, 'these labels are not measured: `measure` first\n'])
    expect(understanding()).toEqual(before)
  })

  // Trains twice: a minute on a machine of its own.
  it('measures the labels on the sentences kept aside, and leaves the program as it was', async () => {
    const before = understanding()
    const { code, output } = await review('measure', '--sheet', sheet, '--report', found)
    expect([code, output]).toEqual([0, expect.stringContaining('labels 2: understood as labelled')])
    const report = readReport(readFileSync(found, 'utf8')) ?? expect.unreachable()
    expect(report.learnt).toHaveLength(2)
    for (const { understood, refused } of report.sets) {
      expect(understood.of).toBeGreaterThan(250)
      expect(understood.after / understood.of).toBeGreaterThan(0.9)
      expect(refused.after / refused.of).toBeGreaterThan(0.9)
    }
    expect(understanding()).toEqual(before)
  }, 3_600_000)
})
