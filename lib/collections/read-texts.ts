import { eq } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { peopleNamed } from '@/lib/db/people-named';
import { collectionTexts } from '@/lib/db/schema/collections';
import { AccordError } from '@/lib/domain/errors';
import { can, type Actor } from '@/lib/policies/can';
import { requireCollection } from '@/lib/policies/require-collection';
import type { CollectionTexts } from './collection-text';
import { findCollection } from './open-collection';

/** The front and back matter of a collection. @throws not-found */
export async function readTexts(db: Queryable, actor: Actor, id: string): Promise<CollectionTexts> {
  const found = await findCollection(db, actor, id);
  if (!found) throw new AccordError('not-found');
  requireCollection(actor, 'collection.read', found.subject);
  const rows = await db.select().from(collectionTexts).where(eq(collectionTexts.collectionId, id));
  const named = await peopleNamed(
    db,
    rows.flatMap(({ changedBy }) => changedBy ?? []),
  );
  return {
    texts: rows.map(({ section, language, text, version, changedBy, changedAt }) => ({ section, language, text, version, changedBy: (changedBy === null ? null : named.get(changedBy)) ?? null, changedAt: changedAt.toISOString() })),
    may: { edit: can(actor, 'collection.edit', found.subject) },
  };
}
