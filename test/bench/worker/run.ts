/** The Worker: how large its bundle is, and how long it takes to start, beside a Worker that is Hono alone. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from '../child.ts'
import { type Figure, hand, median, QUICK, spreadOf } from '../harness.ts'
import { freePort } from '../process.ts'
import { bundle, firstAnswer, startUp, type Worker } from './wrangler.ts'

const ROUNDS = QUICK ? 1 : 5

const bareConfig = resolve('wrangler.toml')
const bareMain = fileURLToPath(new URL('./bare-worker.ts', import.meta.url))
writeFileSync(
  bareConfig,
  `name = "bare"\nmain = ${JSON.stringify(bareMain)}\ncompatibility_date = "2026-10-01"\ncompatibility_flags = ["nodejs_compat"]\n`,
)
// The assets that wrangler.toml names must be there, were it empty.
mkdirSync(join(ROOT, 'dist'), { recursive: true })

const huixue: Worker = {
  name: 'huixue',
  config: join(ROOT, 'wrangler.toml'),
  out: resolve('huixue'),
  vars: ['DEMO:1', `DATA_KEY:${Buffer.alloc(32, 7).toString('base64')}`],
}
const bare: Worker = { name: 'bare Hono', config: bareConfig, out: resolve('bare'), vars: [] }
const workers = [huixue, bare]

const sizes = [await bundle(huixue), await bundle(bare)]
const starts = new Map<Worker, number[]>(workers.map((worker) => [worker, []]))
const firsts = new Map<Worker, number[]>(workers.map((worker) => [worker, []]))
for (let round = 0; round < ROUNDS; round++) {
  for (const worker of workers) {
    starts.get(worker)?.push(await startUp(worker))
    firsts.get(worker)?.push(await firstAnswer(worker, await freePort()))
  }
}

hand({
  figures: [
    ...figures('bundle', 'KiB', (_, at) => [sizes[at]?.kib ?? Number.NaN]),
    ...figures('bundle, gzipped', 'KiB', (_, at) => [sizes[at]?.gzippedKib ?? Number.NaN]),
    ...figures('start-up', 'ms', (worker) => starts.get(worker) ?? []),
    ...figures('first /healthz', 'ms', (worker) => firsts.get(worker) ?? []),
  ],
  verdicts: [],
  notes: [
    'Start-up: what `wrangler check startup` profiles, the time workerd is busy from loading the bundle to the end of its evaluation, on this machine; 0 where it found no sample to take.',
    'First /healthz: asked once, when a new `wrangler dev` says it is ready; ours makes its services and routes then.',
  ],
})

function figures(
  name: string,
  unit: string,
  of: (worker: Worker, at: number) => readonly number[],
): Figure[] {
  const base = median(of(bare, 1))
  return workers.map((worker, at) => {
    const values = of(worker, at)
    const spread = values.length > 1 ? spreadOf(values) : null
    return {
      name,
      contender: worker.name,
      figure: median(values),
      unit,
      spread,
      ratio: base > 0 ? median(values) / base : null,
      n: values.length,
    }
  })
}
