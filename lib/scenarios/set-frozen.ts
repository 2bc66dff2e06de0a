import { eq, sql } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { rightOf } from '@/lib/db/rights';
import { scenarios } from '@/lib/db/schema/scenarios';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';

/**
 * Closes a scenario for editing, or opens it again: what has been agreed stays as it is on every screen until a facilitator
 * says otherwise. Comments, positions and signatures go on. Does nothing where nothing is to be done.
 * @throws not-found, forbidden
 */
export async function setFrozen(db: Database, actor: Actor, { scenario, frozen }: { readonly scenario: string; readonly frozen: boolean }): Promise<void> {
  await db.transaction(async (tx) => {
    requireCan(actor, 'scenario.freeze', { right: await rightOf(tx, actor.id, scenario) });
    const [row] = await tx.select({ at: scenarios.frozenAt }).from(scenarios).where(eq(scenarios.id, scenario)).for('no key update');
    if (!row) throw new AccordError('not-found');
    if ((row.at !== null) === frozen) return;
    await tx
      .update(scenarios)
      .set(frozen ? { frozenAt: sql`now()`, frozenBy: actor.id } : { frozenAt: null, frozenBy: null })
      .where(eq(scenarios.id, scenario));
    await audit(tx, { person: actor.id, verb: frozen ? 'scenario.freeze' : 'scenario.reopen', scenario });
    await notify(tx, { about: 'editing', scenario });
    await notify(tx, { about: 'snapshots', scenario });
  });
}
