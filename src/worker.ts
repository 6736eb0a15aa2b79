import type { ExecutionContext, MessageBatch, ScheduledController } from '@cloudflare/workers-types'
import { createApp } from './app.ts'
import { DAILY_JOBS, type Job, MINUTE_JOBS, readJob, runJob } from './jobs/jobs.ts'
import type { Services } from './services.ts'
import { type Bindings, openWorkerServices } from './runtime/workers.ts'

/** The one of wrangler.toml's crons that comes every minute; the other comes once a day. */
const EVERY_MINUTE = '* * * * *'

export default {
  async fetch(request: Request, env: Bindings, context: ExecutionContext): Promise<Response> {
    const response = await (await application(env)).fetch(request, env)
    context.waitUntil(passOn(env))
    return response
  },

  async scheduled(controller: ScheduledController, env: Bindings): Promise<void> {
    const jobs: readonly Job[] =
      controller.cron === EVERY_MINUTE ? ['drain-outbox', ...MINUTE_JOBS] : DAILY_JOBS
    await env.JOBS.sendBatch(jobs.map((body) => ({ body })))
    if (controller.cron !== EVERY_MINUTE) return
    // Not by the queue: no message that waits to leave stands behind them, and the next minute goes on with what is left.
    for (const job of MINUTE_JOBS) await runJob(await open(env), job)
  },

  async queue(batch: MessageBatch, env: Bindings): Promise<void> {
    const services = await open(env)
    // Every drain sends all that is due: of several in a batch one is enough.
    for (const job of new Set(batch.messages.map(({ body }) => readJob(body)))) {
      if (job !== null) await runJob(services, job)
    }
    await passOn(env)
  },
}

// One isolate serves many requests: what the first built is kept, unless building it failed.
let opening: Promise<Services> | undefined
let app: ReturnType<typeof createApp> | undefined
let woken = false

async function open(env: Bindings): Promise<Services> {
  opening ??= openWorkerServices(env, () => {
    woken = true
  })
  try {
    return await opening
  } catch (error) {
    opening = undefined
    throw error
  }
}

async function application(env: Bindings): Promise<ReturnType<typeof createApp>> {
  app ??= createApp(await open(env))
  return app
}

// A message that waits to leave is told to the queue once what it stands in is committed.
async function passOn(env: Bindings): Promise<void> {
  if (!woken) return
  woken = false
  await env.JOBS.send('drain-outbox')
}
