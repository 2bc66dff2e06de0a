import { bigint, index, integer, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core';
import { bytea } from './columns';
import { people } from './people';
import { scenarios } from './scenarios';

/** One row a document: its lock (every writer of the log updates or locks this row first) and its last sequence number. */
export const documents = pgTable('documents', {
  scenarioId: uuid('scenario_id')
    .primaryKey()
    .references(() => scenarios.id, { onDelete: 'cascade' }),
  /** Raised when a document comes from a backup: local copies of an older epoch are never merged. */
  epoch: integer('epoch').notNull().default(1),
  lastSeq: bigint('last_seq', { mode: 'number' }).notNull().default(0),
});

/**
 * The append-only log: one Yjs update (v1) of one person each. Never changed, never deleted. `seq` has no gaps and is
 * assigned under the document's row lock, so that rows become visible in its order: who has read up to n misses nothing
 * below n.
 */
export const documentUpdates = pgTable(
  'document_updates',
  {
    scenarioId: uuid('scenario_id')
      .notNull()
      .references(() => documents.scenarioId, { onDelete: 'cascade' }),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** Null: the system itself (sample content). */
    personId: uuid('person_id').references(() => people.id),
    /** The Yjs client ids whose structs the update brings. */
    clientIds: bigint('client_ids', { mode: 'number' }).array().notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    update: bytea('update').notNull(),
  },
  (table) => [primaryKey({ columns: [table.scenarioId, table.seq] })],
);

/** The whole state after `seq`: opening a document reads the newest one and the updates after it. A cache: the log alone suffices. */
export const documentCheckpoints = pgTable(
  'document_checkpoints',
  {
    scenarioId: uuid('scenario_id')
      .notNull()
      .references(() => documents.scenarioId, { onDelete: 'cascade' }),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    state: bytea('state').notNull(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.scenarioId, table.seq] })],
);

/** To whom a Yjs client id belongs within a document: claimed in the transaction of its first update, for good. */
export const documentClients = pgTable(
  'document_clients',
  {
    scenarioId: uuid('scenario_id')
      .notNull()
      .references(() => documents.scenarioId, { onDelete: 'cascade' }),
    clientId: bigint('client_id', { mode: 'number' }).notNull(),
    personId: uuid('person_id').references(() => people.id),
  },
  (table) => [primaryKey({ columns: [table.scenarioId, table.clientId] }), index('document_clients_person').on(table.personId)],
);
