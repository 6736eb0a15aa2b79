import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { createApp } from './app.ts'
import { startTelegram } from './channels/telegram/start.ts'
import { loadDemoRegister } from './cli/demo-register.ts'
import { DEMO_STAFF, loadDemoStaff } from './console/sign-in/demo-staff.ts'
import { openServices } from './cli/open-services.ts'
import { problem } from './http/problem.ts'
import { DAILY_JOBS, type Job, MINUTE_JOBS, runJob } from './jobs/jobs.ts'
import { startSending } from './runtime/sending.ts'

const MINUTE_MS = 60 * 1000
const DAY_MS = 24 * 3600 * 1000
/** How long requests under way may take to end once the program is told to stop. */
const GRACE_MS = 5000

const { services, onWake, onImport, close } = await openServices('info')
const { settings, log } = services
if (settings.demo) await loadDemoRegister(services)
if (settings.demo) await loadDemoStaff(services)

const app = new Hono()
// Pages go over slow lines; Cloudflare does the same before Workers.
for (const path of ['/', '/console/*', '/public/*', '/docs', '/assets/*']) app.use(path, compress())
app.use('/assets/*', serveStatic({ root: './dist' }))
app.route('/', createApp(services))
// The outer application's own would answer otherwise, in plain words.
app.notFound((c) => problem(c, { code: 'not-found' }))

const server = serve({ fetch: app.fetch, port: settings.port }, ({ port }) => {
  log.info('listening', { port, demo: settings.demo })
  if (settings.demo)
    process.stdout.write(welcome(settings.port === 0 ? `http://localhost:${port}` : settings.publicUrl))
})
server.on('error', (error: NodeJS.ErrnoException) => {
  process.stderr.write(`PORT: cannot listen on ${settings.port}: ${error.code ?? error.name}\n`)
  process.exit(1)
})

const stopTelegram = startTelegram(services)
const stopSending = startSending(services, onWake)
onImport(() => runJobs(['run-uploads']))
for (const [jobs, every] of [
  [DAILY_JOBS, DAY_MS],
  [MINUTE_JOBS, MINUTE_MS],
] as const) {
  setInterval(() => runJobs(jobs), every).unref()
  runJobs(jobs)
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop)

function runJobs(jobs: readonly Job[]): void {
  for (const job of jobs) {
    runJob(services, job).catch((error: unknown) => {
      log.error('job failed', { job, error: error instanceof Error ? error.name : 'unknown' })
    })
  }
}

function stop(): void {
  // What was heard last is still answered.
  const stopping = stopTelegram().then(stopSending)
  server.close(() => {
    void stopping.finally(() => {
      close()
      process.exit(0)
    })
  })
  if ('closeIdleConnections' in server) {
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), GRACE_MS).unref()
  }
}

function welcome(url: string): string {
  return [
    '',
    '惠学 Huixue · སློབ་ཕན — demo, with a made-up register',
    `  telephone   ${url}/`,
    `  console     ${url}/console`,
    ...DEMO_STAFF.map(({ username, password }) => `              ${username} / ${password}`),
    `  API         ${url}/docs`,
    `  SMS webhook ${url}/webhooks/sms`,
    '',
    '',
  ].join('\n')
}
