import { type Query, type Store, statement } from '../../storage/store.ts'
import { toldBy } from '../../audiences/by.ts'
import type { Context } from '../context.ts'
import type { Message, Prepared } from '../prepare.ts'
import { aboutOf } from '../rest.ts'
import type { Run } from '../runs.ts'

/** A message with the outbox row that it becomes. */
export type Line = Message & { readonly outboxId: string }

const LINES = `insert into broadcast_deliveries
    (run_id, key, household_id, language, channel, outbox_id, reason, to_tell, programme, day)
  select ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, ?3, ?4
  from json_each(?2)`

/** The write of a run's lines, one for each message and for each family that has none; a key that is there undoes the batch. */
export function linesWrite(
  { id }: Run,
  { by, audience }: Context,
  lines: readonly Line[],
  skipped: Prepared['skipped'],
): Query {
  const rows = [
    ...lines.map((line) => {
      const { key, householdId, language, channel } = line.recipient
      return [key, householdId, language, channel, line.outboxId, null, toTellOf(line, by)]
    }),
    ...skipped.map(({ key, householdId, language, channel, reason }) => [
      key,
      householdId,
      language,
      channel,
      null,
      reason,
      null,
    ]),
  ]
  return statement(LINES, [id, JSON.stringify(rows), aboutOf(audience), by.day])
}

// The ledger's first step is that one was told that one qualifies: today, not on a day to come.
function toTellOf({ recipient: { persons } }: Line, by: Context['by']): string | null {
  if (toldBy(by).day > by.day) return null
  const told = persons.flatMap(({ id, determination }) => (determination?.outcome === 'eligible' ? [id] : []))
  return told.length === 0 ? null : JSON.stringify(told)
}

const KNOWN =
  'select key from broadcast_deliveries where run_id = ?1 and key in (select value from json_each(?2))'

/** Those of the keys that the run has a line for already. */
export async function knownLines(
  store: Store,
  { id }: Run,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await store.rows<{ key: string }>(KNOWN, [id, JSON.stringify(keys)])
  return new Set(rows.map(({ key }) => key))
}
