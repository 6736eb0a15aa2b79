import { type Query, type Store, statement } from '../../storage/store.ts'
import type { Source } from '../reading/rows.ts'
import type { Counts } from './report.ts'

export type Run = {
  readonly id: string
  readonly kind: 'register' | 'villages' | 'ledger' | 'offices'
  readonly source: Pick<Source, 'name' | 'digest'>
  readonly takenOn: string
  readonly by: string
  readonly at: string
}

/**
 * Begins an import. One that a crash left under way, or that still runs elsewhere, is taken over and marked interrupted;
 * the register and the ledger do not stand in each other's way.
 */
export function beginRun(run: Run): readonly Query[] {
  return [
    statement(
      `update imports set state = 'interrupted', finished_at = ?1
        where state = 'running' and (kind = 'ledger') = (?2 = 'ledger')`,
      [run.at, run.kind],
    ),
    statement(
      `insert into imports (id, file, digest, kind, taken_on, by, started_at, state)
        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'running')`,
      [run.id, run.source.name, run.source.digest, run.kind, run.takenOn, run.by, run.at],
    ),
  ]
}

/** Goes on with an import of which a step failed, unless a later one of its kind has begun. */
export function resumeRun(id: string): Query {
  return statement(RESUME, [id])
}

const RESUME = `update imports set state = 'running', finished_at = null where id = ?1 and state = 'interrupted'
  and not exists (select 1 from imports later where later.rowid > imports.rowid
    and (later.kind = 'ledger') = (imports.kind = 'ledger'))`

/** Records an import that one batch makes whole: it was never under way. */
export function wholeRun(run: Run, counts: Counts): Query {
  return statement(
    `insert into imports (id, file, digest, kind, taken_on, by, started_at, finished_at, state, counts)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, 'done', ?8)`,
    [
      run.id,
      run.source.name,
      run.source.digest,
      run.kind,
      run.takenOn,
      run.by,
      run.at,
      JSON.stringify(counts),
    ],
  )
}

/** Ends an import, unless a later one has taken it over. */
export function endRun(
  id: string,
  state: 'done' | 'interrupted',
  at: string,
  counts: Counts | null,
): readonly Query[] {
  return [
    statement(
      `update imports set state = ?2, finished_at = ?3, counts = ?4 where id = ?1 and state = 'running'`,
      [id, state, at, counts === null ? null : JSON.stringify(counts)],
    ),
  ]
}

/** The day a file was taken that has been imported before: repeating it does not make it newer. */
export async function takenBefore(store: Store, digest: string): Promise<string | null> {
  const rows = await store.rows<{ taken_on: string }>(
    `select taken_on from imports where digest = ?1 and kind = 'register' order by taken_on desc limit 1`,
    [digest],
  )
  return rows[0]?.taken_on ?? null
}
