import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { rights } from '@/lib/domain/delegations';
import { emptyLocalized, type Language, type Localized } from '@/lib/domain/languages';
import type { MatterSection } from '@/lib/domain/matter';
import type { RichText } from '@/lib/domain/rich-text';
import { people } from './people';
import { scenarios } from './scenarios';

/** Scenarios that will be published together. */
export const collections = pgTable(
  'collections',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    name: jsonb('name').$type<Localized>().notNull(),
    description: jsonb('description').$type<Localized>().notNull().default(emptyLocalized),
    /** The languages in which the wording of its scenarios is binding; at least one. */
    authenticLanguages: jsonb('authentic_languages').$type<readonly Language[]>().notNull(),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    /** Chosen by the creator's client, so that a double click makes one collection. */
    requestId: uuid('request_id').notNull(),
  },
  (table) => [unique('collections_request').on(table.createdBy, table.requestId)],
);

/** A scenario belongs to one collection at most. */
export const collectionScenarios = pgTable(
  'collection_scenarios',
  {
    scenarioId: uuid('scenario_id')
      .primaryKey()
      .references(() => scenarios.id, { onDelete: 'cascade' }),
    collectionId: uuid('collection_id')
      .notNull()
      .references(() => collections.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
  },
  (table) => [index('collection_scenarios_collection').on(table.collectionId, table.position)],
);

/** What people hold in a collection itself, besides what they hold in its scenarios. */
export const collectionRights = pgTable(
  'collection_rights',
  {
    collectionId: uuid('collection_id')
      .notNull()
      .references(() => collections.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    right: text('right', { enum: rights }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.collectionId, table.personId] }), index('collection_rights_person').on(table.personId)],
);

/** Front and back matter: a text per section and language. Who stores one says on which version it builds, so that nothing is written over unseen. */
export const collectionTexts = pgTable(
  'collection_texts',
  {
    collectionId: uuid('collection_id')
      .notNull()
      .references(() => collections.id, { onDelete: 'cascade' }),
    section: text('section').$type<MatterSection>().notNull(),
    language: text('language').$type<Language>().notNull(),
    text: jsonb('text').$type<RichText>().notNull(),
    version: integer('version').notNull(),
    changedBy: uuid('changed_by').references(() => people.id),
    changedAt: timestamp('changed_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.collectionId, table.section, table.language] })],
);
