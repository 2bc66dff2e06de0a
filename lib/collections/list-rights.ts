import { eq } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { withNames } from '@/lib/db/held-rights';
import { collectionRights } from '@/lib/db/schema/collections';
import type { HeldRights } from '@/lib/domain/delegations';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { requireCollection } from '@/lib/policies/require-collection';
import { findCollection } from './open-collection';

/**
 * Who holds what in a collection itself, and who could be let in.
 * @throws not-found; forbidden to all who do not lead it
 */
export async function listRights(db: Queryable, actor: Actor, collection: string): Promise<HeldRights> {
  const found = await findCollection(db, actor, collection);
  if (!found) throw new AccordError('not-found');
  requireCollection(actor, 'collection.lead', found.subject);
  return withNames(db, await db.select({ person: collectionRights.personId, right: collectionRights.right }).from(collectionRights).where(eq(collectionRights.collectionId, collection)));
}
