import { availableParallelism } from 'node:os'
import { startTelegram } from './channels/telegram/start.ts'
import { loadDemoRegister } from './cli/demo-register.ts'
import { endWith, readSettings } from './cli/open-services.ts'
import { DEMO_STAFF, loadDemoStaff } from './console/sign-in/demo-staff.ts'
import { DAILY_JOBS, type Job, MINUTE_JOBS, runJob } from './jobs/jobs.ts'
import { KEY_FAULT, keyFits } from './runtime/key-fits.ts'
import { openNodeServices } from './runtime/node.ts'
import { startSending } from './runtime/sending.ts'
import { startServing } from './runtime/serving.ts'
import { openShared } from './runtime/shared.ts'
import { threadsOf } from './runtime/threads.ts'

const MINUTE_MS = 60 * 1000
const DAY_MS = 24 * 3600 * 1000

const settings = readSettings()
const { platform, versions } = process
const threads = threadsOf(settings, { platform, node: versions.node, processors: availableParallelism() })
if (typeof threads === 'object') endWith([threads.fault])

const shared = openShared()
const { services, onWake, onImport, close } = await openNodeServices(settings, 'info', { shared })
const { log } = services
if (!(await keyFits(services))) endWith([KEY_FAULT])
if (settings.demo) await loadDemoRegister(services)
if (settings.demo) await loadDemoStaff(services)

const serving = await startServing(services, threads, shared).catch(cannotListen)
let isStopping = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
log.info('listening', { port: serving.port, demo: settings.demo, threads })
if (settings.demo)
  process.stdout.write(welcome(settings.port === 0 ? `http://localhost:${serving.port}` : settings.publicUrl))

const stopTelegram = startTelegram(services)
const sending = startSending(services, onWake)
// Each takes a processor for a while as it loads: not all at once, beside the first answers.
void sending.begun.then(serving.grow)
onImport(() => runJobs(['run-uploads']))
for (const [jobs, every] of [
  [DAILY_JOBS, DAY_MS],
  [MINUTE_JOBS, MINUTE_MS],
] as const) {
  setInterval(() => runJobs(jobs), every).unref()
  runJobs(jobs)
}

function cannotListen(error: NodeJS.ErrnoException): never {
  process.stderr.write(`PORT: cannot listen on ${settings.port}: ${error.code ?? error.name}\n`)
  process.exit(1)
}

function runJobs(jobs: readonly Job[]): void {
  for (const job of jobs) {
    runJob(services, job).catch((error: unknown) => {
      log.error('job failed', { job, error: error instanceof Error ? error.name : 'unknown' })
    })
  }
}

async function stop(): Promise<void> {
  // What started us may pass a signal on twice: the second does not cut the stop short.
  if (isStopping) return
  isStopping = true
  // What was heard last is still answered, and what that put in the outbox still leaves.
  await Promise.allSettled([stopTelegram(), serving.end()])
  await sending.end()
  close()
  process.exit(0)
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
