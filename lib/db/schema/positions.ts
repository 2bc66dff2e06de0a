import { bigint, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { stances } from '@/lib/domain/positions';
import { changes } from '@/lib/domain/scenario';
import { delegations, people } from './people';
import { scenarios } from './scenarios';

/** What rows that a delegation's speakers write have in common. They are written once: a later word is a later row. */
const said = () => ({
  /** Later rows have higher ones. */
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  scenarioId: uuid('scenario_id')
    .notNull()
    .references(() => scenarios.id),
  /** `itemName` */
  item: text('item').notNull(),
  delegationId: uuid('delegation_id')
    .notNull()
    .references(() => delegations.id),
  personId: uuid('person_id')
    .notNull()
    .references(() => people.id),
  /** `itemsOf`: the hash of the content that the speaker saw. */
  hash: text('hash').notNull(),
  /** The log's sequence number at which the item had that content. */
  seq: bigint('seq', { mode: 'number' }).notNull(),
  /** Chosen by the speaker's client, so that a double click or a resend says nothing twice. */
  requestId: uuid('request_id').notNull(),
  at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
});

/** What a delegation says of an item (domain.md, "position"). The latest row that was not taken back counts. */
export const positions = pgTable(
  'positions',
  {
    ...said(),
    /** Null: what the delegation had said is withdrawn. */
    stance: text('stance', { enum: stances }),
    note: text('note').notNull().default(''),
    /** Of the same person: this row takes back what that request said of the item, and says nothing itself. */
    undoes: uuid('undoes'),
  },
  (table) => [unique('positions_request').on(table.personId, table.requestId, table.item), index('positions_latest').on(table.scenarioId, table.delegationId, table.item, table.id)],
);

/** How a delegation judges an assessment cell on its own, beside the common judgement in the document. The latest row counts. */
export const judgements = pgTable(
  'judgements',
  {
    ...said(),
    /** Null: withdrawn. */
    change: text('change', { enum: changes }),
    reason: text('reason').notNull().default(''),
  },
  (table) => [unique('judgements_request').on(table.personId, table.requestId, table.item), index('judgements_latest').on(table.scenarioId, table.delegationId, table.item, table.id)],
);
