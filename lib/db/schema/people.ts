import { boolean, index, integer, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { mailFrequencies } from '@/lib/domain/inbox';

/** A side that has to agree: Germany and China by default. */
export const delegations = pgTable('delegations', {
  id: uuid('id').primaryKey().defaultRandom(),
  code: text('code').notNull().unique(),
  nameEn: text('name_en').notNull(),
  nameDe: text('name_de').notNull(),
  nameZh: text('name_zh').notNull(),
  position: integer('position').notNull().default(0),
});

/** A participant. Without a delegation: an observer. Without a password: invited, not yet signed in. */
export const people = pgTable('people', {
  id: uuid('id').primaryKey().defaultRandom(),
  /** Lower case. */
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  delegationId: uuid('delegation_id').references(() => delegations.id),
  isHead: boolean('is_head').notNull().default(false),
  isSpeaker: boolean('is_speaker').notNull().default(false),
  isAdministrator: boolean('is_administrator').notNull().default(false),
  mayCreateScenarios: boolean('may_create_scenarios').notNull().default(false),
  /** True for the people of the demonstration, whose sign-in works only on loopback. */
  isDemo: boolean('is_demo').notNull().default(false),
  passwordHash: text('password_hash'),
  /** Raised by a new password, a sign-out everywhere or a disabling: sessions that carry an older one have ended. */
  sessionVersion: integer('session_version').notNull().default(1),
  disabledAt: timestamp('disabled_at', { withTimezone: true }),
  /** When the account was erased: what is left is the row that signed records and the log refer to. */
  erasedAt: timestamp('erased_at', { withTimezone: true }),
  locale: text('locale'),
  mailFrequency: text('mail_frequency', { enum: mailFrequencies }).notNull().default('daily'),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});

/** An invitation, a password reset, or the first administrator's link. Spent by a POST, once. */
export const accessLinks = pgTable('access_links', {
  id: uuid('id').primaryKey().defaultRandom(),
  /** SHA-256 of the secret in the link. */
  tokenHash: text('token_hash').notNull().unique(),
  purpose: text('purpose', { enum: ['invitation', 'reset', 'first-administrator'] }).notNull(),
  /** Null only for the first administrator, who does not exist yet. */
  personId: uuid('person_id').references(() => people.id, { onDelete: 'cascade' }),
  expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  spentAt: timestamp('spent_at', { withTimezone: true }),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
});

/** Failed sign-ins, counted per account and per address. */
export const signInFailures = pgTable(
  'sign_in_failures',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    account: text('account').notNull(),
    address: text('address').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('sign_in_failures_account').on(table.account, table.at), index('sign_in_failures_address').on(table.address, table.at)],
);

/** Sessions that were ended by signing out before they expired. A row may go when no cookie of the session can be valid any more. */
export const endedSessions = pgTable(
  'ended_sessions',
  {
    /** The `sessionId` that the session's cookie carries. */
    sessionId: text('session_id').primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    endedAt: timestamp('ended_at', { withTimezone: true }).notNull().defaultNow(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
  },
  (table) => [index('ended_sessions_expires').on(table.expiresAt)],
);
