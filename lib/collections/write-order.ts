import { eq } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { collectionScenarios } from '@/lib/db/schema/collections';

/** Gives a collection's scenarios their places anew. */
export async function writeOrder(tx: Transaction, scenarios: readonly string[]): Promise<void> {
  for (const [position, id] of scenarios.entries()) await tx.update(collectionScenarios).set({ position }).where(eq(collectionScenarios.scenarioId, id));
}
