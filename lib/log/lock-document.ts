import { eq } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { documents } from '@/lib/db/schema/documents';
import { AccordError } from '@/lib/domain/errors';
import { readState, type LoggedDocument } from './read-document';

/**
 * Like `readDocument`, with the document's row locked until `tx` ends: what is read is the end of the log, and nobody
 * appends meanwhile. For verbs that store what they have read (a snapshot). Keep such a transaction short: editors wait.
 * @throws AccordError('not-found') if there is no such document
 */
export async function lockDocument(tx: Transaction, scenario: string): Promise<LoggedDocument> {
  const [row] = await tx.select({ epoch: documents.epoch }).from(documents).where(eq(documents.scenarioId, scenario)).for('update');
  if (!row) throw new AccordError('not-found');
  return { ...(await readState(tx, scenario)), epoch: row.epoch };
}
