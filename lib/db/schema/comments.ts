import { bigint, date, index, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { proposalDecisions, proposalParts, threadKinds } from '@/lib/domain/comments';
import { languages, type Localized } from '@/lib/domain/languages';
import { delegations, people } from './people';
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
    kind: text('kind', { enum: threadKinds }).notNull().default('general'),
    /** The range of a section's text that is discussed (`TextAnchor`): all three, or none for the whole item. */
    anchorStart: text('anchor_start'),
    anchorEnd: text('anchor_end'),
    quote: text('quote'),
    /** What the item was called when the discussion began (`itemLabels`), for when it is gone. */
    called: jsonb('called').$type<readonly Localized[]>(),
    /** While it is set, the thread exists for this delegation's people only. */
    internalTo: uuid('internal_to').references(() => delegations.id),
    /** Who is asked to act: a person, or a delegation, or nobody. */
    assignedPerson: uuid('assigned_person').references(() => people.id),
    assignedDelegation: uuid('assigned_delegation').references(() => delegations.id),
    dueOn: date('due_on'),
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
    /** Plain text; empty once the author has deleted it. */
    body: text('body').notNull(),
    /** The language it is written in, where the author says so. */
    language: text('language', { enum: languages }),
    /** Chosen by the author's client for one press of "send", so that a double click or a resend makes one comment. */
    requestId: uuid('request_id').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    editedAt: timestamp('edited_at', { withTimezone: true }),
    deletedAt: timestamp('deleted_at', { withTimezone: true }),
  },
  (table) => [index('comments_thread').on(table.threadId, table.createdAt), unique('comments_request').on(table.authorId, table.requestId)],
);

/** A comment in another language, by a person; a later one takes the place of an earlier one. */
export const commentTranslations = pgTable(
  'comment_translations',
  {
    commentId: uuid('comment_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    language: text('language', { enum: languages }).notNull(),
    body: text('body').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.language] })],
);

/** Whom a comment calls. */
export const commentMentions = pgTable(
  'comment_mentions',
  {
    commentId: uuid('comment_id')
      .notNull()
      .references(() => comments.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.personId] }), index('comment_mentions_person').on(table.personId)],
);

/** Up to which comment a person has read a thread. */
export const threadReads = pgTable(
  'thread_reads',
  {
    threadId: uuid('thread_id')
      .notNull()
      .references(() => threads.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** When the newest comment read was made. */
    readUpTo: timestamp('read_up_to', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.threadId, table.personId] })],
);

/** A change that a comment proposes: exact new text. */
export const proposals = pgTable('proposals', {
  commentId: uuid('comment_id')
    .primaryKey()
    .references(() => comments.id, { onDelete: 'cascade' }),
  part: text('part', { enum: proposalParts }).notNull(),
  /** What stood there when it was proposed: accepted only while it still does. */
  before: text('before').notNull(),
  after: text('after').notNull(),
  decision: text('decision', { enum: proposalDecisions }),
  decidedBy: uuid('decided_by').references(() => people.id),
  decidedAt: timestamp('decided_at', { withTimezone: true }),
  /** Of an accepted one: the update of the document's log that made the change. Null: it was made apart from the decision, as formerly. */
  editSeq: bigint('edit_seq', { mode: 'number' }),
});
