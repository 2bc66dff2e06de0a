import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { AccordError } from '@/lib/domain/errors';
import { can, type Actor } from '@/lib/policies/can';
import { openCollection } from './open-collection';
import { writeOrder } from './write-order';

/**
 * Puts a scenario of a collection before another one; null: at the end. For those who lead the collection.
 * @throws not-found, forbidden
 */
export async function moveScenario(db: Database, actor: Actor, { collection, scenario, before }: { readonly collection: string; readonly scenario: string; readonly before: string | null }): Promise<void> {
  await db.transaction(async (tx) => {
    const { scenarios } = await openCollection(tx, actor, collection, 'collection.lead');
    const isSeen = (id: string): boolean => scenarios.some((each) => each.id === id && can(actor, 'scenario.read', each));
    if (!isSeen(scenario) || (before !== null && !isSeen(before))) throw new AccordError('not-found');
    if (before === scenario) return;
    const now = scenarios.map(({ id }) => id);
    const rest = now.filter((id) => id !== scenario);
    const next = rest.toSpliced(before === null ? rest.length : rest.indexOf(before), 0, scenario);
    if (next.every((id, index) => id === now[index])) return;
    await writeOrder(tx, next);
    await audit(tx, { person: actor.id, verb: 'collection.move-scenario', scenario, subject: { collection } });
  });
}
