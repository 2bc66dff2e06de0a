import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { scenarios } from '@/lib/db/schema/scenarios';
import { projectScenario } from '@/lib/document/project-scenario';
import { listedContent } from '@/lib/log/listed-content';
import { readDocument } from '@/lib/log/read-document';

/** Keeps what lists show of scenarios that were written before all of it was kept: their distance to agreement, what the checks find. */
export async function fillItems(db: Database): Promise<void> {
  const lacking = or(isNull(scenarios.items), sql`not (${scenarios.summary} ? 'findings')`);
  const rows = await db.select({ id: scenarios.id }).from(scenarios).where(lacking);
  for (const { id } of rows) {
    const content = listedContent(projectScenario((await readDocument(db, id)).doc));
    // an editor's room may have written newer ones meanwhile
    await db.update(scenarios).set(content).where(and(eq(scenarios.id, id), lacking));
  }
}
