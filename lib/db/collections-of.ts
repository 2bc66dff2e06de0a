import { eq, inArray } from 'drizzle-orm';
import type { Language, Localized } from '@/lib/domain/languages';
import type { Queryable } from './client';
import { collections, collectionScenarios } from './schema/collections';

/** The collection to which a scenario belongs. */
export interface OwnCollection {
  readonly id: string;
  readonly name: Localized;
  readonly authenticLanguages: readonly Language[];
}

/** The collections of these scenarios, by scenario; those that belong to none are missing. */
export async function collectionsOf(db: Queryable, scenarios: readonly string[]): Promise<ReadonlyMap<string, OwnCollection>> {
  if (scenarios.length === 0) return new Map();
  const rows = await db
    .select({ scenario: collectionScenarios.scenarioId, id: collections.id, name: collections.name, authenticLanguages: collections.authenticLanguages })
    .from(collectionScenarios)
    .innerJoin(collections, eq(collections.id, collectionScenarios.collectionId))
    .where(inArray(collectionScenarios.scenarioId, [...scenarios]));
  return new Map(rows.map(({ scenario, ...collection }) => [scenario, collection]));
}
