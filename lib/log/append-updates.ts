import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { documents, documentUpdates } from '@/lib/db/schema/documents';
import { AccordError } from '@/lib/domain/errors';
import { claimClients } from './claim-clients';

/** One person's contribution to the log. */
export interface LogEntry {
  /** Null: the system itself. */
  readonly person: string | null;
  /** The Yjs client ids whose structs the update brings; empty for pure deletions. */
  readonly clientIds: readonly number[];
  /** A Yjs update (v1). */
  readonly update: Uint8Array;
}

/**
 * Appends updates to a document's log, claims their client ids, and announces the new end of the log to every process.
 * All of it becomes true when `tx` commits, or none of it. Until then the document's row stays locked, so that numbers
 * become visible in their order.
 * @param known client ids of which the caller has read in the log that they belong to the entry's person: a claim is for
 *   good, so these need not be asked for again
 * @returns the sequence numbers given to the first and last entry
 * @throws AccordError('not-found') if there is no such document
 * @throws ForeignClientError if a client id belongs to another person
 */
export async function appendUpdates(
  tx: Transaction,
  scenario: string,
  entries: readonly LogEntry[],
  known: ReadonlyMap<number, string | null> = new Map(),
): Promise<{ firstSeq: number; lastSeq: number }> {
  const [row] = await tx
    .update(documents)
    .set({ lastSeq: sql`${documents.lastSeq} + ${entries.length}` })
    .where(eq(documents.scenarioId, scenario))
    .returning({ lastSeq: documents.lastSeq });
  if (!row) throw new AccordError('not-found');
  const firstSeq = row.lastSeq - entries.length + 1;
  if (entries.length === 0) return { firstSeq, lastSeq: row.lastSeq };

  const claims = entries.flatMap(({ person, clientIds }) => clientIds.map((clientId) => ({ clientId, person })));
  await claimClients(
    tx,
    scenario,
    claims.filter(({ clientId, person }) => !known.has(clientId) || known.get(clientId) !== person),
  );
  await tx.insert(documentUpdates).values(
    entries.map((entry, index) => ({
      scenarioId: scenario,
      seq: firstSeq + index,
      personId: entry.person,
      clientIds: [...entry.clientIds],
      update: entry.update,
    })),
  );
  await notify(tx, { about: 'document', scenario, seq: row.lastSeq });
  return { firstSeq, lastSeq: row.lastSeq };
}
