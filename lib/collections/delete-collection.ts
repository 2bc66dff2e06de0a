import { eq } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { offersIn } from '@/lib/db/offers-in';
import { collections } from '@/lib/db/schema/collections';
import { AccordError } from '@/lib/domain/errors';
import { openOffer } from '@/lib/domain/offers';
import type { Actor } from '@/lib/policies/can';
import { openCollection, tellScenarios } from './open-collection';

/**
 * Takes a collection away with what belongs to it alone; its scenarios stay. What is up for signature was offered under its authentic
 * languages, and whoever signs is to find it: as long as something is, the collection stays.
 * @throws not-found, forbidden; collection-in-signature
 */
export async function deleteCollection(db: Database, actor: Actor, { collection }: { readonly collection: string }): Promise<void> {
  await db.transaction(async (tx) => {
    const { row, scenarios } = await openCollection(tx, actor, collection, 'collection.lead');
    const ids = scenarios.map(({ id }) => id);
    const offers = await offersIn(tx, ids);
    if (ids.some((id) => openOffer(offers.get(id) ?? []))) throw new AccordError('collection-in-signature');
    await tx.delete(collections).where(eq(collections.id, collection));
    await audit(tx, { person: actor.id, verb: 'collection.delete', subject: { collection, name: row.name, scenarios: ids } });
    await tellScenarios(tx, ids);
  });
}
