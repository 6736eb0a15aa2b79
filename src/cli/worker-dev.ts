import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { getPlatformProxy, unstable_readConfig } from 'wrangler'
import { z } from 'zod'
import { demoKey } from '../runtime/demo-key.ts'
import { loadDemoStaff } from '../console/sign-in/demo-staff.ts'
import { type Bindings, openWorkerServices } from '../runtime/workers.ts'
import { loadDemoRegister } from './demo-register.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

/**
 * `npm run worker`: migrates the local D1, loads the demo register into an empty one, and serves by `wrangler dev`,
 * offline, woken every minute as by Cron.
 */
const NAMES =
  /^(DEMO|NOW|PUBLIC_URL|DATA_KEY(_PREVIOUS)?|TWILIO_\w+|TELEGRAM_\w+|API_TOKENS|SMS_RATE|SMS_PRICE|API_RATE|CONTACT_RATE|QUIET_HOURS)$/

const LOADING = z.object({
  name: z.string(),
  compatibility_date: z.string(),
  d1_databases: z.array(z.record(z.string(), z.unknown())),
})

const folder = dirname(process.env['DATABASE_PATH'] ?? 'data/huixue.db')
const state = join(folder, 'd1')
const port = process.env['PORT'] ?? '8787'
const vars = {
  PUBLIC_URL: `http://localhost:${port}`,
  DEMO: '1',
  DATA_KEY: process.env['DATA_KEY'] ?? demoKey(folder),
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name, value]) => NAMES.test(name) && value !== ''),
  ),
}

await run(['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state])
if (vars.DEMO === '1') await loadDemo()
const given = Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value ?? ''}`])
void wakeEveryMinute()
process.exitCode = await run([
  'dev',
  '--port',
  port,
  '--local',
  '--persist-to',
  state,
  '--show-interactive-dev-session=false',
  ...given,
])
process.exit()

// `wrangler dev` has no Cron of its own, but takes the word of one at this address.
async function wakeEveryMinute(): Promise<never> {
  const wake = `http://localhost:${port}/cdn-cgi/local/scheduled?cron=${encodeURIComponent('* * * * *')}`
  for (;;) {
    const answer = await fetch(wake).catch(() => null)
    await sleep(answer?.ok === true ? MINUTE_MS : SECOND_MS)
  }
}

async function loadDemo(): Promise<void> {
  const proxy = await getPlatformProxy<Bindings>({
    configPath: writeLoadingConfig(),
    // Where `--persist-to` puts it.
    persist: { path: resolve(state, 'v3') },
  })
  const services = await openWorkerServices({ ...proxy.env, ...vars }, () => {})
  await loadDemoRegister(services)
  await loadDemoStaff(services)
  await proxy.dispose()
}

// Of what wrangler.toml binds loading needs the database alone: without the Worker, workerd warns of its class as missing.
function writeLoadingConfig(): string {
  const config = LOADING.parse(unstable_readConfig({ config: 'wrangler.toml' }))
  const path = resolve(state, 'loading.json')
  writeFileSync(path, JSON.stringify(config))
  return path
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
