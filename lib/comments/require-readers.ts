import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { isUuid } from '@/lib/db/rights';
import { people } from '@/lib/db/schema/people';
import { scenarioRights } from '@/lib/db/schema/scenarios';
import { AccordError } from '@/lib/domain/errors';

/**
 * Lets pass ids of people who can read what is written: they hold a right in the scenario and, where a delegation keeps
 * the thread to itself, belong to it.
 * @returns the ids, each once
 * @throws unknown-person, which says the same of people who may not read it and of people who do not exist
 */
export async function requireReaders(db: Queryable, scenario: string, internalTo: string | null, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  if (wanted.length === 0) return [];
  if (!wanted.every(isUuid)) throw new AccordError('unknown-person');
  const readers = await db
    .select({ id: people.id })
    .from(people)
    .innerJoin(scenarioRights, and(eq(scenarioRights.personId, people.id), eq(scenarioRights.scenarioId, scenario)))
    .where(and(inArray(people.id, wanted), isNull(people.disabledAt), internalTo === null ? undefined : eq(people.delegationId, internalTo)));
  if (readers.length !== wanted.length) throw new AccordError('unknown-person');
  return wanted;
}
