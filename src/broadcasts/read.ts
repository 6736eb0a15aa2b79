import { broadcastCounts, type OutboxState } from '../outbox/broadcasts.ts'
import { quietUntil } from '../time/quiet-hours.ts'
import type { Services } from '../services.ts'
import type { Actor } from '../staff/actor.ts'
import type { Store } from '../storage/store.ts'
import type { Broadcast } from './broadcast.ts'
import { findBroadcast } from './find.ts'
import type { SkipReason } from './prepare.ts'
import { paceOf } from './sending/progress.ts'
import { type Run, runsOf } from './runs.ts'

/** How many families of a run stand where. */
type Counts = {
  /** Waiting, or on their way; those that are still to be put in the outbox too, as far as the run's size is known. */
  readonly queued: number
  readonly sent: number
  readonly delivered: number
  readonly failed: number
  /** They may have left or not: the provider's answer was lost. */
  readonly unknown: number
  /** Queued when the family said stop, or when the broadcast was cancelled. */
  readonly cancelled: number
  readonly skipped: number
}

/** How a run goes on. */
type Progress = {
  /** Messages that have left, of all that are to. */
  readonly done: number
  readonly of: number
  /** Messages a second, lately; null where it does not go on or was not yet measured. */
  readonly perSecond: number | null
  /** Without quiet hours between. */
  readonly secondsLeft: number | null
  /** Until when quiet hours hold it; null where they do not. */
  readonly quietUntil: string | null
}

/** A broadcast as it stands: `run` is its last. */
export type BroadcastRead = {
  readonly broadcast: Broadcast
  readonly run: Run | null
  readonly counts: Counts
  readonly skippedBecause: Readonly<Partial<Record<SkipReason, number>>>
  readonly progress: Progress | null
}

/** One broadcast of the actor's area with where it stands; null where there is none. */
export async function readBroadcast(
  services: Services,
  actor: Actor,
  id: string,
): Promise<BroadcastRead | null> {
  const broadcast = await findBroadcast(services, actor, id)
  if (broadcast === null) return null
  const run = (await runsOf(services.store, id)).at(-1) ?? null
  if (run === null) return { broadcast, run, counts: NONE, skippedBecause: {}, progress: null }
  const [messages, skippedBecause] = await Promise.all([
    broadcastCounts(services, run.id),
    skippedIn(services.store, run.id),
  ])
  const counts = countsOf(broadcast, run, messages, skippedBecause)
  return { broadcast, run, counts, skippedBecause, progress: progressOf(services, broadcast, run, counts) }
}

const NONE: Counts = {
  queued: 0,
  sent: 0,
  delivered: 0,
  failed: 0,
  unknown: 0,
  cancelled: 0,
  skipped: 0,
}

const SKIPPED = `select reason, count(*) as count from broadcast_deliveries
  where run_id = ?1 and reason is not null group by reason order by reason`

async function skippedIn(store: Store, runId: string): Promise<BroadcastRead['skippedBecause']> {
  const rows = await store.rows<{ reason: SkipReason; count: number }>(SKIPPED, [runId])
  return Object.fromEntries(rows.map(({ reason, count }) => [reason, count]))
}

function countsOf(
  { state }: Broadcast,
  run: Run,
  messages: Readonly<Record<OutboxState, number>>,
  skippedBecause: BroadcastRead['skippedBecause'],
): Counts {
  const { sent, delivered, failed, unknown, cancelled } = messages
  const waiting = messages.queued + messages.sending
  const skipped = Object.values(skippedBecause).reduce((sum, count) => sum + count, 0)
  const lines = waiting + sent + delivered + failed + unknown + cancelled + skipped
  const unfed = isOpen(state) && !run.isThrough && run.pass === 1 ? Math.max(0, (run.size ?? 0) - lines) : 0
  return { queued: waiting + unfed, sent, delivered, failed, unknown, cancelled, skipped }
}

function isOpen(state: Broadcast['state']): boolean {
  return state === 'sending' || state === 'paused' || state === 'scheduled'
}

function progressOf(
  { settings, clock }: Services,
  { state }: Broadcast,
  run: Run,
  { queued, sent, delivered, failed, unknown }: Counts,
): Progress | null {
  if (!isOpen(state)) return null
  const now = clock()
  const done = sent + delivered + failed + unknown
  const perSecond = state === 'sending' ? paceOf(run, now) : null
  return {
    done,
    of: done + queued,
    perSecond,
    secondsLeft: perSecond === null || perSecond === 0 ? null : Math.ceil(queued / perSecond),
    quietUntil: quietUntil(settings.quietHours, now)?.toISOString() ?? null,
  }
}
