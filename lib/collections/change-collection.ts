import { eq } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { collections } from '@/lib/db/schema/collections';
import type { Actor } from '@/lib/policies/can';
import { checkPlan, isSamePlan } from './check-plan';
import type { CollectionPlan } from './collection';
import { openCollection, tellScenarios } from './open-collection';

/**
 * Says how a collection is called, what it is about and which languages are authentic in it. What is up for signature stays as it was offered.
 * @throws not-found, forbidden; empty-text, too-large, bad-request
 */
export async function changeCollection(db: Database, actor: Actor, { collection, ...input }: CollectionPlan & { readonly collection: string }): Promise<void> {
  await db.transaction(async (tx) => {
    const { row, scenarios } = await openCollection(tx, actor, collection, 'collection.lead');
    const plan = checkPlan(input);
    if (isSamePlan(row, plan)) return;
    await tx.update(collections).set(plan).where(eq(collections.id, collection));
    await audit(tx, { person: actor.id, verb: 'collection.change', subject: { collection, ...plan } });
    await tellScenarios(tx, scenarios.map(({ id }) => id));
  });
}
