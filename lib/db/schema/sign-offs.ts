import { sql, type SQL } from 'drizzle-orm';
import { bigint, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { offices, recordKinds } from '@/lib/domain/sign-off-record';
import { people } from './people';

/** Who acted in the chain, as it was then (`Signer`). Of a row nothing may change but that the account goes. */
export const signers = pgTable(
  'signers',
  {
    id: uuid('id').primaryKey(),
    /** Null once the account has gone. */
    personId: uuid('person_id').references(() => people.id, { onDelete: 'set null' }),
    salt: text('salt').notNull(),
    name: text('name').notNull(),
    office: text('office', { enum: offices }).notNull(),
    function: text('function').notNull(),
    delegation: text('delegation'),
  },
  (table) => [index('signers_person').on(table.personId)],
);

/** A column that says nothing but what the record says: it can't differ from it. */
const said = (field: string, type: string) => (): SQL => sql.raw(`((record::jsonb) ->> '${field}')::${type}`);

/** The chain of sign-offs (`SignOffRecord`). A trigger lets a row only continue the chain, and lets none be changed. */
export const signOffRecords = pgTable(
  'sign_off_records',
  {
    position: bigint('position', { mode: 'number' }).primaryKey(),
    /** SHA-256 of `record`. */
    hash: text('hash').notNull().unique(),
    /** Hash of the record before. */
    previous: text('previous').notNull(),
    /** The record as canonical JSON, to the byte. */
    record: text('record').notNull(),
    /** Chosen by the actor's client for one press of a button; null where there was none. */
    requestId: uuid('request_id'),
    kind: text('kind', { enum: recordKinds }).notNull().generatedAlwaysAs(said('kind', 'text')),
    scenarioId: uuid('scenario_id').notNull().generatedAlwaysAs(said('scenario', 'uuid')),
    snapshot: integer('snapshot').notNull().generatedAlwaysAs(said('snapshot', 'integer')),
    offer: bigint('offer', { mode: 'number' }).generatedAlwaysAs(said('offer', 'bigint')),
    delegationId: uuid('delegation_id').generatedAlwaysAs(said('delegation', 'uuid')),
    signerId: uuid('signer_id')
      .notNull()
      .generatedAlwaysAs(said('signer', 'uuid'))
      .references(() => signers.id),
  },
  (table) => [
    index('sign_off_records_scenario').on(table.scenarioId, table.position),
    uniqueIndex('sign_off_records_request').on(table.requestId),
    // a delegation signs an offer once, whoever of its speakers is faster; an offer is withdrawn once
    uniqueIndex('sign_off_records_signature').on(table.offer, table.delegationId).where(sql`kind = 'signature'`),
    uniqueIndex('sign_off_records_withdrawal').on(table.offer).where(sql`kind = 'withdrawal'`),
  ],
);
