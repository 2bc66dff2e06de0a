import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { rightOf } from '@/lib/db/rights';
import { delegations, people } from '@/lib/db/schema/people';
import { scenarioRights } from '@/lib/db/schema/scenarios';
import type { NamedPerson } from '@/lib/domain/named-person';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';

/**
 * The people who can read a scenario: whom a comment in it can call, and who can be asked to act.
 * @returns by delegation, then by name; observers last
 * @throws not-found if there is no such scenario for this person
 */
export async function listReaders(db: Queryable, actor: Actor, scenario: string): Promise<NamedPerson[]> {
  requireCan(actor, 'scenario.read', { right: await rightOf(db, actor.id, scenario) });
  return db
    .select({ id: people.id, name: people.name, delegation: delegations.code })
    .from(people)
    .innerJoin(scenarioRights, and(eq(scenarioRights.personId, people.id), eq(scenarioRights.scenarioId, scenario)))
    .leftJoin(delegations, eq(delegations.id, people.delegationId))
    .where(isNull(people.disabledAt))
    .orderBy(asc(delegations.position), asc(people.name), asc(people.id));
}
