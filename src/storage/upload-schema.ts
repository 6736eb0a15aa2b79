import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/*
 * Files that staff hand in, and what an import changed: kept sealed, for as long as they are needed to apply it or to
 * take it back.
 */

/** A file handed in: read without writing, shown, and applied once staff say so. */
export const uploads = sqliteTable(
  'uploads',
  {
    id: text('id').primaryKey(),
    /** `register` or `ledger`. */
    kind: text('kind').notNull(),
    file: text('file').notNull(),
    /** SHA-256 of its bytes, hexadecimal. */
    digest: text('digest').notNull(),
    bytes: integer('bytes').notNull(),
    by: text('by').notNull(),
    role: text('role').notNull(),
    /** An Area's code and township: nothing outside it is written. */
    areaCode: text('area_code').notNull(),
    township: text('township'),
    takenOn: text('taken_on'),
    /** JSON of [header, column] pairs that staff put right; an empty column is none. */
    mapping: text('mapping').notNull().default('[]'),
    /** `waiting`, `reading`, `read`, `apply-waiting`, `applying`, `applied`, `undone`, `failed` or `dropped`. */
    state: text('state').notNull(),
    fault: text('fault'),
    /** JSON of a Found, bound to the row's id: columns, counts, samples. */
    sealed: text('sealed'),
    /** JSON array of the imports that applied it: more than one where the first was cut off. */
    importIds: text('import_ids').notNull().default('[]'),
    /** Rows gone through of twice the file's, since `startedAt`; `total` is null while nobody knows. */
    done: integer('done').notNull().default(0),
    total: integer('total'),
    startedAt: text('started_at'),
    /** Of whoever works on it: after this moment another may. */
    leaseUntil: text('lease_until'),
    /** How often it was begun. */
    tries: integer('tries').notNull().default(0),
    /** JSON of a Mark, bound to the row's id: where the next step goes on. */
    sealedMark: text('sealed_mark'),
    createdAt: text('created_at').notNull(),
  },
  (t) => [index('uploads_area').on(t.areaCode, t.id), index('uploads_state').on(t.state)],
)

/** A file's bytes in pieces, each compressed and sealed; gone once it is applied or dropped. */
export const uploadPieces = sqliteTable(
  'upload_pieces',
  {
    uploadId: text('upload_id')
      .notNull()
      .references(() => uploads.id, { onDelete: 'cascade' }),
    at: integer('at').notNull(),
    sealed: text('sealed').notNull(),
  },
  (t) => [primaryKey({ columns: [t.uploadId, t.at] })],
)

/** Rejected rows and warnings, some hundreds in a piece, sealed: they repeat the file's own words. */
export const uploadFindings = sqliteTable(
  'upload_findings',
  {
    uploadId: text('upload_id')
      .notNull()
      .references(() => uploads.id, { onDelete: 'cascade' }),
    /** `rejected` or `warned`. */
    kind: text('kind').notNull(),
    at: integer('at').notNull(),
    sealed: text('sealed').notNull(),
  },
  (t) => [primaryKey({ columns: [t.uploadId, t.kind, t.at] })],
)

/** Which column an area's staff last said that a header means, where the program did not know or was wrong. */
export const importHeaders = sqliteTable(
  'import_headers',
  {
    areaCode: text('area_code').notNull(),
    kind: text('kind').notNull(),
    header: text('header').notNull(),
    /** Empty: none that the program reads. */
    column: text('column').notNull(),
  },
  (t) => [primaryKey({ columns: [t.areaCode, t.kind, t.header] })],
)

/** Rows as they stood before an import changed them, written in its own batches; names stay sealed in them. */
export const importBefore = sqliteTable(
  'import_before',
  {
    id: text('id').primaryKey(),
    importId: text('import_id').notNull(),
    /** Which table; `added`, `courses`: keys alone; `…-days`: days alone. */
    what: text('what').notNull(),
    /** A JSON array of arrays, a row each. */
    rows: text('rows').notNull(),
  },
  (t) => [index('import_before_import').on(t.importId, t.what)],
)
