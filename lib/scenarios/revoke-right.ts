import { and, eq } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { lockRights, requireAnotherFacilitator } from '@/lib/db/facilitators';
import { notifyAll } from '@/lib/db/notifications';
import { isUuid, rightOf } from '@/lib/db/rights';
import { scenarioRights } from '@/lib/db/schema/scenarios';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';

/**
 * Takes a person's right in a scenario away; nothing happens if they hold none. Open sockets follow within seconds.
 * @throws AccordError not-found, forbidden, last-facilitator
 */
export async function revokeRight(db: Database, actor: Actor, { scenario, person }: { readonly scenario: string; readonly person: string }): Promise<void> {
  await db.transaction(async (tx) => {
    requireCan(actor, 'scenario.share', { right: await rightOf(tx, actor.id, scenario) });
    await lockRights(tx, scenario);
    requireCan(actor, 'scenario.share', { right: await rightOf(tx, actor.id, scenario) }); // may have changed before the lock
    const before = isUuid(person) ? await rightOf(tx, person, scenario) : null;
    if (before === null) return;
    if (before === 'facilitator') await requireAnotherFacilitator(tx, scenario, person);
    await tx.delete(scenarioRights).where(and(eq(scenarioRights.scenarioId, scenario), eq(scenarioRights.personId, person)));
    await audit(tx, { person: actor.id, verb: 'right.revoke', scenario, subject: { person, before } });
    await notifyAll(tx, [{ about: 'access', scenario, person }, { about: 'editing', scenario }]); // who presents without the right to edit keeps nobody from it
  });
}
