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
import { WORKERS_LIMITS } from '../../src/uploads/limits.ts'
import { readUpload } from '../../src/uploads/read.ts'
import type { UploadKind } from '../../src/uploads/upload.ts'
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
function register(year: number): readonly string[] {
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
  return lines
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

/** A ledger as long as the desk takes it, its rows of one person far apart; none of the steps is said twice. */
function ledger(lines: readonly string[]): File {
  const persons = lines.slice(1).flatMap((household) => household.trim().split('\n'))
  const steps = ['已申请,2026-09-05,,', '已批准,2026-09-20,1000,', '已发放,2026-10-20,1000,']
  const rows = steps.flatMap((step) =>
    persons.map((line) => `${line.split(',')[5] ?? ''},中职国家助学金,2026,${step}`),
  )
  return new File(
    [['人编号,项目,学年,状态,日期,金额,原因', ...rows.slice(0, WORKERS_LIMITS.rows)].join('\n')],
    'ledger.csv',
  )
}

async function taken(kind: UploadKind, file: File, day: string) {
  limited.begin()
  const kept = await keepUpload(services, OPERATOR, { kind, file, takenOn: day })
  if (!kept.ok) return expect.unreachable()
  await untilDone('run-uploads')
  expect(await approveUpload(services, OPERATOR, kept.id)).toBe(true)
  await untilDone('run-uploads')
  const upload = await readUpload(services, OPERATOR, kept.id)
  return { state: upload?.upload.state, counts: upload?.found?.counts }
}

describe('within what Cloudflare allows an invocation', () => {
  it('a county’s register of 20,000 rows is read, applied, and applied again where every household changed', async () => {
    const first = await taken('register', new File([...register(2025)], 'register.csv'), '2025-10-01')
    expect(first.state).toBe('applied')
    expect(first.counts?.added).toBeGreaterThan(20_000)
    const again = await taken('register', new File([...register(2026)], 'later.csv'), '2026-10-01')
    expect(again.state).toBe('applied')
    expect(again.counts?.changed).toBeGreaterThan(1000)
  }, 1_600_000)

  it('a ledger of 60,000 rows is read and applied, in steps', async () => {
    const done = await taken('ledger', ledger(register(2025)), '2026-10-20')
    expect(done.state).toBe('applied')
    expect(done.counts?.read).toBe(60_000)
    expect(done.counts?.added).toBeGreaterThan(20_000)
    expect(done.counts?.changed).toBeGreaterThan(30_000)
  }, 400_000)

  it('its determinations are kept, and its office’s first page is shown', async () => {
    await untilDone('keep-determinations')
    const browser = await signedInAs(services, 'li.limits', 'county-administrator', HOME)
    limited.begin()
    expect((await browser.get('/console')).status).toBe(200)
  }, 1_600_000)
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
