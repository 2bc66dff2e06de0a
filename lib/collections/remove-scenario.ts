import { and, eq } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { collectionScenarios } from '@/lib/db/schema/collections';
import { AccordError } from '@/lib/domain/errors';
import { can, type Actor } from '@/lib/policies/can';
import { openCollection, tellScenarios } from './open-collection';
import { writeOrder } from './write-order';

/**
 * Takes a scenario out of a collection. For those who lead the collection, and for the scenario's own facilitators.
 * @throws not-found, forbidden
 */
export async function removeScenario(db: Database, actor: Actor, { collection, scenario }: { readonly collection: string; readonly scenario: string }): Promise<void> {
  await db.transaction(async (tx) => {
    const { scenarios, subject } = await openCollection(tx, actor, collection, 'collection.read');
    const own = scenarios.find(({ id }) => id === scenario);
    if (!own || !can(actor, 'scenario.read', own)) throw new AccordError('not-found');
    if (!can(actor, 'collection.lead', subject) && !can(actor, 'scenario.collect', own)) throw new AccordError('forbidden');
    await tx.delete(collectionScenarios).where(and(eq(collectionScenarios.collectionId, collection), eq(collectionScenarios.scenarioId, scenario)));
    await writeOrder(tx, scenarios.map(({ id }) => id).filter((id) => id !== scenario));
    await audit(tx, { person: actor.id, verb: 'collection.remove-scenario', scenario, subject: { collection } });
    await tellScenarios(tx, [scenario]);
  });
}
