import { index, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Who did what, when: written by every verb inside its transaction. No foreign keys: it outlives what it speaks of. */
export const auditEntries = pgTable(
  'audit_entries',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    /** Null: the system itself, or somebody who was not signed in. */
    personId: uuid('person_id'),
    verb: text('verb').notNull(),
    scenarioId: uuid('scenario_id'),
    subject: jsonb('subject').$type<Record<string, unknown>>().notNull().default({}),
  },
  (table) => [index('audit_entries_scenario').on(table.scenarioId, table.at)],
);
