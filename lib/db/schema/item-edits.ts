import { bigint, boolean, integer, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { documents } from './documents';
import { people } from './people';

/**
 * Up to which update the edits of a document's items stand in `item_edits`. A cache, as these are: the log alone suffices. Without
 * the row, which takes them with it, a history is walked in the log, and the index is made anew.
 */
export const itemHistories = pgTable('item_histories', {
  scenarioId: uuid('scenario_id')
    .primaryKey()
    .references(() => documents.scenarioId, { onDelete: 'cascade' }),
  /** Rows of another version are not read; those of an older one are made anew. */
  version: integer('version').notNull(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
});

/**
 * What somebody made of an item in one go, one row each; only the last row of an item ever changes. A long section would be
 * stored thousands of times over: so the content is kept as what differs from that of the row before that changed something,
 * and whole now and then.
 */
export const itemEdits = pgTable(
  'item_edits',
  {
    scenarioId: uuid('scenario_id')
      .notNull()
      .references(() => itemHistories.scenarioId, { onDelete: 'cascade' }),
    item: text('item').notNull(),
    firstSeq: bigint('first_seq', { mode: 'number' }).notNull(),
    lastSeq: bigint('last_seq', { mode: 'number' }).notNull(),
    /** Null: the system itself. */
    personId: uuid('person_id').references(() => people.id),
    from: timestamp('began_at', { withTimezone: true }).notNull(),
    to: timestamp('ended_at', { withTimezone: true }).notNull(),
    /** False: nothing that can be read was changed, so that no content is kept. */
    changed: boolean('changed').notNull(),
    /** How many rows that changed something lie between this one and a content that is kept whole; 0: this one is. */
    behind: smallint('behind').notNull(),
    /** So many characters of the content before stay at its beginning and at its end; `middle` stands between them. */
    head: integer('head').notNull(),
    tail: integer('tail').notNull(),
    middle: text('middle').notNull(),
  },
  (table) => [primaryKey({ columns: [table.scenarioId, table.item, table.firstSeq] })],
);
