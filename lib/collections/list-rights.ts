import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { collectionRights } from '@/lib/db/schema/collections';
import { delegations, people } from '@/lib/db/schema/people';
import { rights, type HeldRights } from '@/lib/domain/delegations';
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
  const rows = await db
    .select({ id: people.id, name: people.name, delegation: delegations.code, right: collectionRights.right })
    .from(people)
    .leftJoin(delegations, eq(delegations.id, people.delegationId))
    .leftJoin(collectionRights, and(eq(collectionRights.personId, people.id), eq(collectionRights.collectionId, collection)))
    .where(isNull(people.disabledAt))
    .orderBy(asc(delegations.position), asc(people.name), asc(people.id));
  return {
    held: rights.flatMap((right) => rows.filter((row) => row.right === right).map((row) => ({ ...row, right }))),
    others: rows.filter((row) => row.right === null).map(({ id, name, delegation }) => ({ id, name, delegation })),
  };
}
