import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ROOT } from '../child.ts'

const WRANGLER = join(ROOT, 'node_modules/.bin/wrangler')
const ENVIRONMENT = { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false' }

/** A Worker by its wrangler.toml, and the directory for what is made of it. */
export type Worker = {
  readonly name: string
  readonly config: string
  readonly out: string
  readonly vars: readonly string[]
}

export type Size = { readonly kib: number; readonly gzippedKib: number }

/** Bundles a Worker as a deployment would; how large its scripts are. */
export async function bundle({ config, out }: Worker): Promise<Size> {
  await wrangler(['deploy', '--dry-run', '--config', config, '--outdir', out])
  await wrangler(['deploy', '--dry-run', '--config', config, '--outfile', bundleFile(out)])
  const scripts = readdirSync(out).filter((name) => /\.(m?js|wasm)$/.test(name))
  const bytes = Buffer.concat(scripts.map((name) => readFileSync(join(out, name))))
  return { kib: bytes.length / 1024, gzippedKib: gzipSync(bytes, { level: 9 }).length / 1024 }
}

/** Milliseconds that workerd is busy evaluating the bundle, by `wrangler check startup`. */
export async function startUp({ out }: Worker): Promise<number> {
  const profile = join(out, 'startup.cpuprofile')
  await wrangler(['check', 'startup', '--worker', bundleFile(out), '--outfile', profile])
  return busyMilliseconds(readFileSync(profile, 'utf8'))
}

/** Milliseconds from asking a new `wrangler dev` for `/healthz`, once it says it is ready, to the answer. */
export async function firstAnswer({ config, out, vars }: Worker, port: number): Promise<number> {
  const given = vars.flatMap((pair) => ['--var', pair])
  const args = [
    'dev',
    '--config',
    config,
    '--port',
    String(port),
    '--inspector-port',
    '0',
    '--local',
    '--persist-to',
    join(out, 'state'),
    '--show-interactive-dev-session=false',
    ...given,
  ]
  const child = spawn(WRANGLER, args, {
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  })
  const exited = once(child, 'exit')
  try {
    await ready(child.stdout)
    const began = performance.now()
    const response = await fetch(`http://127.0.0.1:${port}/healthz`)
    await response.text()
    if (!response.ok) throw new Error(`/healthz answered ${response.status}`)
    return performance.now() - began
  } finally {
    // wrangler's own children go with its group.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
    await exited
  }
}

async function ready(output: AsyncIterable<unknown>): Promise<void> {
  let said = ''
  for await (const piece of output) {
    said += String(piece)
    if (said.includes('Ready on')) return
  }
  throw new Error(`wrangler dev ended: ${said.slice(-500)}`)
}

async function wrangler(args: readonly string[]): Promise<void> {
  const child = spawn(WRANGLER, args, { env: ENVIRONMENT, stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`wrangler ${args.slice(0, 2).join(' ')} ended with ${code}`)
}

function bundleFile(out: string): string {
  return join(out, 'worker.bundle')
}

type Profile = {
  readonly nodes: readonly { readonly id: number; readonly callFrame: { readonly functionName: string } }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

function busyMilliseconds(text: string): number {
  const { nodes, samples, timeDeltas } = JSON.parse(text) as Profile
  const idle = new Set(
    nodes.filter(({ callFrame }) => callFrame.functionName === '(idle)').map(({ id }) => id),
  )
  return samples.reduce((sum, id, at) => (idle.has(id) ? sum : sum + (timeDeltas[at] ?? 0)), 0) / 1000
}
