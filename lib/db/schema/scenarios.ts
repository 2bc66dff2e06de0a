import { bigint, jsonb, pgTable, primaryKey, text, timestamp, uuid, index, type AnyPgColumn } from 'drizzle-orm/pg-core';
import type { AssessedEnterprise } from '@/lib/domain/assessed-enterprise';
import type { Localized } from '@/lib/domain/languages';
import type { HashedItem } from '@/lib/domain/positions';
import type { RoleNames } from '@/lib/domain/role-names';
import { people } from './people';

/** What lists show of a scenario without opening its document; written again whenever the document has changed. */
export interface ScenarioSummary {
  readonly title: Localized;
  readonly origin: string | null;
  readonly bestPractice: string | null;
  /** How much the checks find; absent: written before this was kept. */
  readonly findings?: number;
  /** `listedVersion` of who wrote it; absent: written before there were versions. */
  readonly version?: number;
}

export const scenarios = pgTable('scenarios', {
  id: uuid('id').primaryKey().defaultRandom(),
  summary: jsonb('summary').$type<ScenarioSummary>().notNull(),
  /** `itemsOf` the content, so that a list can tell the distance to agreement; written with the summary. Null: written before these were kept. */
  items: jsonb('items').$type<readonly HashedItem[]>(),
  /** How its enterprises are assessed, so that an overview can tell; written with the summary. Null: written before this was kept. */
  assessed: jsonb('assessed').$type<readonly AssessedEnterprise[]>(),
  /** What its roles are called and what its wording calls roles; written with the summary. Null: written before this was kept. */
  roleNames: jsonb('role_names').$type<RoleNames>(),
  /** Up to which update of the log these tell. Null: written before this was kept. */
  listedSeq: bigint('listed_seq', { mode: 'number' }),
  /** Which scenario served as its template; null: none, or none that is still there. */
  derivedFrom: uuid('derived_from').references((): AnyPgColumn => scenarios.id, { onDelete: 'set null' }),
  createdBy: uuid('created_by').references(() => people.id),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
  /** Since when, and by whom, nobody may edit; null: editing is open. */
  frozenAt: timestamp('frozen_at', { withTimezone: true }),
  frozenBy: uuid('frozen_by').references(() => people.id),
});

export const scenarioRights = pgTable(
  'scenario_rights',
  {
    scenarioId: uuid('scenario_id')
      .notNull()
      .references(() => scenarios.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    right: text('right', { enum: ['facilitator', 'editor', 'commenter', 'viewer'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.scenarioId, table.personId] }), index('scenario_rights_person').on(table.personId)],
);

/** Who has a scenario open, as the sync rooms see it. A row not refreshed for 30 s belongs to a server that died. */
export const attendances = pgTable(
  'attendances',
  {
    scenarioId: uuid('scenario_id')
      .notNull()
      .references(() => scenarios.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The sync server's process. */
    node: text('node').notNull(),
    seenAt: timestamp('seen_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.scenarioId, table.personId, table.node] })],
);
