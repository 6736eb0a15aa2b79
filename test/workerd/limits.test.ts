import type { Queue } from '@cloudflare/workers-types'
import {
  applyD1Migrations,
  createExecutionContext,
  createMessageBatch,
  env,
  getQueueResult,
} from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Job } from '../../src/jobs/jobs.ts'
import { sampleLines } from '../../src/register/sample/sample.ts'
import { type Bindings, openWorkerServices } from '../../src/runtime/workers.ts'
import type { Services } from '../../src/services.ts'
import type { Actor } from '../../src/staff/actor.ts'
import { approveUpload } from '../../src/uploads/decide.ts'
import { keepUpload } from '../../src/uploads/keep.ts'
import { readUpload } from '../../src/uploads/read.ts'
import worker from '../../src/worker.ts'
import { signedInAs } from '../contracts/desk.ts'
import { limitedD1 } from './limited-d1.ts'

const HOME = { code: '621223', township: null }
const OPERATOR: Actor = { name: 'li', role: 'operator', area: HOME }
const TOWNSHIPS = ['城关镇', '哈达铺镇', '理川镇', '南阳镇', '官亭镇', '沙湾镇', '阿坞镇', '南河镇'] as const

const limited = limitedD1(env.DB)
const woken: Job[] = []
const bindings = { ...env, DB: limited.database, JOBS: keeping(), OUTBOX: keeping() } satisfies Bindings
let services: Services

beforeAll(async () => {
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  services = await openWorkerServices(bindings, () => {})
})

/** A county's register of more than 20,000 rows with faults, all of one office's; `year` changes every household of it. */
function register(year: number): File {
  const township = (name: string, at: number) => ({
    code: `62122310${at}201`,
    county: HOME.code,
    countyName: '宕昌县',
    township: name,
    village: '旧城村',
  })
  const [first, ...rest] = TOWNSHIPS.map(township)
  if (first === undefined) return expect.unreachable()
  const options = { households: 5000, seed: 5, takenOn: `${year}-10-01`, faults: 'some' } as const
  const lines = [...sampleLines({ ...options, places: [first, ...rest] })]
  expect(lines.length).toBeGreaterThan(20_000)
  return new File(lines, `register-${year}.csv`)
}

/** Hands a job to the queue's consumer: an invocation of its own, which fails where D1 refuses it a query. */
async function invoke(job: Job): Promise<void> {
  limited.begin()
  const batch = createMessageBatch('huixue-jobs', [
    { id: '1', timestamp: new Date(), attempts: 1, body: job },
  ])
  await worker.queue(batch, bindings)
  const { retryMessages } = await getQueueResult(batch, createExecutionContext())
  expect(retryMessages, `${job} after ${limited.spent()} queries`).toEqual([])
}

/** All invocations that a woken job wakes, one after the other. */
async function untilDone(job: Job): Promise<void> {
  woken.push(job)
  for (let next = woken.shift(); next !== undefined; next = woken.shift()) await invoke(next)
}

async function taken(file: File, day: string) {
  limited.begin()
  const kept = await keepUpload(services, OPERATOR, { kind: 'register', file, takenOn: day })
  if (!kept.ok) return expect.unreachable()
  await untilDone('run-uploads')
  expect(await approveUpload(services, OPERATOR, kept.id)).toBe(true)
  await untilDone('run-uploads')
  const upload = await readUpload(services, OPERATOR, kept.id)
  return { state: upload?.upload.state, counts: upload?.found?.counts }
}

describe('within what Cloudflare allows an invocation', () => {
  it('a county’s register of 20,000 rows is read, applied, and applied again where every household changed', async () => {
    const first = await taken(register(2025), '2025-10-01')
    expect(first.state).toBe('applied')
    expect(first.counts?.added).toBeGreaterThan(20_000)
    const again = await taken(register(2026), '2026-10-01')
    expect(again.state).toBe('applied')
    expect(again.counts?.changed).toBeGreaterThan(1000)
  }, 400_000)

  it('its determinations are kept, and its office’s first page is shown', async () => {
    await untilDone('keep-determinations')
    const browser = await signedInAs(services, 'li.limits', 'county-administrator', HOME)
    limited.begin()
    expect((await browser.get('/console')).status).toBe(200)
  }, 400_000)
})

/** A queue that keeps what it is sent, until the test hands it over. */
function keeping(): Queue<Job> {
  const metrics = { backlogCount: 0, backlogBytes: 0 }
  const keep = (...jobs: readonly Job[]) => {
    woken.push(...jobs)
    return Promise.resolve({ metadata: { metrics } })
  }
  return {
    metrics: () => Promise.resolve(metrics),
    send: (job) => keep(job),
    sendBatch: (batch) => keep(...[...batch].map(({ body }) => body)),
  }
}
