import { eq } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { documents } from '@/lib/db/schema/documents';
import { AccordError } from '@/lib/domain/errors';

/**
 * Lets nobody append to a document's log until `tx` ends; others may hold it, too. For verbs that store at which end of the log
 * they have read something (a position): it is stored before anything follows.
 * @returns the log's end
 * @throws AccordError('not-found') if there is no such document
 */
export async function holdLog(tx: Transaction, scenario: string): Promise<number> {
  const [row] = await tx.select({ seq: documents.lastSeq }).from(documents).where(eq(documents.scenarioId, scenario)).for('share');
  if (!row) throw new AccordError('not-found');
  return row.seq;
}
