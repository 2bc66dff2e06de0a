import { asc, eq, inArray, or } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { collectionRights, collections, collectionScenarios } from '@/lib/db/schema/collections';
import { scenarioRights } from '@/lib/db/schema/scenarios';
import type { Language, Localized } from '@/lib/domain/languages';
import type { Actor } from '@/lib/policies/can';

export interface ListedCollection {
  readonly id: string;
  readonly name: Localized;
  readonly authenticLanguages: readonly Language[];
  /** How many of its scenarios the reader may read. */
  readonly scenarios: number;
}

/** The collections that somebody may see, the oldest first: those in which they hold a right, or may read a scenario. */
export async function listCollections(db: Queryable, actor: Actor): Promise<ListedCollection[]> {
  const readable = await db
    .select({ collection: collectionScenarios.collectionId })
    .from(collectionScenarios)
    .innerJoin(scenarioRights, eq(scenarioRights.scenarioId, collectionScenarios.scenarioId))
    .where(eq(scenarioRights.personId, actor.id));
  const own = db.select({ id: collectionRights.collectionId }).from(collectionRights).where(eq(collectionRights.personId, actor.id));
  const seen = [...new Set(readable.map(({ collection }) => collection))];
  const rows = await db
    .select()
    .from(collections)
    .where(or(inArray(collections.id, own), inArray(collections.id, seen)))
    .orderBy(asc(collections.createdAt), asc(collections.id));
  return rows.map(({ id, name, authenticLanguages }) => ({ id, name, authenticLanguages, scenarios: readable.filter(({ collection }) => collection === id).length }));
}
