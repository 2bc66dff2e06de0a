import { and, eq, isNull } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { lockRights, requireAnotherFacilitator } from '@/lib/db/facilitators';
import { notifyAll } from '@/lib/db/notifications';
import { isUuid, rightOf } from '@/lib/db/rights';
import { people } from '@/lib/db/schema/people';
import { scenarioRights } from '@/lib/db/schema/scenarios';
import { tell } from '@/lib/db/tell';
import type { Right } from '@/lib/domain/delegations';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';

export interface RightGrant {
  readonly scenario: string;
  readonly person: string;
  readonly right: Right;
}

/**
 * Gives a person a right in a scenario, or another one than they hold. Open sockets follow within seconds.
 * @throws AccordError not-found (scenario or active person), forbidden, last-facilitator
 */
export async function grantRight(db: Database, actor: Actor, { scenario, person, right }: RightGrant): Promise<void> {
  await db.transaction(async (tx) => {
    requireCan(actor, 'scenario.share', { right: await rightOf(tx, actor.id, scenario) });
    await lockRights(tx, scenario);
    requireCan(actor, 'scenario.share', { right: await rightOf(tx, actor.id, scenario) }); // may have changed before the lock
    if (!isUuid(person)) throw new AccordError('not-found');
    const [known] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, person), isNull(people.disabledAt)));
    if (!known) throw new AccordError('not-found');
    const before = await rightOf(tx, person, scenario);
    if (before === right) return;
    if (before === 'facilitator') await requireAnotherFacilitator(tx, scenario, person);
    await tx
      .insert(scenarioRights)
      .values({ scenarioId: scenario, personId: person, right })
      .onConflictDoUpdate({ target: [scenarioRights.scenarioId, scenarioRights.personId], set: { right } });
    if (before === null) await tell(tx, { people: [person], scenario, kind: 'shared', by: actor.id });
    await audit(tx, { person: actor.id, verb: 'right.grant', scenario, subject: { person, right, before } });
    await notifyAll(tx, [{ about: 'access', scenario, person }, { about: 'editing', scenario }]); // who presents without the right to edit keeps nobody from it
  });
}
