import { eq, sql } from 'drizzle-orm';
import { AccordError } from '@/lib/domain/errors';
import type { Transaction } from './client';
import { editingStateSql } from './editing-state';
import { scenarios } from './schema/scenarios';

/**
 * For verbs that edit a document, or promise an edit: lets them pass only while editing is open to the person, and lets nobody
 * freeze the scenario until `tx` ends.
 * @throws AccordError frozen, presenter-edits
 */
export async function requireOpen(tx: Transaction, scenario: string, person: string): Promise<void> {
  await tx.select({ id: scenarios.id }).from(scenarios).where(eq(scenarios.id, scenario)).for('no key update');
  // a statement of its own: it sees what was changed while the lock was waited for
  const [row] = await tx.select({ editing: editingStateSql(sql`${scenario}::uuid`, sql`${person}::uuid`) }).from(scenarios).where(eq(scenarios.id, scenario));
  if (row?.editing === 'frozen') throw new AccordError('frozen');
  if (row?.editing === 'presenter') throw new AccordError('presenter-edits');
}
