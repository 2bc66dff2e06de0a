import { boolean, date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { entryKinds } from '@/lib/domain/meetings';
import type { Localized } from '@/lib/domain/languages';
import { delegations, people } from './people';
import { scenarios } from './scenarios';

/** A joint meeting on one or several scenarios. */
export const meetings = pgTable('meetings', {
  id: uuid('id').primaryKey().defaultRandom(),
  title: text('title').notNull(),
  /** What was agreed upon: the time on the wall (`2026-05-12T09:00`) of a zone. The moment follows from it. */
  local: text('local').notNull(),
  zone: text('zone').notNull(),
  startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
  minutes: integer('minutes').notNull(),
  place: text('place').notNull().default(''),
  link: text('link').notNull().default(''),
  startedAt: timestamp('started_at', { withTimezone: true }),
  endedAt: timestamp('ended_at', { withTimezone: true }),
  cancelledAt: timestamp('cancelled_at', { withTimezone: true }),
  /** Whom the others follow while the meeting runs. */
  presenterId: uuid('presenter_id').references(() => people.id),
  /** While the meeting runs nobody but the presenter edits its scenarios. */
  onlyPresenterEdits: boolean('only_presenter_edits').notNull().default(false),
  /** Raised by everything that happens to the meeting, so that a reader can ask whether anything has. */
  revision: integer('revision').notNull().default(1),
  /** Raised by every change of the plan: which plan a calendar holds, and which one somebody edited. */
  planVersion: integer('plan_version').notNull().default(0),
  createdBy: uuid('created_by')
    .notNull()
    .references(() => people.id),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  /** Chosen by the planner's client, so that a double click plans one meeting. */
  requestId: uuid('request_id').notNull(),
}, (table) => [unique('meetings_request').on(table.createdBy, table.requestId)]);

export const meetingScenarios = pgTable(
  'meeting_scenarios',
  {
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    scenarioId: uuid('scenario_id')
      .notNull()
      .references(() => scenarios.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.meetingId, table.scenarioId] }), index('meeting_scenarios_scenario').on(table.scenarioId)],
);

/** Somebody who was there: a person, or (without one) somebody who has no account or shares a screen. */
export const meetingAttendances = pgTable(
  'meeting_attendances',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    personId: uuid('person_id').references(() => people.id),
    /** Of those without an account; empty for a person, whose name stands with the account. */
    name: text('name').notNull().default(''),
    delegationId: uuid('delegation_id').references(() => delegations.id),
    /** Where he or she sat: those in one room share a screen. */
    room: text('room').notNull().default(''),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => people.id),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    requestId: uuid('request_id').notNull(),
  },
  (table) => [unique('meeting_attendances_person').on(table.meetingId, table.personId), unique('meeting_attendances_request').on(table.recordedBy, table.requestId)],
);

/** A point of the agenda: an item of a scenario, or words. */
export const agendaPoints = pgTable(
  'agenda_points',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    /** Null: the point concerns the meeting as a whole. */
    scenarioId: uuid('scenario_id'),
    /** `itemName`; null for words. */
    item: text('item'),
    /** The words; empty for an item. */
    title: text('title').notNull().default(''),
    /** What the item was called when it was put on the agenda: it may be deleted by the time somebody reads the protocol. */
    labels: jsonb('labels').$type<readonly Localized[]>().notNull().default([]),
    position: integer('position').notNull(),
    /** Set aside for another meeting. */
    parkedAt: timestamp('parked_at', { withTimezone: true }),
    createdBy: uuid('created_by')
      .notNull()
      .references(() => people.id),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    requestId: uuid('request_id').notNull(),
  },
  (table) => [
    index('agenda_points_meeting').on(table.meetingId, table.position),
    // a scenario that leaves the plan takes none of its points along by accident: the verb refuses that while there are any
    foreignKey({ name: 'agenda_points_scenario', columns: [table.meetingId, table.scenarioId], foreignColumns: [meetingScenarios.meetingId, meetingScenarios.scenarioId] }).onDelete('cascade'),
  ],
);

/** What was said, decided, or given somebody to do at a point. Several people write at once: each entry is a row of its own. */
export const meetingEntries = pgTable(
  'meeting_entries',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    pointId: uuid('point_id')
      .notNull()
      .references(() => agendaPoints.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: entryKinds }).notNull(),
    body: text('body').notNull(),
    /** Of an action: who does it (a person, or somebody by name), and until when. */
    assigneeId: uuid('assignee_id').references(() => people.id),
    assigneeName: text('assignee_name').notNull().default(''),
    dueOn: date('due_on', { mode: 'string' }),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    at: timestamp('at', { withTimezone: true }).notNull().defaultNow(),
    editedAt: timestamp('edited_at', { withTimezone: true }),
    /** Raised by every correction: one that was made of an older wording is refused. */
    version: integer('version').notNull().default(1),
    requestId: uuid('request_id').notNull(),
  },
  (table) => [index('meeting_entries_point').on(table.pointId, table.at), unique('meeting_entries_request').on(table.authorId, table.requestId)],
);
