import { and, eq, lt } from 'drizzle-orm'
import { keepEffects } from '../amendments/keep-effects.ts'
import { linkAudit } from '../audit/chain.ts'
import { feedBroadcasts } from '../broadcasts/sending/feed.ts'
import { keepDeterminations } from '../determinations/keep.ts'
import { byToday } from '../determinations/today.ts'
import { keepFigures } from '../figures/keep.ts'
import { sweepSentences } from '../labelling/keep.ts'
import { drain } from '../outbox/drain.ts'
import { realTime } from '../time/time.ts'
import { SWEEP_TRIES } from '../linking/tries.ts'
import { dayOf } from '../time/clock.ts'
import type { Services } from '../services.ts'
import { reseal } from '../resealing/reseal.ts'
import { counted } from '../storage/counted.ts'
import { runUploads } from '../uploads/run.ts'
import { sweepUploads } from '../uploads/sweep.ts'
import { imports } from '../storage/schema.ts'
import { statement, write } from '../storage/store.ts'

/** Work done apart from any request: woken by Cron through the Queue on Workers, by a timer on Node. */
export const DAILY_JOBS = ['sweep-imports', 'sweep-forgotten', 'sweep-uploads'] as const
/** Those that come every minute. */
export const MINUTE_JOBS = [
  'keep-determinations',
  'keep-figures',
  'keep-effects',
  'link-audit',
  'run-uploads',
] as const
const JOBS = [...DAILY_JOBS, ...MINUTE_JOBS, 'drain-outbox', 'reseal'] as const
export type Job = (typeof JOBS)[number]

/** Reads a queued message's body; null for what is no job of ours. */
export function readJob(body: unknown): Job | null {
  return JOBS.find((job) => job === body) ?? null
}

/** Runs one job. Each may be run twice, or late, without harm: queues deliver at least once. */
export async function runJob(services: Services, job: Job): Promise<void> {
  switch (job) {
    case 'sweep-imports':
      return sweepImports(services)
    case 'sweep-forgotten':
      return sweepForgotten(services)
    case 'drain-outbox':
      return drainOutbox(services)
    case 'keep-determinations':
      return keepCurrent(services)
    case 'keep-figures':
      return keepCounted(services)
    case 'run-uploads':
      return runUploads(services)
    case 'sweep-uploads':
      return sweepUploads(services)
    case 'keep-effects':
      return keepWorkedOut(services)
    case 'link-audit':
      return linkAudit(services)
    case 'reseal':
      return resealSome(services)
  }
}

// An invocation on Workers may run for minutes, make 1000 queries to D1 and hold six connections; what is left is woken
// for again.
const DRAIN = { time: realTime, budgetMs: 30_000, turns: 150, concurrency: 4 } as const

// Of the queries the broadcasts take a tenth.
const FEED = { pages: 10 } as const

async function drainOutbox(services: Services): Promise<void> {
  const isMore = await feedBroadcasts(services, FEED)
  // Of the broadcasts' kind: a request beside it, which finds nothing urgent, must not take it for done.
  if ((await drain(services, DRAIN)) || isMore) services.wake('broadcast')
}

/** Sends answers and notices there and then, where a request has just put them in the outbox; true where some are left. */
export function sendUrgent(services: Services): Promise<boolean> {
  return drain(services, { ...DRAIN, budgetMs: 5000, turns: 25, urgentOnly: true })
}

// Less than the minute after which it is run again; what is left waits until then.
const KEEP_MS = 20_000

async function keepCurrent(services: Services): Promise<void> {
  const { households, more } = await keepDeterminations(services, await byToday(services), KEEP_MS)
  if (households > 0) services.log.info('determinations kept', { households, more })
}

// What is left is counted a minute later.
const FIGURES_MS = 15_000

async function keepCounted(services: Services): Promise<void> {
  const counties = await keepFigures(services, await byToday(services), FIGURES_MS)
  if (counties > 0) services.log.info('figures kept', { counties })
}

// Whom a decision would move is seldom asked for within a minute of its being proposed.
const EFFECTS_MS = 15_000

async function keepWorkedOut(services: Services): Promise<void> {
  if (await keepEffects(services, EFFECTS_MS)) services.log.info('effects under way')
}

const RESEAL = { budgetMs: 20_000, queries: 600 } as const

// Nothing is logged of a step that had nothing to do: what is over is told once an hour.
async function resealSome(services: Services): Promise<void> {
  const { store, spent } = counted(services.store)
  const until = performance.now() + RESEAL.budgetMs
  const isEnough = () => performance.now() > until || spent() > RESEAL.queries
  const step = await reseal({ ...services, store }, isEnough)
  if (step === null) return
  const { moved, head, end } = step
  if (moved.size > 0 || head !== null)
    services.log.info('sealed anew', { ...Object.fromEntries(moved), head })
  if (end !== null && services.clock().getUTCMinutes() === 0)
    services.log.info(
      end.isOver ? 'the previous key can be taken away' : 'the previous key is still needed',
      {
        ...end.waiting,
        unreadable: end.unreadable,
        stuck: end.stuck,
      },
    )
}

const ABANDONED_AFTER_MS = 24 * 3600 * 1000

// An import cut off and never repeated would stand there as one under way.
async function sweepImports({ store, clock, log }: Services): Promise<void> {
  const before = new Date(clock().getTime() - ABANDONED_AFTER_MS).toISOString()
  const { db } = store
  const abandoned = and(eq(imports.state, 'running'), lt(imports.startedAt, before))
  await store.atomically([write(db.update(imports).set({ state: 'interrupted' }).where(abandoned))])
  log.info('job done', { job: 'sweep-imports' })
}

// An answer that is nobody's (to who was forgotten, or made a report) is kept only until it has left.
const LEFT = `delete from outbox
  where contact_id is null and kind = 'answer' and state in ('sent', 'delivered', 'failed', 'cancelled')`

// Nobody repeats a request after a week.
const KEYS_KEPT_MS = 7 * 24 * 3600 * 1000
const OLD_KEYS = 'delete from idempotency_keys where at < ?1'

async function sweepForgotten({ store, clock, log }: Services): Promise<void> {
  const before = new Date(clock().getTime() - KEYS_KEPT_MS).toISOString()
  await store.atomically([
    statement(LEFT),
    statement(OLD_KEYS, [before]),
    statement(SWEEP_TRIES, [dayOf(clock())]),
    sweepSentences(clock()),
  ])
  await store.scrub()
  log.info('job done', { job: 'sweep-forgotten' })
}
