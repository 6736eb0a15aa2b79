import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/*
 * What staff send to many families: the broadcast as it was written and approved, its runs (one, or one for each time it is
 * repeated), and in each run a line for every message or for why there is none. The messages themselves are the outbox's.
 */

export const broadcasts = sqliteTable(
  'broadcasts',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    state: text('state').notNull(),
    version: integer('version').notNull(),
    /** JSON array of who wrote it, the author first: none of them may approve it. */
    writers: text('writers').notNull(),
    /** Where its audience lives, to be compared with an actor's area. */
    county: text('county').notNull(),
    township: text('township'),
    /** JSON of an Audience. */
    audience: text('audience').notNull(),
    /** JSON of the texts by language, bound to this row's id. */
    sealed: text('sealed').notNull(),
    /** Null: as soon as it is approved. */
    sendAt: text('send_at'),
    /** JSON of a Repeat. */
    repeat: text('repeat'),
    restDays: integer('rest_days').notNull(),
    /** JSON of what it comes to, as it was last counted before approval. */
    estimate: text('estimate').notNull(),
    createdAt: text('created_at').notNull(),
    submittedBy: text('submitted_by'),
    submittedAt: text('submitted_at'),
    approvedBy: text('approved_by'),
    approvedAt: text('approved_at'),
    /** What staff last did with it: the same again by the same person does nothing. */
    verb: text('verb').notNull(),
    verbBy: text('verb_by').notNull(),
    verbAt: text('verb_at').notNull(),
  },
  (t) => [index('broadcasts_state').on(t.state)],
)

export const broadcastRuns = sqliteTable(
  'broadcast_runs',
  {
    id: text('id').primaryKey(),
    broadcastId: text('broadcast_id')
      .notNull()
      .references(() => broadcasts.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    /** 1, and one more each time that it is sent again to those who failed. */
    pass: integer('pass').notNull().default(1),
    dueAt: text('due_at').notNull(),
    startedAt: text('started_at'),
    finishedAt: text('finished_at'),
    /** Up to where the pass has come; null at its beginning. */
    cursor: text('cursor'),
    isThrough: integer('is_through', { mode: 'boolean' }).notNull().default(false),
    /** How many lines it will have; null until counted. */
    size: integer('size'),
    /** Messages settled at `markAt`, and how many a second in the time before. */
    markAt: text('mark_at'),
    markSettled: integer('mark_settled').notNull().default(0),
    rate: real('rate'),
  },
  (t) => [uniqueIndex('broadcast_runs_number').on(t.broadcastId, t.number)],
)

/** One for each message of a run, by whom it is for: two workers, or one that begins again, cannot send it twice. */
export const broadcastDeliveries = sqliteTable(
  'broadcast_deliveries',
  {
    runId: text('run_id')
      .notNull()
      .references(() => broadcastRuns.id, { onDelete: 'cascade' }),
    /** The household's id, or `household/person` where each person has a message. */
    key: text('key').notNull(),
    householdId: text('household_id').notNull(),
    language: text('language'),
    channel: text('channel'),
    /** The outbox's row, gone where its person asked to be forgotten; null where nothing was sent. */
    outboxId: text('outbox_id'),
    /** Why nothing was sent. */
    reason: text('reason'),
    /** What it tells of: a programme, else a decision (`change:` and its id). */
    programme: text('programme'),
    /** The day of the run: rest is counted from it. */
    day: text('day').notNull(),
    /** JSON array of the persons whom the ledger is to note as told once it is sent; null once it has. */
    toTell: text('to_tell'),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.key] }),
    index('broadcast_deliveries_household').on(t.householdId, t.programme, t.day),
    index('broadcast_deliveries_skipped').on(t.runId, t.reason).where(sql`reason is not null`),
    index('broadcast_deliveries_to_tell').on(t.runId).where(sql`to_tell is not null`),
  ],
)

/** Requests that a client may repeat: who, under which key, and what was answered. */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    actor: text('actor').notNull(),
    key: text('key').notNull(),
    /** SHA-256 of what was asked, hexadecimal. */
    digest: text('digest').notNull(),
    /** JSON of what was answered. */
    answer: text('answer').notNull(),
    at: text('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.actor, t.key] })],
)
