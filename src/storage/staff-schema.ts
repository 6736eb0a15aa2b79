import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/*
 * Members of staff, as the sign-in library keeps them (its names, its instants in milliseconds), and what they did.
 * Passwords are hashed; the secrets of the second factor are encrypted by the library under a key made of ours.
 */

const instant = (name: string) => integer(name, { mode: 'timestamp_ms' })

export const staffUsers = sqliteTable(
  'staff_users',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** The library wants one; nobody is written to. */
    email: text('email').notNull(),
    emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
    image: text('image'),
    username: text('username'),
    displayUsername: text('display_username'),
    twoFactorEnabled: integer('two_factor_enabled', { mode: 'boolean' }).notNull().default(false),
    role: text('role').notNull(),
    /** An Area's code and township. */
    areaCode: text('area_code').notNull(),
    township: text('township'),
    language: text('language').notNull().default('zh-CN'),
    disabled: integer('disabled', { mode: 'boolean' }).notNull().default(false),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [uniqueIndex('staff_users_email').on(t.email), uniqueIndex('staff_users_username').on(t.username)],
)

export const staffSessions = sqliteTable(
  'staff_sessions',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => staffUsers.id, { onDelete: 'cascade' }),
    token: text('token').notNull(),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [uniqueIndex('staff_sessions_token').on(t.token), index('staff_sessions_user').on(t.userId)],
)

export const staffAccounts = sqliteTable(
  'staff_accounts',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => staffUsers.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    /** A scrypt hash. */
    password: text('password'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('staff_accounts_user').on(t.userId)],
)

export const staffVerifications = sqliteTable(
  'staff_verifications',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [index('staff_verifications_identifier').on(t.identifier)],
)

export const staffTwoFactors = sqliteTable(
  'staff_two_factors',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => staffUsers.id, { onDelete: 'cascade' }),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    verified: integer('verified', { mode: 'boolean' }).notNull().default(true),
    failedVerificationCount: integer('failed_verification_count').notNull().default(0),
    lockedUntil: instant('locked_until'),
  },
  (t) => [index('staff_two_factors_user').on(t.userId), index('staff_two_factors_secret').on(t.secret)],
)

/** One-time links by which an administrator lets somebody in; only a digest of the link's secret is kept. */
export const staffInvites = sqliteTable(
  'staff_invites',
  {
    id: text('id').primaryKey(),
    tokenDigest: text('token_digest').notNull(),
    username: text('username').notNull(),
    name: text('name').notNull(),
    role: text('role').notNull(),
    areaCode: text('area_code').notNull(),
    township: text('township'),
    by: text('by').notNull(),
    expiresAt: text('expires_at').notNull(),
    usedAt: text('used_at'),
  },
  (t) => [uniqueIndex('staff_invites_token').on(t.tokenDigest)],
)

/** Wrong passwords in a row, by user name as it was typed (indexed blindly), and until when it is locked. */
export const signInFailures = sqliteTable('sign_in_failures', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  lockedUntil: text('locked_until'),
})

/** What was done by whom, never altered: each entry's hash covers the one before (`audit_links`). */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    id: text('id').primaryKey(),
    at: text('at').notNull(),
    actor: text('actor').notNull(),
    role: text('role').notNull(),
    action: text('action').notNull(),
    /** The id of what it was done to, never a name. */
    subject: text('subject'),
    county: text('county'),
    township: text('township'),
    /** JSON of what a reader needs beyond that; nothing personal of a family. */
    detail: text('detail'),
  },
  (t) => [index('audit_entries_subject').on(t.subject, t.id), index('audit_entries_actor').on(t.actor, t.id)],
)

export const auditLinks = sqliteTable(
  'audit_links',
  {
    seq: integer('seq').notNull(),
    entryId: text('entry_id').notNull(),
    hash: text('hash').notNull(),
  },
  (t) => [primaryKey({ columns: [t.seq] }), uniqueIndex('audit_links_entry').on(t.entryId)],
)
