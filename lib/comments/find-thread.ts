import { and, eq } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { isUuid } from '@/lib/db/rights';
import { threads } from '@/lib/db/schema/comments';
import { AccordError } from '@/lib/domain/errors';

/**
 * The row of a thread, locked until `tx` ends, so that resolving, reopening and replying follow one another.
 * @throws not-found if the scenario has no such thread
 */
export async function findThread(tx: Transaction, scenario: string, thread: string): Promise<typeof threads.$inferSelect> {
  if (!isUuid(thread)) throw new AccordError('not-found');
  const [row] = await tx
    .select()
    .from(threads)
    .where(and(eq(threads.id, thread), eq(threads.scenarioId, scenario)))
    .for('update');
  if (!row) throw new AccordError('not-found');
  return row;
}
