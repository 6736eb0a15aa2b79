import type { D1Database, Queue } from '@cloudflare/workers-types'
import {
  applyD1Migrations,
  createExecutionContext,
  createMessageBatch,
  env,
  getQueueResult,
  waitOnExecutionContext,
} from 'cloudflare:test'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { BROADCAST_ANSWERS } from '../../src/api/staff/broadcast-answers.ts'
import { approveBroadcast } from '../../src/broadcasts/life/approve.ts'
import { createBroadcast } from '../../src/broadcasts/life/create.ts'
import { DAILY_JOBS, type Job, MINUTE_JOBS } from '../../src/jobs/jobs.ts'
import { enqueue } from '../../src/outbox/enqueue.ts'
import type { Bindings } from '../../src/runtime/workers.ts'
import { openWorkerServices } from '../../src/runtime/workers.ts'
import type { Services } from '../../src/services.ts'
import { tokenActor } from '../../src/staff/actor.ts'
import worker from '../../src/worker.ts'
import { seeded } from '../bench/random.ts'
import { must, PLAN } from '../contracts/broadcasts/scene.ts'
import { importFamilies, telephoneOf } from '../contracts/families.ts'

/** A batch as Cloudflare hands it over: each body with how often it was tried before. */
type Handed = readonly { readonly body: unknown; readonly attempts: number }[]

/** What the provider took, and to whom; `refuses` makes D1 refuse a batch of writes. */
const taken: string[] = []
let refuses = () => false
let sentLater: unknown[] = []
let services: Services

const digestOf = (token: string) => bytesToHex(sha256(utf8ToBytes(token)))

/** The bindings of a Worker with an account at Twilio; its D1 refuses at times, its queues are looked at. */
const bindings = {
  ...env,
  DB: refusing(env.DB),
  JOBS: kept(),
  OUTBOX: kept(),
  DEMO: '0',
  NOW: undefined,
  QUIET_HOURS: '00:00-00:00',
  API_TOKENS: `li:${digestOf('author')},wang:${digestOf('approver')}`,
  SMS_RATE: '1000',
  PUBLIC_URL: 'https://huixue.example',
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'token',
  TWILIO_FROM: '+8610000000',
} satisfies Bindings & Record<string, unknown>

beforeAll(async () => {
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  services = await openWorkerServices(bindings, () => {})
})

beforeEach(async () => {
  taken.length = 0
  refuses = () => false
  sentLater = []
  vi.stubGlobal('fetch', twilio)
  for (const table of ['broadcast_deliveries', 'broadcast_runs', 'broadcasts', 'outbox', 'outbox_broadcasts'])
    await env.DB.prepare(`delete from ${table}`).run()
})

describe('the queue’s consumer on workerd', () => {
  it('sends each message once though a batch is delivered twice, at once and out of order', async () => {
    await queued(120)
    const batch = ['drain-outbox', 'link-audit', 'drain-outbox', 'keep-determinations'] as const
    const results = await Promise.all([consume(fresh(...batch)), consume(fresh(...batch.toReversed()))])
    expect(results.map(({ retried }) => retried)).toEqual([[], []])
    await consume(fresh(...batch))
    expectEach(120)
    expect(await states()).toEqual([{ state: 'sent', count: 120 }])
  })

  it('sends an approved broadcast to each family once, whatever the order and however often', async () => {
    await importFamilies(
      services,
      Array.from({ length: 150 }, () => ({})),
    )
    const { id } = must(await createBroadcast(services, tokenActor('li'), PLAN))
    must(await approveBroadcast(services, tokenActor('wang'), id))
    for (let nth = 0; nth < 5; nth++) {
      const batch =
        nth % 2 === 0 ? fresh('drain-outbox', 'drain-outbox') : fresh('link-audit', 'drain-outbox')
      await Promise.all([consume(batch), consume(batch)])
    }
    expectEach(150)
    expect(await services.store.rows('select state from broadcasts')).toEqual([{ state: 'done' }])
  })

  it.each([1, 2, 3])('sends each message once where D1 refuses one batch in five (seed %i)', async (seed) => {
    const { chance } = seeded(seed)
    await queued(80)
    refuses = () => chance(0.2)
    let handed: Handed = fresh('drain-outbox', 'drain-outbox')
    // What was not acknowledged comes again; what is given up after its tries is woken for by Cron.
    for (let nth = 0; nth < 20 && handed.length > 0; nth++) handed = (await consume(handed)).retried
    refuses = () => false
    await consume(fresh('drain-outbox'))
    expectEach(80)
    expect(await states()).toEqual([{ state: 'sent', count: 80 }])
  })

  it('tries again what failed alone, and later each time', async () => {
    await queued(1)
    refuses = () => true
    const first = await consume([...fresh('drain-outbox'), ...fresh('no job of ours')])
    expect([first.retried, first.delays]).toEqual([[{ body: 'drain-outbox', attempts: 2 }], [4]])
    const second = await consume(first.retried)
    expect(second.delays).toEqual([8])
    refuses = () => false
    expect((await consume(second.retried)).retried).toEqual([])
    expectEach(1)
  })

  it('takes what was given up off the dead-letter queue, and sends nothing by it', async () => {
    await queued(1)
    const result = await consume(fresh('drain-outbox'), 'huixue-outbox-dead')
    expect(result).toMatchObject({ retried: [], ackAll: true })
    expect([taken, await states()]).toEqual([[], [{ state: 'queued', count: 1 }]])
  })

  it('is woken again where more is left than one may send', async () => {
    await importFamilies(
      services,
      Array.from({ length: 150 }, () => ({})),
    )
    const { id } = must(await createBroadcast(services, tokenActor('li'), PLAN))
    must(await approveBroadcast(services, tokenActor('wang'), id))
    await consume(fresh('drain-outbox'))
    expect(sentLater).toEqual(['drain-outbox'])
  })

  it('is woken as a broadcast is approved: its first message does not wait for the next minute', async () => {
    await importFamilies(
      services,
      Array.from({ length: 3 }, () => ({})),
    )
    const { name, audience, body } = PLAN
    const created = await api('author', '', { name, audience, body })
    expect([created.status, sentLater]).toEqual([201, []])
    const { id } = BROADCAST_ANSWERS.BroadcastCreated.parse(await created.json())
    expect((await api('approver', `/${id}/approve`)).status).toBe(200)
    expect(sentLater).toEqual(['drain-outbox'])
    await consume(fresh('drain-outbox'))
    expect(taken.length).toBeGreaterThan(2)
  })

  it('is called by the queues that wrangler.toml binds', async () => {
    await consume(fresh('drain-outbox'))
    await queued(2)
    await env.OUTBOX.sendBatch([{ body: 'drain-outbox' }, { body: 'drain-outbox' }])
    await vi.waitUntil(() => taken.length >= 2, { timeout: 200_000 })
    expectEach(2)
  })

  it('is woken every minute by Cron, and once a night', async () => {
    await worker.scheduled({ cron: '* * * * *', scheduledTime: 0, noRetry: () => {} }, bindings)
    expect(sentLater).toEqual([...MINUTE_JOBS, 'drain-outbox'])
    sentLater = []
    await worker.scheduled({ cron: '30 19 * * *', scheduledTime: 0, noRetry: () => {} }, bindings)
    expect(sentLater).toEqual([...DAILY_JOBS])
  })
})

