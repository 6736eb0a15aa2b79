import type { Day } from '../policy/facts.ts'
import type { Audience } from '../audiences/audience.ts'
import { type Query, type Store, statement } from '../storage/store.ts'

/** Of which programme or decision families are not told again by another broadcast than this one, since which day. */
export type Rest = { readonly about: string; readonly since: Day; readonly broadcastId: string }

/** What a broadcast tells of: a programme, else a decision; null where it is about neither. */
export function aboutOf({ programme, change }: Pick<Audience, 'programme' | 'change'>): string | null {
  return programme ?? (change == null ? null : `change:${change.proposal}`)
}

// A cross join keeps its order: a few households, and what there is of each. What failed told nobody; what became of the rest may be unknown, and then it counts.
const TOLD = `select d.household_id as id from json_each(?1) h
  cross join broadcast_deliveries d on d.household_id = h.value and d.programme = ?2 and d.day > ?3
  join broadcast_runs r on r.id = d.run_id and r.broadcast_id <> ?4
  where d.reason is null and not exists
    (select 1 from outbox o where o.id = d.outbox_id and o.state in ('failed', 'cancelled'))`

const NOBODY_TOLD = `insert or replace into guards (id, ok) select 1, not exists (${TOLD})`

/** Those of the households that another broadcast has told of the programme too lately. */
export async function toldLately(
  store: Store,
  rest: Rest,
  households: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await store.rows<{ id: string }>(TOLD, boundOf(rest, households))
  return new Set(rows.map(({ id }) => id))
}

/** Undoes the batch where another broadcast has told one of the households meanwhile. */
export function mustRest(rest: Rest, households: readonly string[]): Query {
  return statement(NOBODY_TOLD, boundOf(rest, households))
}

function boundOf({ about, since, broadcastId }: Rest, households: readonly string[]) {
  return [JSON.stringify(households), about, since, broadcastId]
}
