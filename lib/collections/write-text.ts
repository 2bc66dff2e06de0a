import canonicalize from 'canonicalize';
import { and, eq, sql } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { collectionTexts } from '@/lib/db/schema/collections';
import { deepestList } from '@/lib/domain/bounds';
import { AccordError } from '@/lib/domain/errors';
import type { Language } from '@/lib/domain/languages';
import { longestMatter, type MatterSection } from '@/lib/domain/matter';
import { canonicalRichText, plainText, type RichText } from '@/lib/domain/rich-text';
import type { Actor } from '@/lib/policies/can';
import { openCollection } from './open-collection';

export interface WrittenText {
  readonly collection: string;
  readonly section: MatterSection;
  readonly language: Language;
  readonly text: RichText;
  /** The version on which it builds; 0: there was none. */
  readonly version: number;
}

/**
 * Stores a text of a collection's front or back matter, unless somebody has stored another one since: nothing is written over that
 * the writer has not seen. What stands there already is stored, whatever version it is sent for: an answer may have been lost.
 * @returns the version that it is now
 * @throws not-found, forbidden; too-large; item-changed
 */
export async function writeText(db: Database, actor: Actor, { collection, section, language, text: sent, version }: WrittenText): Promise<{ readonly version: number }> {
  return db.transaction(async (tx) => {
    await openCollection(tx, actor, collection, 'collection.edit'); // one writer of a collection at a time
    const text = canonicalRichText(sent);
    if (plainText(text).length > longestMatter || depthOf(text) > deepestList) throw new AccordError('too-large');
    const own = and(eq(collectionTexts.collectionId, collection), eq(collectionTexts.section, section), eq(collectionTexts.language, language));
    const [stored] = await tx.select({ text: collectionTexts.text, version: collectionTexts.version }).from(collectionTexts).where(own);
    if (canonicalize(stored?.text ?? []) === canonicalize(text)) return { version: stored?.version ?? 0 };
    if ((stored?.version ?? 0) !== version) throw new AccordError('item-changed');
    const next = { text, version: version + 1, changedBy: actor.id, changedAt: sql`now()` };
    await tx
      .insert(collectionTexts)
      .values({ collectionId: collection, section, language, ...next })
      .onConflictDoUpdate({ target: [collectionTexts.collectionId, collectionTexts.section, collectionTexts.language], set: next });
    await audit(tx, { person: actor.id, verb: 'collection.write', subject: { collection, section, language, version: next.version } });
    return { version: next.version };
  });
}

function depthOf(text: RichText): number {
  return text.reduce((deepest, block) => Math.max(deepest, block.type === 'paragraph' ? 0 : 1 + block.items.reduce((inner, item) => Math.max(inner, depthOf(item)), 0)), 0);
}
