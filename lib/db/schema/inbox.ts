import { bigint, index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { inboxKinds, type InboxSubject } from '@/lib/domain/inbox';
import { people } from './people';
import { scenarios } from './scenarios';

/** A mail about entries of one person's inbox; its words are made when it is sent. */
export const mails = pgTable(
  'mails',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /**
     * `waiting`: to be tried at `due_at`. `sending`: claimed by a process, which commits that before the first byte of the
     * mail goes out: one that is found later belongs to a process that died, may have gone out, and is never sent again.
     * `sent`. `dropped`: refused for good, tried too often, or without a reason left to be sent.
     */
    state: text('state', { enum: ['waiting', 'sending', 'sent', 'dropped'] })
      .notNull()
      .default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    dueAt: timestamp('due_at', { withTimezone: true }).notNull().defaultNow(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('mails_due').on(table.state, table.dueAt), index('mails_person').on(table.personId)],
);

/** What somebody is told: written by the verb that gives the reason, in its transaction (lib/db/tell.ts). */
export const inboxEntries = pgTable(
  'inbox_entries',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: inboxKinds }).notNull(),
    /** Who gave the reason; null: the system. */
    byId: uuid('by_id').references(() => people.id),
    /** Null for what concerns no single scenario (a meeting of a collection). */
    scenarioId: uuid('scenario_id').references(() => scenarios.id, { onDelete: 'cascade' }),
    subject: jsonb('subject').$type<InboxSubject>().notNull().default({}),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    readAt: timestamp('read_at', { withTimezone: true }),
    /** The mail that told of it; null: none so far. */
    mailId: uuid('mail_id').references(() => mails.id, { onDelete: 'set null' }),
  },
  (table) => [index('inbox_entries_person').on(table.personId, table.at), index('inbox_entries_mail').on(table.mailId)],
);

/** When a person was last at a scenario, and what of its log they had before them. */
export const visits = pgTable(
  'visits',
  {
    scenarioId: uuid('scenario_id')
      .notNull()
      .references(() => scenarios.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** As far as this visit has come. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    /** Where the visit before this one ended: what came since then is news. Null: this is the first. */
    beforeSeq: bigint('before_seq', { mode: 'number' }),
    beforeAt: timestamp('before_at', { withTimezone: true }),
    /** When the person put the summary of this visit away. */
    dismissedAt: timestamp('dismissed_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.scenarioId, table.personId] }), index('visits_person').on(table.personId)],
);
