import { and, desc, eq, lte } from 'drizzle-orm';
import * as Y from 'yjs';
import type { Queryable } from '@/lib/db/client';
import { documentCheckpoints, documents } from '@/lib/db/schema/documents';
import { AccordError } from '@/lib/domain/errors';
import { readUpdatesAfter } from './read-updates-after';

/** A document as its log tells it. */
export interface LoggedDocument {
  readonly doc: Y.Doc;
  /** `doc` holds every update up to this one, and none after it. */
  readonly seq: number;
  readonly epoch: number;
}

/**
 * Reads a document: its newest checkpoint and the updates after it.
 * @param at the sequence number up to which to read; by default all
 * @throws AccordError('not-found') if there is no such document
 */
export async function readDocument(db: Queryable, scenario: string, { at }: { readonly at?: number } = {}): Promise<LoggedDocument> {
  const [row] = await db.select({ epoch: documents.epoch }).from(documents).where(eq(documents.scenarioId, scenario));
  if (!row) throw new AccordError('not-found');
  return { ...(await readState(db, scenario, at)), epoch: row.epoch };
}

/** The state up to `at`, without asking whether there is such a document: an empty one at 0 if there is none. */
export async function readState(db: Queryable, scenario: string, at?: number): Promise<{ doc: Y.Doc; seq: number }> {
  const { updates, seq } = await readStateUpdates(db, scenario, at);
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return { doc, seq };
}

/** The same, not yet put together: the newest checkpoint and the updates after it. */
export async function readStateUpdates(db: Queryable, scenario: string, at?: number): Promise<{ updates: Uint8Array[]; seq: number }> {
  const [checkpoint] = await db
    .select({ seq: documentCheckpoints.seq, state: documentCheckpoints.state })
    .from(documentCheckpoints)
    .where(and(eq(documentCheckpoints.scenarioId, scenario), at === undefined ? undefined : lte(documentCheckpoints.seq, at)))
    .orderBy(desc(documentCheckpoints.seq))
    .limit(1);
  const updates = await readUpdatesAfter(db, scenario, checkpoint?.seq ?? 0, at);
  return { updates: [...(checkpoint ? [checkpoint.state] : []), ...updates.map(({ update }) => update)], seq: updates.at(-1)?.seq ?? checkpoint?.seq ?? 0 };
}
