import { CHANNELS, type Channel } from '../../conversation/turn.ts'
import { quietUntil } from '../../time/quiet-hours.ts'
import { giveWay } from '../../time/time.ts'
import type { Services } from '../../services.ts'
import { type Active, activeIn } from './active.ts'
import { type Context, contextOf } from '../context.ts'
import { feedFailedPage } from './failed-page.ts'
import { finishRuns } from './finish.ts'
import { feedPage, PAGE } from './page.ts'
import { keepProgress } from './progress.ts'
import { startDue } from './start.ts'
import { keepTold } from './told.ts'

/**
 * So far ahead of the sending is fed, more than the minute between two looks on Workers: what happens meanwhile (a stop, an
 * application, a pause) still holds for the rest.
 */
const AHEAD_SECONDS = 90

type Limits = {
  /** Pages at most, before what is left is left to the next. */
  readonly pages: number
  /** Households a page; PAGE where not given. */
  readonly size?: number
  readonly isStopping?: () => boolean
}

/**
 * One step of all broadcasts: starts what is due, puts pages into the outbox some way ahead of the sending, ends what is
 * through. Harmless twice or at the same time. True where more could be put in at once.
 */
export async function feedBroadcasts(services: Services, limits: Limits): Promise<boolean> {
  let isMore = false
  if (quietUntil(services.settings.quietHours, services.clock()) === null) {
    await startDue(services)
    isMore = await feedSending(services, limits)
  }
  await keepTold(services)
  await finishRuns(services)
  // Last: what only tells how it goes on must not keep it from its end.
  await keepProgress(services)
  return isMore
}

// The broadcasts take turns by pages, so that a small one does not wait for a large one.
async function feedSending(services: Services, { pages, size = PAGE, isStopping }: Limits): Promise<boolean> {
  let turns = await withRoom(services)
  const contexts = new Map<string, Context>()
  for (let page = 0; page < pages; page++) {
    const [turn, ...rest] = turns
    if (turn === undefined || isStopping?.() === true) return false
    const { run, queued } = await feedOne(services, contexts, turn, size)
    if (queued > 0) services.wake('broadcast')
    await giveWay()
    const next = run === null ? null : { ...turn, run, room: turn.room - queued }
    turns = next === null || next.run.isThrough || next.room <= 0 ? rest : [...rest, next]
  }
  return turns.length > 0
}

async function feedOne(
  services: Services,
  contexts: Map<string, Context>,
  { broadcast, run }: Active,
  size: number,
) {
  const context = contexts.get(broadcast.id) ?? (await contextOf(services, broadcast, broadcast.id))
  contexts.set(broadcast.id, context)
  return run.pass === 1
    ? feedPage(services, context, run, size)
    : feedFailedPage(services, context, run, size)
}

/** `room`: how many more messages may wait. */
type Turn = Active & { readonly room: number }

async function withRoom(services: Services): Promise<readonly Turn[]> {
  const sending = (await activeIn(services, 'sending')).filter(({ run }) => !run.isThrough)
  const turns = await Promise.all(
    sending.map(async (active) => ({ ...active, room: await roomFor(services, active.run.id) })),
  )
  return turns.filter(({ room }) => room > 0)
}

const WAITING = `select channel, count(*) as count from outbox where broadcast_id = ?1 and state = 'queued' group by channel`

async function roomFor({ store, settings }: Services, runId: string): Promise<number> {
  const rows = await store.rows<{ channel: Channel; count: number }>(WAITING, [runId])
  const waiting = new Map(rows.map(({ channel, count }) => [channel, count]))
  const rates: Readonly<Record<Channel, number>> = { sms: settings.smsRate, telegram: settings.telegramRate }
  const rooms = CHANNELS.map(
    (channel) => Math.max(PAGE, rates[channel] * AHEAD_SECONDS) - (waiting.get(channel) ?? 0),
  )
  return Math.min(...rooms)
}
