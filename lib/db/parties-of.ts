import { and, asc, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { Queryable } from './client';
import { delegations, people } from './schema/people';
import { scenarioRights } from './schema/scenarios';

/**
 * Ids of the delegations that take part in a scenario now: those of active people who hold a right beyond reading. A
 * delegation of mere readers is asked nothing; one whose speaker is only just being named takes part already.
 */
export async function partiesOf(db: Queryable, scenario: string): Promise<string[]> {
  return (await partiesByScenario(db, [scenario])).get(scenario) ?? [];
}

/** The same for several scenarios; those in which nobody takes part are missing. */
export async function partiesByScenario(db: Queryable, scenarios: readonly string[]): Promise<Map<string, string[]>> {
  if (scenarios.length === 0) return new Map();
  const rows = await db
    .selectDistinct({ scenario: scenarioRights.scenarioId, id: delegations.id, position: delegations.position })
    .from(scenarioRights)
    .innerJoin(people, eq(people.id, scenarioRights.personId))
    .innerJoin(delegations, eq(delegations.id, people.delegationId))
    .where(and(inArray(scenarioRights.scenarioId, [...scenarios]), ne(scenarioRights.right, 'viewer'), isNull(people.disabledAt)))
    .orderBy(asc(delegations.position), asc(delegations.id));
  const parties = new Map<string, string[]>();
  for (const { scenario, id } of rows) parties.set(scenario, [...(parties.get(scenario) ?? []), id]);
  return parties;
}
