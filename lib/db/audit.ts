import type { Transaction } from './client';
import { auditEntries } from './schema/audit';

/** Records who did what; part of the verb's own transaction, so that nothing is done without being recorded. */
export async function audit(
  tx: Transaction,
  entry: { readonly person: string | null; readonly verb: string; readonly scenario?: string; readonly subject?: Record<string, unknown> },
): Promise<void> {
  await tx.insert(auditEntries).values({
    personId: entry.person,
    verb: entry.verb,
    scenarioId: entry.scenario ?? null,
    subject: entry.subject ?? {},
  });
}
