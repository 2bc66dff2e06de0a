import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { rightOf } from '@/lib/db/rights';
import { collectionScenarios } from '@/lib/db/schema/collections';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { openCollection, tellScenarios } from './open-collection';

/**
 * Puts a scenario at the end of a collection: from then on the collection says which of its languages are authentic. For those
 * who lead the collection and facilitate the scenario. One that is in it already stays where it is.
 * @throws not-found, forbidden; in-another-collection
 */
export async function addScenario(db: Database, actor: Actor, { collection, scenario }: { readonly collection: string; readonly scenario: string }): Promise<void> {
  await db.transaction(async (tx) => {
    const { scenarios } = await openCollection(tx, actor, collection, 'collection.lead');
    requireCan(actor, 'scenario.collect', { right: await rightOf(tx, actor.id, scenario) });
    if (scenarios.some(({ id }) => id === scenario)) return;
    const [added] = await tx
      .insert(collectionScenarios)
      .values({ collectionId: collection, scenarioId: scenario, position: scenarios.length })
      .onConflictDoNothing()
      .returning({ scenario: collectionScenarios.scenarioId });
    if (!added) throw new AccordError('in-another-collection');
    await audit(tx, { person: actor.id, verb: 'collection.add-scenario', scenario, subject: { collection } });
    await tellScenarios(tx, [scenario]);
  });
}
