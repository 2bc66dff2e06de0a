import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { people } from '@/lib/db/schema/people';
import { scenarioRights } from '@/lib/db/schema/scenarios';

/** Whom a speaker may name a deputy: active people of the same delegation who may read the scenario. */
export async function deputiesFor(db: Queryable, scenario: string, delegation: string, except: string): Promise<{ readonly id: string; readonly name: string }[]> {
  return db
    .select({ id: people.id, name: people.name })
    .from(people)
    .innerJoin(scenarioRights, and(eq(scenarioRights.personId, people.id), eq(scenarioRights.scenarioId, scenario)))
    .where(and(eq(people.delegationId, delegation), isNull(people.disabledAt), ne(people.id, except)))
    .orderBy(asc(people.name), asc(people.id));
}
