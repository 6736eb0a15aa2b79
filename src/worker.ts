import type {
  DurableObjectState,
  ExecutionContext,
  MessageBatch,
  ScheduledController,
} from '@cloudflare/workers-types'
import { createApp } from './app.ts'
import { createTurns } from './inbox/desk.ts'
import { DAILY_JOBS, type Job, MINUTE_JOBS, readJob, runJob, sendUrgent } from './jobs/jobs.ts'
import type { Services, Woken } from './services.ts'
import { atDesk } from './runtime/contact-desk.ts'
import { type Bindings, openWorkerServices } from './runtime/workers.ts'

/** The one of wrangler.toml's crons that comes every minute; the other comes once a day. */
const EVERY_MINUTE = '* * * * *'

/** What a dead-letter queue's name ends in. */
const DEAD = '-dead'

export default {
  async fetch(request: Request, env: Bindings, context: ExecutionContext): Promise<Response> {
    const answering = answer(request, env)
    // A provider that hangs up ends nothing half-way: who wrote next may be waiting for this turn.
    context.waitUntil(answering.then(() => sendWoken(env)))
    return answering
  },

  async scheduled(controller: ScheduledController, env: Bindings): Promise<void> {
    const jobs = controller.cron === EVERY_MINUTE ? minuteJobs(env) : DAILY_JOBS
    await env.JOBS.sendBatch(jobs.map((body) => ({ body })))
    if (controller.cron === EVERY_MINUTE) await drainLater(env)
  },

  async queue(batch: MessageBatch, env: Bindings): Promise<void> {
    const services = await open(env)
    if (batch.queue.endsWith(DEAD)) return giveUp(services, batch)
    // Jobs say only what to do, and each does all there is: of several alike in a batch one is enough.
    const failed = new Set<Job | null>()
    for (const job of new Set(batch.messages.map(({ body }) => readJob(body)))) {
      if (job !== null && !(await isRun(services, job))) failed.add(job)
    }
    for (const message of batch.messages) {
      if (failed.has(readJob(message.body))) message.retry({ delaySeconds: pauseAfter(message.attempts) })
      else message.ack()
    }
    await wakeLater(env, takeWoken())
  },
}

// On Node a command seals anew.
function minuteJobs({ DATA_KEY_PREVIOUS = '' }: Bindings): readonly Job[] {
  return DATA_KEY_PREVIOUS === '' ? MINUTE_JOBS : [...MINUTE_JOBS, 'reseal']
}

/** One for each contact: what it writes is taken in here, one message after the other. */
export class ContactDesk {
  private readonly inTurn = createTurns<Response>()
  private readonly state: DurableObjectState
  private readonly env: Bindings
  constructor(state: DurableObjectState, env: Bindings) {
    this.state = state
    this.env = env
  }

  fetch(request: Request): Promise<Response> {
    return this.inTurn('', async () => {
      const response = await atDesk(await open(this.env), request)
      this.state.waitUntil(sendWoken(this.env))
      return response
    })
  }
}

// One isolate serves many requests: what the first built is kept, unless building it failed.
let opening: Promise<Services> | undefined
let app: ReturnType<typeof createApp> | undefined
let woken: ReadonlySet<Woken> = new Set()

async function open(env: Bindings): Promise<Services> {
  opening ??= openWorkerServices(env, (of = 'message') => {
    woken = new Set([...woken, of])
  })
  try {
    return await opening
  } catch (error) {
    opening = undefined
    throw error
  }
}

async function answer(request: Request, env: Bindings): Promise<Response> {
  return (await application(env)).fetch(request, env)
}

async function application(env: Bindings): Promise<ReturnType<typeof createApp>> {
  app ??= createApp(await open(env))
  return app
}

/** What was found due since it was last asked. */
function takeWoken(): ReadonlySet<Woken> {
  const was = woken
  woken = new Set()
  return was
}

// An answer does not wait for a queue's delivery; what is left, or fails here, goes by the queue or the next minute. A
// broadcast goes by the queue from its first page.
async function sendWoken(env: Bindings): Promise<void> {
  const due = takeWoken()
  // A request may not run for as long as a file takes: a job may.
  if (due.has('upload')) await env.JOBS.send('run-uploads')
  if (!due.has('message') && !due.has('broadcast')) return
  if (due.has('broadcast') || (await sendUrgent(await open(env)))) await drainLater(env)
}

// What is more than one run may do goes on in another, with queries of its own.
async function wakeLater(env: Bindings, due: ReadonlySet<Woken>): Promise<void> {
  if (due.has('upload')) await env.JOBS.send('run-uploads')
  if (due.has('message') || due.has('broadcast')) await drainLater(env)
}

async function drainLater(env: Bindings): Promise<void> {
  await env.OUTBOX.send('drain-outbox')
}

// A database that refuses for some seconds must not use up all tries.
function pauseAfter(attempts: number): number {
  return 2 * 2 ** attempts
}

async function isRun(services: Services, job: Job): Promise<boolean> {
  try {
    await runJob(services, job)
    return true
  } catch (error) {
    services.log.error('job failed', { job, error: error instanceof Error ? error.name : 'unknown' })
    return false
  }
}

// What kept failing: the next minute or night does it again; staff are told by the log.
function giveUp({ log }: Services, batch: MessageBatch): void {
  for (const { body } of batch.messages) log.error('job given up', { job: readJob(body) ?? 'unknown' })
  batch.ackAll()
}
