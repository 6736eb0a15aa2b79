/**
 * `npm run bench [-- --quick] [-- NAME…]`: every figure beside its peers, in the same run, on the same inputs.
 *
 * Each benchmark is `test/bench/<name>/run.ts` and runs in a process and a directory of its own. The tables go to
 * stdout, all figures to `dist/bench.json`. A missed target is told, and is no failure: machines differ. A benchmark
 * that breaks is told too, the others go on, and the exit code is 1. `BENCH_NODE_ARGS` goes to every measured process
 * (`--cpu-prof --cpu-prof-dir=…`). Run it on an idle machine: two processes at once are what it needs.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inChild, inTemporaryDirectory, ROOT } from './child.ts'
import type { Report } from './harness.ts'
import { tableOf } from './table.ts'

const BENCHMARKS: Readonly<Record<string, string>> = {
  determinations: 'Determinations, with reasons and missing facts',
  inbound: 'Inbound SMS over HTTP',
  register: 'Register import',
  understanding: 'Understanding, on the sets kept aside',
  questions: 'Questions asked of a stranger',
  outbox: 'The outbox: putting in and sending',
  worker: 'The Worker bundle and its start',
  broadcasts: 'A broadcast: audience, outbox, first message, and what answers wait meanwhile',
}

const args = process.argv.slice(2)
const quick = args.includes('--quick')
const wanted = args.filter((arg) => !arg.startsWith('--'))
const unknown = wanted.filter((name) => !(name in BENCHMARKS))
if (unknown.length > 0) {
  console.error(`No benchmark ${unknown.join(', ')}. There are: ${Object.keys(BENCHMARKS).join(', ')}`)
  process.exit(1)
}

const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'} × ${cpus().length}, Node ${process.version}`
const date = new Date().toISOString()
const load = loadavg()[0] ?? 0
console.log(
  `# Huixue benchmarks${quick ? ' (quick)' : ''}\n\n${machine}, ${date}, load ${load.toFixed(2)} before the start`,
)

const benchmarks: Record<string, unknown> = {}
const figures: unknown[] = []
for (const [name, title] of Object.entries(BENCHMARKS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const report = await runApart(name)
  console.log(tableOf(title, report))
  benchmarks[name] = { title, verdicts: report.verdicts, notes: report.notes }
  figures.push(...report.figures.map((figure) => ({ benchmark: name, ...figure, machine, date })))
  // After each, so that what was measured outlives a run that is cut off.
  await keep()
}

console.log('\nAll figures: dist/bench.json')

async function keep(): Promise<void> {
  await mkdir(join(ROOT, 'dist'), { recursive: true })
  await writeFile(
    join(ROOT, 'dist/bench.json'),
    `${JSON.stringify({ quick, machine, load, date, benchmarks, figures }, null, 2)}\n`,
  )
}

async function runApart(name: string): Promise<Report> {
  const file = fileURLToPath(new URL(`./${name}/run.ts`, import.meta.url))
  const report = await inTemporaryDirectory((cwd) =>
    inChild<Report>(file, { cwd, env: { BENCH_QUICK: quick ? '1' : '0' } }),
  )
  if (report !== null) return report
  process.exitCode = 1
  return { figures: [], verdicts: [], notes: ['it broke before it had a figure: see above'] }
}