/** Twilio's Messages resource, as far as it takes messages. */
function twilio(input: string, init: RequestInit): Promise<Response> {
  if (init.method !== 'POST') return Promise.resolve(Response.json({ messages: [], next_page_uri: null }))
  if (!(init.body instanceof URLSearchParams)) throw new Error('not a form')
  const form = init.body
  const sid = `SM${taken
    .push(form.get('To') ?? '')
    .toString(16)
    .padStart(32, '0')}`
  expect(input).toContain('/Messages.json')
  return Promise.resolve(Response.json({ sid, status: 'queued' }, { status: 201 }))
}

/** A request of staff, with all that goes on behind its answer. */
async function api(token: string, path: string, body?: object) {
  const context = createExecutionContext()
  const request = new Request(`https://huixue.example/api/v1/broadcasts${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  })
  const response = await worker.fetch(request, bindings, context)
  await waitOnExecutionContext(context)
  return response
}

function fresh(...bodies: readonly string[]): Handed {
  return bodies.map((body) => ({ body, attempts: 1 }))
}

/** Hands a batch to the consumer; what it is to be handed again, and after how many seconds. */
async function consume(handed: Handed, queue = 'huixue-outbox') {
  const messages = handed.map((one, at) => ({ ...one, id: String(at), timestamp: new Date() }))
  const batch = createMessageBatch(queue, messages)
  const retries = batch.messages.map((message) => vi.spyOn(message, 'retry'))
  const context = createExecutionContext()
  await worker.queue(batch, bindings)
  const { retryMessages, explicitAcks, ackAll } = await getQueueResult(batch, context)
  expect(ackAll || retryMessages.length + explicitAcks.length === handed.length).toBe(true)
  const retried = retryMessages.flatMap(({ msgId }) => {
    const one = handed[Number(msgId)]
    return one === undefined ? [] : [{ ...one, attempts: one.attempts + 1 }]
  })
  const delays = retries.flatMap(({ mock }) => mock.calls.map(([options]) => options?.delaySeconds))
  return { retried, delays, ackAll }
}

async function queued(count: number): Promise<void> {
  const notices = Array.from({ length: count }, (_, at) => ({
    channel: 'sms' as const,
    kind: 'notice' as const,
    contactId: null,
    address: telephoneOf(at),
    spoken: { text: `notice ${at}` },
  }))
  await services.store.atomically(await enqueue(services, notices, services.clock()))
}

function expectEach(count: number): void {
  expect(taken.toSorted()).toEqual(Array.from({ length: count }, (_, at) => telephoneOf(at)).toSorted())
}

function states() {
  return services.store.rows('select state, count(*) as count from outbox group by state')
}

/** A queue that only keeps what it is sent. */
function kept(): Queue<Job> {
  const metrics = { backlogCount: 0, backlogBytes: 0 }
  const keep = (...bodies: readonly unknown[]) => {
    sentLater.push(...bodies)
    return Promise.resolve({ metadata: { metrics } })
  }
  return {
    metrics: () => Promise.resolve(metrics),
    send: (body) => keep(body),
    sendBatch: (batch) => keep(...[...batch].map(({ body }) => body)),
  }
}

function refusing(database: D1Database): D1Database {
  return new Proxy(database, {
    get: (real, name): unknown => {
      if (name === 'batch')
        return (statements: Parameters<D1Database['batch']>[0]) =>
          refuses() ? Promise.reject(new Error('D1_ERROR: overloaded')) : real.batch(statements)
      return (...args: never[]): unknown =>
        (Reflect.get(real, name) as (...args: never[]) => unknown).apply(real, args)
    },
  })
}
