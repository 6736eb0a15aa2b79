import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { getPlatformProxy } from 'wrangler'
import { type Bindings, openWorkerServices } from '../runtime/workers.ts'
import { loadDemoRegister } from './demo-register.ts'

/** `npm run worker`: migrates the local D1, loads the demo register into an empty one, and serves by `wrangler dev`, offline. */
const KEY_FILE = 'data/worker-demo.key'
const NAMES =
  /^(DEMO|NOW|PUBLIC_URL|DATA_KEY(_PREVIOUS)?|TWILIO_\w+|TELEGRAM_\w+|API_TOKENS|SMS_RATE|API_RATE|CONTACT_RATE|QUIET_HOURS)$/

const port = process.env['PORT'] ?? '8787'
const vars = {
  PUBLIC_URL: `http://localhost:${port}`,
  DEMO: '1',
  DATA_KEY: process.env['DATA_KEY'] ?? localKey(),
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name, value]) => NAMES.test(name) && value !== ''),
  ),
}

await run(['d1', 'migrations', 'apply', 'DB', '--local'])
if (vars.DEMO === '1') await loadDemo()
const given = Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value ?? ''}`])
process.exitCode = await run([
  'dev',
  '--port',
  port,
  '--local',
  '--show-interactive-dev-session=false',
  ...given,
])

async function loadDemo(): Promise<void> {
  const proxy = await getPlatformProxy<Bindings>({ configPath: 'wrangler.toml' })
  await loadDemoRegister(await openWorkerServices({ ...proxy.env, ...vars }))
  await proxy.dispose()
}

function run(args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn('wrangler', args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, CI: '1' },
    })
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => child.kill(signal))
    child.on('exit', (code) => resolve(code ?? 0))
  })
}

function localKey(): string {
  if (existsSync(KEY_FILE)) return readFileSync(KEY_FILE, 'utf8').trim()
  mkdirSync('data', { recursive: true })
  const key = randomBytes(32).toString('base64')
  writeFileSync(KEY_FILE, `${key}\n`, { mode: 0o600 })
  return key
}
