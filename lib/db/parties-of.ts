import { and, asc, eq, isNull, ne } from 'drizzle-orm';
import type { Queryable } from './client';
import { delegations, people } from './schema/people';
import { scenarioRights } from './schema/scenarios';

/**
 * Ids of the delegations that take part in a scenario now: those of active people who hold a right beyond reading. A
 * delegation of mere readers is asked nothing; one whose speaker is only just being named takes part already.
 */
export async function partiesOf(db: Queryable, scenario: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: delegations.id, position: delegations.position })
    .from(scenarioRights)
    .innerJoin(people, eq(people.id, scenarioRights.personId))
    .innerJoin(delegations, eq(delegations.id, people.delegationId))
    .where(and(eq(scenarioRights.scenarioId, scenario), ne(scenarioRights.right, 'viewer'), isNull(people.disabledAt)))
    .orderBy(asc(delegations.position), asc(delegations.id));
  return rows.map(({ id }) => id);
}
