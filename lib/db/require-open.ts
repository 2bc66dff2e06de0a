import { eq } from 'drizzle-orm';
import { AccordError } from '@/lib/domain/errors';
import type { Transaction } from './client';
import { scenarios } from './schema/scenarios';

/**
 * For verbs that edit a document by themselves: lets them pass only while editing is open, and keeps it open until `tx` ends.
 * @throws AccordError frozen
 */
export async function requireOpen(tx: Transaction, scenario: string): Promise<void> {
  const [row] = await tx.select({ frozenAt: scenarios.frozenAt }).from(scenarios).where(eq(scenarios.id, scenario)).for('no key update');
  if (row?.frozenAt) throw new AccordError('frozen');
}
