import { index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { people } from './people';
import { scenarios } from './scenarios';

/** A discussion of one item. */
export const threads = pgTable(
  'threads',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    scenarioId: uuid('scenario_id')
      .notNull()
      .references(() => scenarios.id, { onDelete: 'cascade' }),
    /** `itemName` of what is discussed. */
    item: text('item').notNull(),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    resolvedBy: uuid('resolved_by').references(() => people.id),
    resolvedAt: timestamp('resolved_at', { withTimezone: true }),
  },
  (table) => [index('threads_scenario').on(table.scenarioId)],
);

export const comments = pgTable(
  'comments',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => threads.id, { onDelete: 'cascade' }),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    /** Plain text. */
    body: text('body').notNull(),
    /** Chosen by the author's client for one press of "send", so that a double click or a resend makes one comment. */
    requestId: uuid('request_id').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index('comments_thread').on(table.threadId, table.createdAt), unique('comments_request').on(table.authorId, table.requestId)],
);
