import { and, eq, exists, isNull, or, type SQL } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { inboxEntries } from '@/lib/db/schema/inbox';
import { scenarioRights } from '@/lib/db/schema/scenarios';

/**
 * The condition of every reading of an inbox: the person's own entries, without those of scenarios that they may no longer
 * read. Who gets the right back finds them again.
 */
export function ownEntries(db: Queryable, person: string): SQL | undefined {
  const right = db
    .select({ person: scenarioRights.personId })
    .from(scenarioRights)
    .where(and(eq(scenarioRights.scenarioId, inboxEntries.scenarioId), eq(scenarioRights.personId, person)));
  return and(eq(inboxEntries.personId, person), or(isNull(inboxEntries.scenarioId), exists(right)));
}
