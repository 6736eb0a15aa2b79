import type { Services } from '../services.ts'
import { mustHaveChangedOne, type Store, statement } from '../storage/store.ts'
import { JOIN_DETERMINED, notCurrent } from './current.ts'
import { type By, refresh } from './refresh.ts'
import { stampOn } from './stamp.ts'

/** Households determined at once: some ten milliseconds of work on Node, in which nobody is answered. */
const STEP = 250
const JOB = 'keep-determinations'
// A step is some ten queries: an invocation on Workers may make a thousand.
const MOST_STEPS = 80

/** How many households were determined anew, and whether the time was up before all were looked at. */
type Kept = { readonly households: number; readonly more: boolean }

type Progress = { readonly mark: string; readonly cursor: string | null }

const PROGRESS = 'select mark, cursor from job_progress where job = ?1'
const BEGIN = `insert into job_progress (job, mark, cursor) values (?1, ?2, '')
  on conflict (job) do update set mark = excluded.mark, cursor = excluded.cursor`
const ADVANCE = 'update job_progress set cursor = ?3 where job = ?1 and mark = ?2'
// By the order of writing; an import under way would begin every pass anew.
const REGISTER = `select max(rowid) as version from imports where kind in ('register', 'villages') and state <> 'running'`

/**
 * Goes through the whole register and determines anew what no longer holds, for as long as `budgetMs` and for so many
 * steps at most. A pass begins with a new day, new rules or a finished import and is gone on with where it was cut off:
 * to run it often, twice at once or late does no harm. What changes one by one in between waits for the next pass or the
 * next reader of its area, whichever is first.
 */
export async function keepDeterminations(
  services: Pick<Services, 'store' | 'ids'>,
  by: By,
  budgetMs: number,
): Promise<Kept> {
  const mark = await markOf(services, by)
  let cursor = await begin(services, mark)
  const end = performance.now() + budgetMs
  let households = 0
  for (let steps = 0; cursor !== null; steps++) {
    if (steps === MOST_STEPS || performance.now() > end) return { households, more: true }
    const found = await staleAfter(services, by, cursor)
    await refresh(services, found, by)
    households += found.length
    cursor = found.length < STEP ? null : (found.at(-1) ?? null)
    const moved = await services.store.atomically([
      statement(ADVANCE, [JOB, mark, cursor]),
      mustHaveChangedOne(),
    ])
    // Another pass has begun, for a newer mark: it does what is left.
    if (moved === 'conflict') break
  }
  return { households, more: false }
}

/** Whether the whole register was gone through for a day: only what changed one by one since may not be current. */
export async function isKept(services: Pick<Services, 'store'>, by: By): Promise<boolean> {
  const [progress] = await services.store.rows<Progress>(PROGRESS, [JOB])
  return progress?.cursor === null && progress.mark === (await markOf(services, by))
}

async function markOf({ store }: Pick<Services, 'store'>, { day, book }: By): Promise<string> {
  return `${day} ${stampOn(day, book)} ${await registerVersion(store)}`
}

/** The last import that brought households or villages: another one, and all is to be looked at anew. */
export async function registerVersion(store: Store): Promise<number> {
  const [row] = await store.rows<{ version: number | null }>(REGISTER)
  return row?.version ?? 0
}

async function begin({ store }: Pick<Services, 'store'>, mark: string): Promise<string | null> {
  const [progress] = await store.rows<Progress>(PROGRESS, [JOB])
  if (progress?.mark === mark) return progress.cursor
  await store.atomically([statement(BEGIN, [JOB, mark])])
  return ''
}

async function staleAfter(
  { store }: Pick<Services, 'store'>,
  by: By,
  cursor: string,
): Promise<readonly string[]> {
  const stale = notCurrent(by, 2)
  const rows = await store.rows<{ id: string }>(
    `select h.id from households h ${JOIN_DETERMINED} where h.id > ?1 and ${stale.sql} order by h.id limit ${STEP}`,
    [cursor, ...stale.params],
  )
  return rows.map(({ id }) => id)
}
