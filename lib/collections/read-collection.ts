import { inArray } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { scenarios } from '@/lib/db/schema/scenarios';
import { AccordError } from '@/lib/domain/errors';
import { can, type Actor } from '@/lib/policies/can';
import { requireCollection } from '@/lib/policies/require-collection';
import type { Collection } from './collection';
import { findCollection } from './open-collection';

/** A collection with those of its scenarios that the reader may read. @throws not-found */
export async function readCollection(db: Queryable, actor: Actor, id: string): Promise<Collection> {
  const found = await findCollection(db, actor, id);
  if (!found) throw new AccordError('not-found');
  const { row, subject } = found;
  requireCollection(actor, 'collection.read', subject);
  const lead = can(actor, 'collection.lead', subject);
  const seen = found.scenarios.filter((each) => can(actor, 'scenario.read', each));
  const kept = new Map(
    seen.length === 0
      ? []
      : (
          await db
            .select({ id: scenarios.id, summary: scenarios.summary, assessed: scenarios.assessed, roleNames: scenarios.roleNames })
            .from(scenarios)
            .where(inArray(scenarios.id, seen.map((each) => each.id)))
        ).map((each) => [each.id, { title: each.summary.title, assessed: each.assessed, roleNames: each.roleNames }]),
  );
  return {
    id,
    name: row.name,
    description: row.description,
    authenticLanguages: row.authenticLanguages,
    scenarios: seen.flatMap((each) => {
      const content = kept.get(each.id);
      return content ? [{ id: each.id, ...content, mayRemove: lead || can(actor, 'scenario.collect', each) }] : [];
    }),
    may: { lead },
  };
}
