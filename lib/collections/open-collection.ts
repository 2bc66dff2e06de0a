import { and, asc, eq } from 'drizzle-orm';
import type { Queryable, Transaction } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { isUuid } from '@/lib/db/rights';
import { collectionRights, collections, collectionScenarios } from '@/lib/db/schema/collections';
import { scenarioRights } from '@/lib/db/schema/scenarios';
import type { Right } from '@/lib/domain/delegations';
import { AccordError } from '@/lib/domain/errors';
import type { Actor, CollectionSubject } from '@/lib/policies/can';
import { requireCollection, type CollectionAction } from '@/lib/policies/require-collection';

/** A collection in somebody's hands. */
export interface OpenCollection {
  readonly row: typeof collections.$inferSelect;
  /** Its scenarios in their order, with what the actor holds in each. */
  readonly scenarios: readonly { readonly id: string; readonly right: Right | null }[];
  readonly subject: CollectionSubject;
}

/** The collection with what the actor holds in it; undefined if there is none of that id. */
export async function findCollection(db: Queryable, actor: Actor, id: string): Promise<OpenCollection | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await db.select().from(collections).where(eq(collections.id, id));
  if (!row) return undefined;
  const [held] = await db
    .select({ right: collectionRights.right })
    .from(collectionRights)
    .where(and(eq(collectionRights.collectionId, id), eq(collectionRights.personId, actor.id)));
  const scenarios = await db
    .select({ id: collectionScenarios.scenarioId, right: scenarioRights.right })
    .from(collectionScenarios)
    .leftJoin(scenarioRights, and(eq(scenarioRights.scenarioId, collectionScenarios.scenarioId), eq(scenarioRights.personId, actor.id)))
    .where(eq(collectionScenarios.collectionId, id))
    .orderBy(asc(collectionScenarios.position), asc(collectionScenarios.scenarioId));
  return { row, scenarios, subject: { right: held?.right ?? null, rights: scenarios.map(({ right }) => right) } };
}

/**
 * Takes a collection into hand for a verb: nobody else changes it until the transaction ends.
 * @throws not-found, forbidden
 */
export async function openCollection(tx: Transaction, actor: Actor, id: string, action: CollectionAction): Promise<OpenCollection> {
  if (!isUuid(id)) throw new AccordError('not-found');
  await tx.select({ id: collections.id }).from(collections).where(eq(collections.id, id)).for('update');
  const found = await findCollection(tx, actor, id);
  if (!found) throw new AccordError('not-found');
  requireCollection(actor, action, found.subject);
  return found;
}

/** Tells the open pages of scenarios that what is asked of their texts may have changed. */
export async function tellScenarios(tx: Transaction, scenarios: readonly string[]): Promise<void> {
  for (const scenario of scenarios) {
    await notify(tx, { about: 'positions', scenario });
    await notify(tx, { about: 'snapshots', scenario });
  }
}
