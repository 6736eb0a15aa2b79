import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/*
 * Decisions that change the plan from a day on: who proposed and approved them, and whom of the register each would move.
 * What is approved is never edited or removed: another decision is laid over it.
 */

export const policyProposals = sqliteTable(
  'policy_proposals',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** The first day on which it holds. */
    from: text('from_day').notNull(),
    /** JSON array of Changes. */
    changes: text('changes').notNull(),
    /** The decision as it is cited: families read it. */
    citation: text('citation').notNull(),
    /** Its words, or where they are found: for staff. */
    source: text('source').notNull(),
    /** `proposed`, `approved`, `refused` or `withdrawn`. */
    state: text('state').notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: text('proposed_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: text('decided_at'),
    /** Why it was refused or withdrawn. */
    remark: text('remark'),
    /** The version that the book became when it was approved, or withdrawn after that: approved ones are laid over the plan in its order. */
    bookVersion: integer('book_version'),
  },
  (t) => [uniqueIndex('policy_proposals_book').on(t.bookVersion)],
)

/** How far it is worked out whom a decision moves. */
export const policyEffects = sqliteTable('policy_effects', {
  proposalId: text('proposal_id')
    .primaryKey()
    .references(() => policyProposals.id, { onDelete: 'cascade' }),
  /** By what day, books and register: worked out by another it is begun anew. */
  mark: text('mark').notNull(),
  /** The day of which it tells. */
  day: text('day').notNull(),
  /** The last household looked at; null once all are. */
  cursor: text('cursor'),
  households: integer('households').notNull(),
  persons: integer('persons').notNull(),
  /** How many households there were to look at when it was begun. */
  total: integer('total').notNull(),
  startedAt: text('started_at').notNull(),
  finishedAt: text('finished_at'),
})

/** One programme of one person that a decision moves. */
export const policyFlips = sqliteTable(
  'policy_flips',
  {
    proposalId: text('proposal_id')
      .notNull()
      .references(() => policyProposals.id, { onDelete: 'cascade' }),
    householdId: text('household_id').notNull(),
    personId: text('person_id').notNull(),
    programme: text('programme').notNull(),
    /** `gains`, `loses`, … as the room `amendments` names them. */
    effect: text('effect').notNull(),
    /** The conditions that turned, parted by spaces; `benefit` where what is given changes. */
    because: text('because').notNull(),
    /** That the family was written to in, when it was worked out. */
    language: text('language').notNull(),
  },
  (t) => [primaryKey({ columns: [t.proposalId, t.householdId, t.personId, t.programme] })],
)
