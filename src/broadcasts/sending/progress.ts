import { previewAudience } from '../../audiences/preview.ts'
import { broadcastCounts, type OutboxState } from '../../outbox/broadcasts.ts'
import type { Services } from '../../services.ts'
import { statement } from '../../storage/store.ts'
import { type Active, activeIn } from './active.ts'
import { CLOCK } from '../life/clock-moves.ts'
import type { Run } from '../runs.ts'

/** How often the pace is measured, and after how long an older measure tells nothing of it. */
const EVERY_MS = 30_000
const STALE_MS = 120_000

const SIZE = 'update broadcast_runs set size = ?2 where id = ?1'
const MARK = 'update broadcast_runs set mark_at = ?2, mark_settled = ?3, rate = ?4 where id = ?1'

/** Keeps of every run under way how large it is and how fast it goes. */
export async function keepProgress(services: Services): Promise<void> {
  for (const active of await activeIn(services, 'sending')) {
    if (active.run.size === null) await keepSize(services, active)
    await keepPace(services, active)
  }
}

// Counted once its first messages are on their way: they need not wait for it.
async function keepSize(services: Services, { broadcast, run }: Active): Promise<void> {
  const previewed = await previewAudience(services, CLOCK, broadcast.audience)
  if (!previewed.ok) return
  const { reach, unreached } = previewed.preview
  const size = [...reach.map(({ messages }) => messages), ...Object.values(unreached)].reduce(
    (sum, count) => sum + count,
    0,
  )
  await services.store.atomically([statement(SIZE, [run.id, size])])
}

async function keepPace(services: Services, { run }: Active): Promise<void> {
  const now = services.clock()
  const since = run.markAt === null ? null : now.getTime() - Date.parse(run.markAt)
  if (since !== null && since < EVERY_MS) return
  const settled = settledOf(await broadcastCounts(services, run.id))
  const rate = since === null || since > STALE_MS ? null : (settled - run.markSettled) / (since / 1000)
  await services.store.atomically([statement(MARK, [run.id, now.toISOString(), settled, rate])])
}

/** Messages that have left, whatever became of them. */
function settledOf(counts: Readonly<Record<OutboxState, number>>): number {
  return counts.sent + counts.delivered + counts.failed + counts.unknown
}

/** Messages a second by the latest measure; null while none is fresh. */
export function paceOf({ rate, markAt }: Run, now: Date): number | null {
  return markAt === null || now.getTime() - Date.parse(markAt) > STALE_MS ? null : rate
}
