import { and, eq, isNull } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database, Transaction } from '@/lib/db/client';
import { requireAnotherLead } from '@/lib/db/facilitators';
import { isUuid } from '@/lib/db/rights';
import { collectionRights } from '@/lib/db/schema/collections';
import { people } from '@/lib/db/schema/people';
import type { Right } from '@/lib/domain/delegations';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { openCollection } from './open-collection';

export interface CollectionGrant {
  readonly collection: string;
  readonly person: string;
  /** Null: none any more. */
  readonly right: Right | null;
}

/**
 * Gives a person a right in a collection itself, another one, or takes it away. It opens none of its scenarios.
 * @throws not-found (collection or active person), forbidden, last-facilitator
 */
export async function setRight(db: Database, actor: Actor, { collection, person, right }: CollectionGrant): Promise<void> {
  await db.transaction(async (tx) => {
    await openCollection(tx, actor, collection, 'collection.lead');
    if (!isUuid(person)) throw new AccordError('not-found');
    const own = and(eq(collectionRights.collectionId, collection), eq(collectionRights.personId, person));
    const [held] = await tx.select({ right: collectionRights.right }).from(collectionRights).where(own);
    const before = held?.right ?? null;
    if (right !== null) await requireActive(tx, person);
    if (before === right) return;
    if (before === 'facilitator') await requireAnotherLead(tx, collection, person);
    if (right === null) await tx.delete(collectionRights).where(own);
    else
      await tx
        .insert(collectionRights)
        .values({ collectionId: collection, personId: person, right })
        .onConflictDoUpdate({ target: [collectionRights.collectionId, collectionRights.personId], set: { right } });
    await audit(tx, { person: actor.id, verb: right === null ? 'collection.revoke' : 'collection.grant', subject: { collection, person, right, before } });
  });
}

/** @throws not-found */
async function requireActive(tx: Transaction, person: string): Promise<void> {
  const [known] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, person), isNull(people.disabledAt)));
  if (!known) throw new AccordError('not-found');
}
