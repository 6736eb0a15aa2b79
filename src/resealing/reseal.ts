import { rekeyAudit } from '../audit/rekey.ts'
import type { Services } from '../services.ts'
import { type Query, statement } from '../storage/store.ts'
import { pageAfter } from './page.ts'
import { SEALED_COLUMNS } from './sealed-columns.ts'
import { type Waiting, waitingOn } from './waiting.ts'

/** How far a key's rotation has come. */
export type Resealing = {
  /** Put under the current key by this step: values and indexes by their table. */
  readonly moved: ReadonlyMap<string, number>
  /** The audit's new head, where its chain was made anew: to be kept in place of the one before. */
  readonly head: string | null
  /** Null while the pass is under way. */
  readonly end: End | null
}

export type End = {
  /** Values that open under no key at hand. */
  readonly unreadable: number
  /** What pass after pass could not move: two rows are of one and the same. */
  readonly stuck: number
  readonly isAuditBroken: boolean
  readonly waiting: Waiting
  /** Nothing is left: the previous key can be taken away. */
  readonly isOver: boolean
}

type Given = Pick<Services, 'store' | 'vault' | 'clock'>

/** Where a pass stands. `at` is the column's place in the list; null once the pass is over. */
type Progress = {
  readonly begun: string
  readonly at: number | null
  readonly after: number
  readonly moved: number
  readonly unreadable: number
  readonly isAuditBroken: boolean
  readonly pass: number
  /** Since when a whole pass has found nothing to move. */
  readonly since: string | null
}

const JOB = 'reseal'
// One finds all, another what was written meanwhile.
const MOST_PASSES = 5
const PROGRESS = 'select cursor from job_progress where job = ?1 and mark = ?2'
const KEEP = `insert into job_progress (job, mark, cursor) values (?1, ?2, ?3)
  on conflict (job) do update set mark = excluded.mark, cursor = excluded.cursor`

/**
 * Puts under the current key what stands under the previous one, page by page until it is enough; with no previous key there
 * is nothing to do. Where it stands is kept with each page: killed, run twice at once or late it does no harm. Passes are
 * made until one finds nothing to move, for another process may still have written under the key before; once one has, only
 * `again` makes a further one.
 */
export async function reseal(
  services: Given,
  isEnough: () => boolean,
  { again = false }: { readonly again?: boolean } = {},
): Promise<Resealing | null> {
  const [current = '', previous] = services.vault.keyIds
  if (previous === undefined) return null
  const mark = `${previous} ${current}`
  const moved = new Map<string, number>()
  let head: string | null = null
  let progress = await progressOf(services, mark)
  if (again && progress.at === null) progress = anew(progress)
  while (progress.at !== null && !isEnough()) {
    const column = SEALED_COLUMNS[progress.at]
    if (column === undefined) {
      const rekeyed = await rekeyAudit(services)
      if (rekeyed.state === 'rekeyed') head = `${rekeyed.head.seq}:${rekeyed.head.hash}`
      progress = closed({ ...progress, isAuditBroken: rekeyed.state === 'broken' }, services.clock())
      await keep(services, mark, progress, [])
    } else {
      const page = await pageAfter(services, column, progress.after)
      if (page.moved > 0) moved.set(column.table, (moved.get(column.table) ?? 0) + page.moved)
      progress = {
        ...progress,
        at: page.last === null ? progress.at + 1 : progress.at,
        after: page.last ?? 0,
        moved: progress.moved + page.moved,
        unreadable: progress.unreadable + page.unreadable,
      }
      await keep(services, mark, progress, page.writes)
    }
  }
  return { moved, head, end: await endOf(services, progress) }
}

async function progressOf({ store, clock }: Given, mark: string): Promise<Progress> {
  const [row] = await store.rows<{ cursor: string }>(PROGRESS, [JOB, mark])
  if (row !== undefined) return JSON.parse(row.cursor) as Progress
  return anew({ begun: clock().toISOString(), since: null })
}

function anew({ begun, since }: Pick<Progress, 'begun' | 'since'>, pass = 1): Progress {
  return { begun, since, pass, at: 0, after: 0, moved: 0, unreadable: 0, isAuditBroken: false }
}

// What a pass has moved the next one looks for again.
function closed(progress: Progress, now: Date): Progress {
  const { begun, moved, pass } = progress
  if (moved > 0 && pass < MOST_PASSES) return anew({ begun, since: null }, pass + 1)
  return { ...progress, at: null, since: progress.since ?? now.toISOString() }
}

async function keep(
  { store }: Given,
  mark: string,
  progress: Progress,
  writes: readonly Query[],
): Promise<void> {
  const kept = statement(KEEP, [JOB, mark, JSON.stringify(progress)])
  if ((await store.atomically([...writes, kept])) === 'conflict') throw new Error('re-sealing was refused')
}

async function endOf(services: Given, progress: Progress): Promise<End | null> {
  const { at, begun, since, moved: stuck, unreadable, isAuditBroken } = progress
  if (at !== null || since === null) return null
  const waiting = await waitingOn(services, { begun, since })
  const left = [unreadable, stuck, ...Object.values<number>(waiting)]
  const isOver = !isAuditBroken && left.every((count) => count === 0)
  return { unreadable, stuck, isAuditBroken, waiting, isOver }
}
