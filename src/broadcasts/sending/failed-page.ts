import { recipients } from '../../audiences/recipients.ts'
import type { Services } from '../../services.ts'
import { type Store, statement } from '../../storage/store.ts'
import type { Context } from '../context.ts'
import { commitPage, type Fed } from './page.ts'
import { type Prepared, prepare } from '../prepare.ts'
import type { Run } from '../runs.ts'

type Failed = { readonly key: string; readonly householdId: string; readonly outboxId: string }

/** Lines that are looked through for failed ones at once. */
const WINDOW = 2000
const LINES = `select d.key, d.household_id as householdId, o.id as outboxId
  from (select key, household_id, outbox_id from broadcast_deliveries
    where run_id = ?1 and key > ?2 order by key limit ${WINDOW}) d
  left join outbox o on o.id = d.outbox_id and o.state = 'failed' order by d.key`

const FORGET_LINES = `delete from broadcast_deliveries where run_id = ?1 and key in (select value from json_each(?2))`
const FORGET_MESSAGES = `delete from outbox where id in (select value from json_each(?1)) and state = 'failed'`

/**
 * Puts the next of those whom a run failed to reach into the outbox again, `limit` at most, each looked at anew. A failed message makes
 * room for its successor, so that a family has one line in a run and is counted once.
 */
export async function feedFailedPage(
  services: Services,
  context: Context,
  run: Run,
  limit: number,
): Promise<Fed> {
  const { failed, cursor } = await nextFailed(services.store, run, limit)
  const prepared = await preparedAgain(services, context, failed)
  const keys = JSON.stringify(failed.map(({ key }) => key))
  const messages = JSON.stringify(failed.map(({ outboxId }) => outboxId))
  const writes = [statement(FORGET_MESSAGES, [messages]), statement(FORGET_LINES, [run.id, keys])]
  return commitPage(services, context, run, { prepared, cursor, writes })
}

async function nextFailed(
  store: Store,
  { id, cursor }: Run,
  limit: number,
): Promise<{ readonly failed: readonly Failed[]; readonly cursor: string | null }> {
  const lines = await store.rows<Failed & { outboxId: string | null }>(LINES, [id, cursor ?? ''])
  const failed: Failed[] = []
  for (const line of lines) {
    if (line.outboxId === null) continue
    failed.push(line)
    if (failed.length === limit) return { failed, cursor: line.key }
  }
  return { failed, cursor: lines.length === WINDOW ? (lines.at(-1)?.key ?? null) : null }
}

async function preparedAgain(
  services: Services,
  context: Context,
  failed: readonly Failed[],
): Promise<Prepared> {
  if (failed.length === 0) return { messages: [], skipped: [] }
  const among = [...new Set(failed.map(({ householdId }) => householdId))]
  const { audience, by } = context
  const found = await recipients(services, audience, by, { after: null, limit: among.length, among })
  const { messages, skipped } = await prepare(services.store, context, found)
  const wanted = new Set(failed.map(({ key }) => key))
  const again = messages.filter(({ recipient }) => wanted.has(recipient.key))
  const reached = new Set([...again.map(({ recipient }) => recipient.key), ...skipped.map(({ key }) => key)])
  const left = failed
    .filter(({ key }) => !reached.has(key))
    .map(({ key, householdId }) => ({
      key,
      householdId,
      language: null,
      channel: null,
      reason: 'left-audience' as const,
    }))
  return { messages: again, skipped: [...skipped.filter(({ key }) => wanted.has(key)), ...left] }
}
