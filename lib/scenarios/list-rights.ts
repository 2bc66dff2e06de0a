import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { rightOf } from '@/lib/db/rights';
import { delegations, people } from '@/lib/db/schema/people';
import { scenarioRights } from '@/lib/db/schema/scenarios';
import { rights, type HeldRights } from '@/lib/domain/delegations';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';

/**
 * Who may do what in a scenario, and who could be let in.
 * @throws AccordError not-found; forbidden to all but facilitators
 */
export async function listRights(db: Queryable, actor: Actor, scenario: string): Promise<HeldRights> {
  requireCan(actor, 'scenario.share', { right: await rightOf(db, actor.id, scenario) });
  const rows = await db
    .select({ id: people.id, name: people.name, delegation: delegations.code, right: scenarioRights.right })
    .from(people)
    .leftJoin(delegations, eq(delegations.id, people.delegationId))
    .leftJoin(scenarioRights, and(eq(scenarioRights.personId, people.id), eq(scenarioRights.scenarioId, scenario)))
    .where(isNull(people.disabledAt))
    .orderBy(asc(delegations.position), asc(people.name), asc(people.id));
  return {
    held: rights.flatMap((right) => rows.filter((row) => row.right === right).map((row) => ({ ...row, right }))),
    others: rows.filter((row) => row.right === null).map(({ id, name, delegation }) => ({ id, name, delegation })),
  };
}
