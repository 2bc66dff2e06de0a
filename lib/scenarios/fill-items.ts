import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { scenarios } from '@/lib/db/schema/scenarios';
import { itemsOf } from '@/lib/document/items-of';
import { projectScenario } from '@/lib/document/project-scenario';
import { readDocument } from '@/lib/log/read-document';

/** Keeps the items of scenarios that were written before items were kept, so that lists know their distance to agreement. */
export async function fillItems(db: Database): Promise<void> {
  const rows = await db.select({ id: scenarios.id }).from(scenarios).where(isNull(scenarios.items));
  for (const { id } of rows) {
    const items = itemsOf(projectScenario((await readDocument(db, id)).doc));
    // an editor's room may have written newer ones meanwhile
    await db.update(scenarios).set({ items }).where(and(eq(scenarios.id, id), isNull(scenarios.items)));
  }
}
