import { and, eq } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { once } from '@/lib/db/once';
import { collectionRights, collections } from '@/lib/db/schema/collections';
import { AccordError, requestUsed } from '@/lib/domain/errors';
import { can, type Actor } from '@/lib/policies/can';
import { checkPlan, isSamePlan } from './check-plan';
import type { CollectionPlan } from './collection';

export interface NewCollection extends CollectionPlan {
  /** A uuid chosen for one press of "create": the same one again makes nothing new, and with another plan is refused. */
  readonly requestId: string;
}

/**
 * Creates an empty collection; who creates it becomes its facilitator.
 * @returns its id
 * @throws forbidden; empty-text, too-large, bad-request
 */
export async function createCollection(db: Database, actor: Actor, input: NewCollection): Promise<{ collection: string }> {
  if (!can(actor, 'collection.create')) throw new AccordError('forbidden');
  const plan = checkPlan(input);
  const { requestId } = input;
  const attempt = (): Promise<{ collection: string }> =>
    db.transaction(async (tx) => {
      const [earlier] = await tx
        .select()
        .from(collections)
        .where(and(eq(collections.createdBy, actor.id), eq(collections.requestId, requestId)));
      if (earlier && !isSamePlan(earlier, plan)) throw requestUsed();
      if (earlier) return { collection: earlier.id };
      const [row] = await tx
        .insert(collections)
        .values({ ...plan, createdBy: actor.id, requestId })
        .returning({ id: collections.id });
      const collection = row!.id;
      await tx.insert(collectionRights).values({ collectionId: collection, personId: actor.id, right: 'facilitator' });
      await audit(tx, { person: actor.id, verb: 'collection.create', subject: { collection, ...plan } });
      return { collection };
    });
  return once(attempt, 'collections_request');
}
