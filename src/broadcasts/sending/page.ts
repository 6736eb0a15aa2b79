import { type RecipientPage, recipients } from '../../audiences/recipients.ts'
import { enqueue } from '../../outbox/enqueue.ts'
import type { Services } from '../../services.ts'
import { type Commit, mustHaveChangedOne, type Query, statement } from '../../storage/store.ts'
import type { Context } from '../context.ts'
import { knownLines, linesWrite } from './lines.ts'
import { type Prepared, prepare } from '../prepare.ts'
import { mustRest } from '../rest.ts'
import type { Run } from '../runs.ts'

/** The most households of a page. A page is one batch; where answers are given in the same thread it is to be smaller. */
export const PAGE = 100

/** What came of a page: `queued` messages; `run` as it stands now, null where somebody else was quicker or it was paused. */
export type Fed = { readonly run: Run | null; readonly queued: number }

/**
 * Puts the next page of a run's audience, of at most `limit` households, into the outbox: its lines, its messages and how
 * far it has come, all or nothing.
 */
export async function feedPage(services: Services, context: Context, run: Run, limit: number): Promise<Fed> {
  const { store } = services
  const { audience, by } = context
  const found = await recipients(services, audience, by, { after: run.cursor, limit })
  const fresh = await withoutKnown(services, run, found)
  const prepared = await prepare(store, context, fresh)
  return commitPage(services, context, run, { prepared, cursor: found.next, writes: [] })
}

// The register may change between two pages, and bring back whom an earlier one held.
async function withoutKnown({ store }: Services, run: Run, page: RecipientPage): Promise<RecipientPage> {
  const keys = [...page.recipients, ...page.unreached].map(({ key }) => key)
  const known = await knownLines(store, run, keys)
  if (known.size === 0) return page
  return {
    ...page,
    recipients: page.recipients.filter(({ key }) => !known.has(key)),
    unreached: page.unreached.filter(({ key }) => !known.has(key)),
  }
}

/** A page that is made, the place after it (null: it was the last), and what else is written with it. */
type Page = {
  readonly prepared: Prepared
  readonly cursor: string | null
  readonly writes: readonly Query[]
}

// Of two workers one moves the cursor; a broadcast that was paused or cancelled meanwhile moves it no more.
const ADVANCE = `update broadcast_runs set cursor = ?4, is_through = ?5
  where id = ?1 and pass = ?2 and cursor is ?3 and is_through = 0
    and exists (select 1 from broadcasts b where b.id = broadcast_id and b.state = 'sending')`

/** Commits a page that is made. */
export async function commitPage(
  services: Services,
  context: Context,
  run: Run,
  { prepared, cursor, writes }: Page,
): Promise<Fed> {
  const lines = prepared.messages.map((message) => ({ ...message, outboxId: services.ids() }))
  const messages = lines.map(({ recipient: { channel, contactId, address }, text, outboxId }) => ({
    id: outboxId,
    channel,
    kind: 'broadcast' as const,
    broadcastId: run.id,
    contactId,
    address,
    spoken: { text },
  }))
  const households = lines.map(({ recipient }) => recipient.householdId)
  const isThrough = cursor === null
  const commit: Commit = await services.store.atomically([
    statement(ADVANCE, [run.id, run.pass, run.cursor, cursor, isThrough ? 1 : 0]),
    mustHaveChangedOne(),
    ...(context.rest === null || lines.length === 0 ? [] : [mustRest(context.rest, households)]),
    ...writes,
    linesWrite(run, context, lines, prepared.skipped),
    ...(await enqueue(services, messages, services.clock())),
  ])
  if (commit === 'conflict') return { run: null, queued: 0 }
  return { run: { ...run, cursor, isThrough }, queued: lines.length }
}
