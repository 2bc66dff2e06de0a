import { eq } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { withNames } from '@/lib/db/held-rights';
import { rightOf } from '@/lib/db/rights';
import { scenarioRights } from '@/lib/db/schema/scenarios';
import type { HeldRights } from '@/lib/domain/delegations';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';

/**
 * Who may do what in a scenario, and who could be let in.
 * @throws AccordError not-found; forbidden to all but facilitators
 */
export async function listRights(db: Queryable, actor: Actor, scenario: string): Promise<HeldRights> {
  requireCan(actor, 'scenario.share', { right: await rightOf(db, actor.id, scenario) });
  return withNames(db, await db.select({ person: scenarioRights.personId, right: scenarioRights.right }).from(scenarioRights).where(eq(scenarioRights.scenarioId, scenario)));
}
