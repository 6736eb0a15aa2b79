import type { MessageBatch } from '@cloudflare/workers-types'
import { createApp } from './app.ts'
import { JOBS, readJob, runJob } from './jobs/jobs.ts'
import type { Services } from './services.ts'
import { type Bindings, openWorkerServices } from './runtime/workers.ts'

export default {
  async fetch(request: Request, env: Bindings): Promise<Response> {
    return (await application(env)).fetch(request, env)
  },

  async scheduled(_controller: unknown, env: Bindings): Promise<void> {
    await env.JOBS.sendBatch(JOBS.map((body) => ({ body })))
  },

  async queue(batch: MessageBatch, env: Bindings): Promise<void> {
    const services = await open(env)
    for (const message of batch.messages) {
      const job = readJob(message.body)
      if (job !== null) await runJob(services, job)
      message.ack()
    }
  },
}

// One isolate serves many requests: what the first built is kept, unless building it failed.
let opening: Promise<Services> | undefined
let app: ReturnType<typeof createApp> | undefined

async function open(env: Bindings): Promise<Services> {
  opening ??= openWorkerServices(env)
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
