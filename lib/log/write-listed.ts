import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '@/lib/db/client';
import { documents } from '@/lib/db/schema/documents';
import { scenarios } from '@/lib/db/schema/scenarios';
import type { Scenario } from '@/lib/domain/scenario';
import { listedContent } from './listed-content';

/**
 * Writes what lists show of a scenario, unless somebody has appended meanwhile: who has writes what follows from it, which is
 * newer than this.
 * @param seq the log's end at which it has that content
 * @param changedAt when it came to have it; by default now
 */
export async function writeListed(tx: Transaction, scenario: string, content: Scenario, seq: number, changedAt: Date | null = null): Promise<void> {
  const [document] = await tx.select({ seq: documents.lastSeq }).from(documents).where(eq(documents.scenarioId, scenario)).for('share');
  if (document?.seq !== seq) return;
  await tx
    .update(scenarios)
    .set({ ...listedContent(content), listedSeq: seq, changedAt: changedAt ?? sql`now()` })
    .where(eq(scenarios.id, scenario));
}
