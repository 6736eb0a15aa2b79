import { sql } from 'drizzle-orm'
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core'

/*
 * `sealed…` columns hold AES-256-GCM text with its key's id; `…Index` columns hold keyed blind indexes.
 * What the rules and audiences read (county, village, stage, birth date) stands in the clear, tied to no name.
 * Days are ISO dates in Asia/Shanghai, instants are ISO date-times in UTC.
 */

export const households = sqliteTable(
  'households',
  {
    id: text('id').primaryKey(),
    numberIndex: text('number_index').notNull(),
    /** JSON of a SealedHousehold, bound to the household's id. */
    sealed: text('sealed').notNull(),
    county: text('county').notNull(),
    township: text('township'),
    village: text('village'),
    /** county|township|village as the village list is matched. */
    villageKey: text('village_key').notNull(),
    rural: integer('rural', { mode: 'boolean' }),
    language: text('language'),
    takenOn: text('taken_on').notNull(),
    importId: text('import_id').notNull(),
    line: integer('line').notNull(),
    /** Keyed digest of all that the register said, to tell an unchanged household. */
    contentIndex: text('content_index').notNull(),
  },
  (t) => [
    uniqueIndex('households_number').on(t.numberIndex),
    index('households_county').on(t.county, t.id),
    index('households_village').on(t.villageKey),
  ],
)

export const persons = sqliteTable(
  'persons',
  {
    id: text('id').primaryKey(),
    householdId: text('household_id')
      .notNull()
      .references(() => households.id, { onDelete: 'cascade' }),
    numberIndex: text('number_index').notNull(),
    nameIndex: text('name_index'),
    /** Where it stands in the index of names: `register/shelves.ts`. */
    shelf: integer('shelf').notNull().default(0),
    /** Of name and last six of the ID number together: how a family proves that it is one. */
    linkIndex: text('link_index'),
    sex: text('sex'),
    relation: text('relation'),
    birthDate: text('birth_date'),
    stage: text('stage'),
    finalYear: integer('final_year', { mode: 'boolean' }),
    schoolPlace: text('school_place'),
    completed: text('completed'),
    occupation: text('occupation'),
    takenOn: text('taken_on').notNull(),
    /** Set when a later file of the household no longer names the person; staff decide. */
    missingSince: text('missing_since'),
    /** What the rules make of these facts, kept: a bit for each programme. Current as far as `determined` says so. */
    eligible: integer('eligible'),
    unknown: integer('unknown'),
  },
  (t) => [
    uniqueIndex('persons_number').on(t.numberIndex),
    index('persons_household').on(t.householdId),
    // A name with its proof is found at once, however many share the name: a guess's answer takes no longer for a common one.
    index('persons_name').on(t.shelf, t.nameIndex, t.linkIndex),
  ],
)

/**
 * For which days the outcomes kept of a household's persons hold. Triggers (in the migrations) empty the stamp in the same
 * batch as whatever changes a fact, so that no writer can forget it; a household without a row was never determined.
 */
export const determined = sqliteTable('determined', {
  householdId: text('household_id')
    .primaryKey()
    .references(() => households.id, { onDelete: 'cascade' }),
  /** Of the rules that decided; null where a fact has changed since, `claim …` while somebody determines anew. */
  stamp: text('stamp'),
  /** The first day for which it holds, and the first for which it no longer does. */
  since: text('since_day').notNull(),
  until: text('until_day').notNull(),
})

/** How far a job that goes through everything has come. */
export const jobProgress = sqliteTable('job_progress', {
  job: text('job').primaryKey(),
  /** What it is to bring up to: a pass begun for another is begun anew. */
  mark: text('mark').notNull(),
  /** The last id done; null once all is. */
  cursor: text('cursor'),
})

/** What is counted of each county of a large register, so that the whole of it is not counted for each look at it. */
export const countyFigures = sqliteTable('county_figures', {
  county: text('county').primaryKey(),
  /** What it was counted for: the day, the rules, the last import. */
  mark: text('mark').notNull(),
  countedAt: text('counted_at').notNull(),
  /** JSON of a CountyFigures. */
  figures: text('figures').notNull(),
})

