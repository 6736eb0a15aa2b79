import type { Services } from '../services.ts'
import { type Query, type Store, statement } from '../storage/store.ts'

/** One time that a broadcast is sent. */
export type Run = {
  readonly id: string
  readonly broadcastId: string
  /** From 1. */
  readonly number: number
  /** 1, and one more each time that it is sent again to those who failed. */
  readonly pass: number
  readonly dueAt: string
  readonly startedAt: string | null
  readonly finishedAt: string | null
  /** Up to where the pass has come; null at its beginning. */
  readonly cursor: string | null
  readonly isThrough: boolean
  /** How many lines it will have; null until counted. */
  readonly size: number | null
  /** Messages settled when that was last looked at, and how many a second in the time before. */
  readonly markAt: string | null
  readonly markSettled: number
  readonly rate: number | null
}

export type RunRow = Omit<Run, 'isThrough'> & { readonly isThrough: number }

/** The columns of a RunRow, of the table called `r`. */
export const RUN_COLUMNS = `r.id, r.broadcast_id as broadcastId, r.number, r.pass, r.due_at as dueAt, r.started_at as startedAt,
  r.finished_at as finishedAt, r.cursor, r.is_through as isThrough, r.size, r.mark_at as markAt,
  r.mark_settled as markSettled, r.rate`

/** A run as it is read of its row. */
export function toRun({ isThrough, ...row }: RunRow): Run {
  return { ...row, isThrough: isThrough === 1 }
}

const RUNS = `select ${RUN_COLUMNS} from broadcast_runs r where r.broadcast_id = ?1 order by r.number`

/** A broadcast's runs, the first first; none before it was approved. */
export async function runsOf(store: Store, broadcastId: string): Promise<readonly Run[]> {
  return (await store.rows<RunRow>(RUNS, [broadcastId])).map(toRun)
}

const RUN = 'insert into broadcast_runs (id, broadcast_id, number, due_at) values (?1, ?2, ?3, ?4)'

/** The write that sets a run; a number that there is undoes the batch. */
export function newRun(
  { ids }: Pick<Services, 'ids'>,
  { broadcastId, number, due }: { readonly broadcastId: string; readonly number: number; readonly due: Date },
): Query {
  return statement(RUN, [ids(), broadcastId, number, due.toISOString()])
}
