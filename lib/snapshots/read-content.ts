import { and, eq } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { snapshots } from '@/lib/db/schema/snapshots';
import { readCanonicalJson } from '@/lib/document/canonical';
import { AccordError } from '@/lib/domain/errors';
import type { Scenario } from '@/lib/domain/scenario';

/**
 * The content of a snapshot, to the byte and parsed.
 * @throws not-found if there is no such snapshot
 */
export async function readContent(db: Queryable, scenario: string, number: number): Promise<{ readonly content: string; readonly read: Scenario }> {
  const [row] = await db
    .select({ content: snapshots.content })
    .from(snapshots)
    .where(and(eq(snapshots.scenarioId, scenario), eq(snapshots.number, number)));
  if (!row) throw new AccordError('not-found');
  return { content: row.content, read: readCanonicalJson(row.content) };
}
