import { bigint, integer, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { bytea } from './columns';
import { people } from './people';
import { scenarios } from './scenarios';

/** A numbered, named, immutable version of a scenario. */
export const snapshots = pgTable(
  'snapshots',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    scenarioId: uuid('scenario_id')
      .notNull()
      .references(() => scenarios.id),
    number: integer('number').notNull(),
    name: text('name').notNull(),
    /** By hand; by the system right before it restores an older version; by the system, once a day on which something changed. */
    kind: text('kind', { enum: ['manual', 'before-restore', 'daily'] })
      .notNull()
      .default('manual'),
    /** Of kind `before-restore`: the number of the version that was restored right after. */
    restores: integer('restores'),
    /** The log's sequence number up to which it holds everything. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** The document as one Yjs update. */
    state: bytea('state').notNull(),
    /** `canonicalJson` of the scenario, to the byte, and its SHA-256. */
    content: text('content').notNull(),
    hash: text('hash').notNull(),
    /** The delegations that took part when it was made (lib/domain/agreement.ts): each has to sign it. */
    parties: uuid('parties').array().notNull(),
    /** Chosen by the maker's client, so that a double click or a resend makes one snapshot. */
    requestId: uuid('request_id').notNull(),
    /** Null: the system itself. */
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    unique('snapshots_number').on(table.scenarioId, table.number),
    unique('snapshots_request').on(table.createdBy, table.requestId),
  ],
);