export const standings = sqliteTable(
  'standings',
  {
    householdId: text('household_id')
      .notNull()
      .references(() => households.id, { onDelete: 'cascade' }),
    from: text('from_day').notNull(),
    standing: text('standing').notNull(),
    importId: text('import_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.householdId, t.from] })],
)

export const villages = sqliteTable('villages', {
  key: text('key').primaryKey(),
  code: text('code'),
  county: text('county').notNull(),
  township: text('township'),
  name: text('name').notNull(),
  poor: integer('poor', { mode: 'boolean' }),
  population: integer('population'),
  importId: text('import_id').notNull(),
})

/** What staff changed by hand; it outlives a re-import until the register's own value moves away from `registerValue`. */
export const corrections = sqliteTable(
  'corrections',
  {
    personId: text('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    field: text('field').notNull(),
    value: text('value'),
    registerValue: text('register_value'),
    /** Why, in staff's own words, bound to person and field. */
    sealedWhy: text('sealed_why'),
    by: text('by').notNull(),
    at: text('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.field] })],
)

/**
 * A household's standing as staff corrected it: its row in `standings` in place of those that the register had from that day
 * on, which are kept here. It outlives a re-import until the register itself says something else than these.
 */
export const standingCorrections = sqliteTable('standing_corrections', {
  householdId: text('household_id')
    .primaryKey()
    .references(() => households.id, { onDelete: 'cascade' }),
  from: text('from_day').notNull(),
  standing: text('standing').notNull(),
  /** JSON array of [from_day, standing, import_id], oldest first. */
  replaced: text('replaced').notNull(),
  /** Why, in staff's own words, bound to the household. */
  sealedWhy: text('sealed_why').notNull(),
  by: text('by').notNull(),
  at: text('at').notNull(),
})

export const imports = sqliteTable('imports', {
  id: text('id').primaryKey(),
  file: text('file').notNull(),
  /** SHA-256 of the file, hexadecimal. */
  digest: text('digest').notNull(),
  kind: text('kind').notNull(),
  takenOn: text('taken_on').notNull(),
  by: text('by').notNull(),
  startedAt: text('started_at').notNull(),
  finishedAt: text('finished_at'),
  state: text('state').notNull(),
  /** JSON of the import's counts. */
  counts: text('counts'),
})

/** A telephone or chat. Language and stop belong to it, not to a household. */
export const contacts = sqliteTable(
  'contacts',
  {
    id: text('id').primaryKey(),
    channel: text('channel').notNull(),
    addressIndex: text('address_index').notNull(),
    sealedAddress: text('sealed_address').notNull(),
    language: text('language'),
    stopped: integer('stopped', { mode: 'boolean' }).notNull().default(false),
    /** Whose word stopped it: `person` or `provider`; null where it is not, or stopped before this was kept. */
    stoppedBy: text('stopped_by'),
    createdAt: text('created_at').notNull(),
  },
  (t) => [uniqueIndex('contacts_address').on(t.addressIndex)],
)

/** Telephones of the register by blind index: a family's number is known here before it ever writes. */
export const householdTelephones = sqliteTable(
  'household_telephones',
  {
    householdId: text('household_id')
      .notNull()
      .references(() => households.id, { onDelete: 'cascade' }),
    addressIndex: text('address_index').notNull(),
    importId: text('import_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.householdId, t.addressIndex] }),
    index('household_telephones_address').on(t.addressIndex),
  ],
)

/** Households that a contact has shown to be its own, beside those its telephone stands on. */
export const contactHouseholds = sqliteTable(
  'contact_households',
  {
    contactId: text('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    householdId: text('household_id')
      .notNull()
      .references(() => households.id, { onDelete: 'cascade' }),
    /** `shared-contact` or `id-number`. */
    how: text('how').notNull(),
    /** What showed it: a person's id, or a recorded telephone's index. An import that no longer says so ends the link, by a trigger. */
    shown: text('shown'),
    linkedAt: text('linked_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.contactId, t.householdId] }),
    index('contact_households_household').on(t.householdId),
  ],
)

/** Whom a household's recorded telephone has cut off: that address is not linked to it again. The key tells no address. */
export const linkLocks = sqliteTable(
  'link_locks',
  {
    householdId: text('household_id')
      .notNull()
      .references(() => households.id, { onDelete: 'cascade' }),
    contactKey: text('contact_key').notNull(),
    lockedAt: text('locked_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.householdId, t.contactKey] })],
)

/** Tries to link, by day and by whom or what they are counted against. */
export const linkTries = sqliteTable(
  'link_tries',
  { key: text('key').notNull(), day: text('day').notNull(), count: integer('count').notNull() },
  (t) => [primaryKey({ columns: [t.key, t.day] })],
)

export const sessions = sqliteTable('sessions', {
  contactId: text('contact_id')
    .primaryKey()
    .references(() => contacts.id, { onDelete: 'cascade' }),
  version: integer('version').notNull(),
  /** JSON of a conversation's Session, bound to the contact's id. */
  sealed: text('sealed').notNull(),
  updatedAt: text('updated_at').notNull(),
})

export const messages = sqliteTable(
  'messages',
  {
    id: text('id').primaryKey(),
    /** Null once its person has asked to be forgotten: only that the message was answered is kept. */
    contactId: text('contact_id').references(() => contacts.id, { onDelete: 'cascade' }),
    channel: text('channel').notNull(),
    /** The provider's id of the inbound message: the same one is never handled twice. */
    providerId: text('provider_id').notNull(),
    receivedAt: text('received_at').notNull(),
    state: text('state').notNull(),
    /** JSON of an Exchange: the text and the replies as sent, bound to the message's id. */
    sealed: text('sealed').notNull(),
    intent: text('intent'),
    topic: text('topic'),
    language: text('language'),
    /** SMS segments of the replies; null of another channel, and of what was answered before they were counted. */
    segments: integer('segments'),
  },
  (t) => [
    uniqueIndex('messages_provider').on(t.channel, t.providerId),
    index('messages_contact').on(t.contactId, t.id),
  ],
)

export const cases = sqliteTable(
  'cases',
  {
    id: text('id').primaryKey(),
    reference: text('reference').notNull(),
    kind: text('kind').notNull(),
    state: text('state').notNull(),
    contactId: text('contact_id').references(() => contacts.id, { onDelete: 'set null' }),
    householdId: text('household_id').references(() => households.id, { onDelete: 'set null' }),
    county: text('county'),
    openedAt: text('opened_at').notNull(),
    /** The day by which the family should hear. */
    dueOn: text('due_on'),
    closedAt: text('closed_at'),
    closedBy: text('closed_by'),
    /** How it was settled, in a code of the room `cases`. */
    outcome: text('outcome'),
    /** The case of another telephone of the same household that asked the same before: staff see them as one. */
    partOf: text('part_of').references((): AnySQLiteColumn => cases.id),
  },
  (t) => [
    uniqueIndex('cases_reference').on(t.reference),
    index('cases_queue').on(t.state, t.county, t.openedAt),
    index('cases_contact').on(t.contactId),
    index('cases_household').on(t.householdId, t.kind),
    index('cases_part_of').on(t.partOf),
    uniqueIndex('cases_open_once').on(t.contactId, t.kind).where(sql`${t.state} = 'open'`),
  ],
)

/** What was said about a case, oldest first: the family's own words and the office's answers. */
export const caseMessages = sqliteTable(
  'case_messages',
  {
    id: text('id').primaryKey(),
    caseId: text('case_id')
      .notNull()
      .references(() => cases.id, { onDelete: 'cascade' }),
    /** `family` or `office`. */
    author: text('author').notNull(),
    by: text('by'),
    /** The text, bound to this row's id. */
    sealed: text('sealed').notNull(),
    at: text('at').notNull(),
  },
  (t) => [index('case_messages_case').on(t.caseId, t.id)],
)

/** What came of a programme for a person in a school year; the days of each step stay, `state` is the last. */
export const ledger = sqliteTable(
  'ledger',
  {
    personId: text('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    programme: text('programme').notNull(),
    /** The year it began in. */
    schoolYear: integer('school_year').notNull(),
    state: text('state').notNull(),
    toldOn: text('told_on'),
    appliedOn: text('applied_on'),
    grantedOn: text('granted_on'),
    paidOn: text('paid_on'),
    refusedOn: text('refused_on'),
    /** In fen. */
    grantedAmount: integer('granted_amount'),
    paidAmount: integer('paid_amount'),
    /** The office's words for a refusal, bound to person, programme and year. */
    sealedReason: text('sealed_reason'),
    importId: text('import_id'),
    line: integer('line'),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.programme, t.schoolYear] }),
    // A list of what is rare is not looked for person by person.
    index('ledger_year').on(t.schoolYear, t.state, t.programme),
  ],
)

/** What a county's office entered of how to apply. An empty programme stands for all of them. */
export const offices = sqliteTable(
  'offices',
  {
    county: text('county').notNull(),
    programme: text('programme').notNull(),
    opensOn: text('opens_on'),
    closesOn: text('closes_on'),
    papers: text('papers'),
    papersBo: text('papers_bo'),
    place: text('place'),
    placeBo: text('place_bo'),
    telephone: text('telephone'),
    /** Families are told it from this day until the next entry of the same county and programme. */
    validFrom: text('valid_from').notNull(),
    importId: text('import_id').notNull(),
    line: integer('line').notNull(),
  },
  (t) => [primaryKey({ columns: [t.county, t.programme, t.validFrom] })],
)

/** What is to leave, each message a row before it is sent. Rows to one address leave in the order of their rowid. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text('id').primaryKey(),
    channel: text('channel').notNull(),
    /** `answer`, `notice` or `broadcast`: `priority` orders them. */
    kind: text('kind').notNull(),
    priority: integer('priority').notNull(),
    /** The broadcast it belongs to; null for what is of none. */
    broadcastId: text('broadcast_id'),
    contactId: text('contact_id').references(() => contacts.id, { onDelete: 'cascade' }),
    addressIndex: text('address_index').notNull(),
    /** JSON of an Outgoing: address, text and what goes with it, bound to this row's id. */
    sealed: text('sealed').notNull(),
    /** `queued`, `sending`, `sent`, `delivered`, `failed`, `unknown` or `cancelled`. */
    state: text('state').notNull(),
    attempts: integer('attempts').notNull().default(0),
    /** Not before this; of an `unknown` one: when its provider is asked next. */
    dueAt: text('due_at').notNull(),
    leaseUntil: text('lease_until'),
    /** Under which it is being sent; of an `unknown` one: kept while its provider is still to be asked. */
    lease: text('lease'),
    /** How often the provider was asked what became of it. */
    asked: integer('asked').notNull().default(0),
    providerId: text('provider_id'),
    /** Why it failed, or what the provider last said. */
    code: text('code'),
    /** SMS segments of the text, and the language of its letters; both null of what was put here before they were counted. */
    segments: integer('segments'),
    language: text('language'),
    createdAt: text('created_at').notNull(),
    settledAt: text('settled_at'),
  },
  (t) => [
    index('outbox_due').on(t.channel, t.priority, t.broadcastId, t.dueAt).where(sql`state = 'queued'`),
    index('outbox_lease').on(t.leaseUntil).where(sql`state = 'sending'`),
    index('outbox_lost').on(t.channel, t.dueAt).where(sql`state = 'unknown' and lease is not null`),
    index('outbox_broadcast').on(t.broadcastId, t.state).where(sql`broadcast_id is not null`),
    index('outbox_address').on(t.addressIndex),
    index('outbox_contact').on(t.contactId).where(sql`contact_id is not null`),
    index('outbox_provider').on(t.providerId).where(sql`provider_id is not null`),
  ],
)

/** Broadcasts as the outbox sees them: what is queued of one leaves while it stands here as `running`. */
export const outboxBroadcasts = sqliteTable('outbox_broadcasts', {
  broadcastId: text('broadcast_id').primaryKey(),
  /** `running`, `paused`, `cancelled`, or `ended` once none of it is on its way. */
  state: text('state').notNull(),
})

/** A channel's pace, shared by all who send on it. Instants in milliseconds of the epoch. */
export const outboxChannels = sqliteTable('outbox_channels', {
  channel: text('channel').primaryKey(),
  /** The first moment that nobody has taken for sending. */
  nextAt: integer('next_at').notNull(),
  /** The provider wants nothing before this, or has answered nothing for a while. */
  heldUntil: integer('held_until').notNull(),
  /** How often in a row the provider itself was in trouble. */
  trouble: integer('trouble').notNull(),
  /** When the channel was last looked at: a clock that was set back is known by it. */
  seenAt: integer('seen_at').notNull(),
})

/** Sentences that were not understood, made anonymous, for staff to label. Nothing in a row tells who wrote it, or at what hour. */
export const misunderstandings = sqliteTable(
  'misunderstandings',
  {
    /** Random, and in no order of time: an identifier that tells the millisecond would lead to the message. */
    id: text('id').primaryKey(),
    language: text('language').notNull(),
    /** The anonymised text, bound to this row's id. */
    sealed: text('sealed').notNull(),
    /** Blind index of its words: the same sentence again is counted, not kept twice. */
    alike: text('alike').notNull(),
    intent: text('intent').notNull(),
    topic: text('topic'),
    confidence: real('confidence').notNull(),
    times: integer('times').notNull().default(1),
    receivedOn: text('received_on').notNull(),
    lastOn: text('last_on').notNull(),
    labelIntent: text('label_intent'),
    labelTopic: text('label_topic'),
    labelledBy: text('labelled_by'),
    labelledAt: text('labelled_at'),
  },
  (t) => [uniqueIndex('misunderstandings_alike').on(t.alike)],
)

/** What taking the labels would change, as training on them measured it. */
export const understandingMeasures = sqliteTable('understanding_measures', {
  id: text('id').primaryKey(),
  /** `running`, `done`, or `failed`. */
  state: text('state').notNull(),
  by: text('by').notNull(),
  at: text('at').notNull(),
  /** Which labels were measured: a digest of them. */
  labels: text('labels').notNull(),
  /** JSON, without the sentences: they are named by their ids. */
  report: text('report'),
})

/** What a provider told of our own account there, kept so that no message waits for asking. */
export const bots = sqliteTable('bots', {
  channel: text('channel').primaryKey(),
  info: text('info').notNull(),
  storedAt: text('stored_at').notNull(),
})

/** A batch that must have changed exactly one row writes `changes()` here; anything but 1 undoes the batch. */
export const guards = sqliteTable(
  'guards',
  { id: integer('id').primaryKey(), ok: integer('ok').notNull() },
  (t) => [check('guards_ok', sql`${t.ok} = 1`)],
)

export * from './broadcast-schema.ts'
export * from './policy-schema.ts'
export * from './staff-schema.ts'
export * from './upload-schema.ts'
