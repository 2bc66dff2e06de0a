import { and, eq } from 'drizzle-orm';
import type { Right } from '@/lib/domain/delegations';
import type { Queryable } from './client';
import { scenarioRights } from './schema/scenarios';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True if `value` may stand where Postgres expects a uuid; anything else names no row. */
export function isUuid(value: string): boolean {
  return uuid.test(value);
}

/**
 * What a person holds in a scenario.
 * @param scenarioId any text: what is no id of a scenario is one that nobody holds a right in
 * @returns null if nothing, or if there is no such scenario; the two look alike on purpose
 */
export async function rightOf(db: Queryable, personId: string, scenarioId: string): Promise<Right | null> {
  if (!isUuid(scenarioId)) return null;
  const [row] = await db
    .select({ right: scenarioRights.right })
    .from(scenarioRights)
    .where(and(eq(scenarioRights.scenarioId, scenarioId), eq(scenarioRights.personId, personId)));
  return row?.right ?? null;
}
