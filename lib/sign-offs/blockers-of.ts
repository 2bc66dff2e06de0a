import { and, eq } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { collectionsOf } from '@/lib/db/collections-of';
import { latestPositions } from '@/lib/db/latest-positions';
import { snapshots } from '@/lib/db/schema/snapshots';
import { readCanonicalJson } from '@/lib/document/canonical';
import { itemsOf } from '@/lib/document/items-of';
import { AccordError } from '@/lib/domain/errors';
import type { Language } from '@/lib/domain/languages';
import { offerBlockers, type OfferBlocker } from '@/lib/domain/offer-blockers';
import { agreedAlready, type Offer } from '@/lib/domain/offers';

/** A snapshot that may be offered, and what stands in the way. */
export interface Offerable {
  readonly number: number;
  readonly hash: string;
  /** The languages in which its wording is binding, as the collection, or else what leads, has it now. */
  readonly authentic: readonly Language[];
  readonly blockers: readonly OfferBlocker[];
}

/** @param offers of the scenario. @throws not-found if the scenario has no such snapshot */
export async function blockersOf(db: Queryable, scenario: string, number: number, offers: readonly Offer[]): Promise<Offerable> {
  if (!Number.isInteger(number) || number < 1 || number >= 2 ** 31) throw new AccordError('not-found');
  const [row] = await db
    .select({ number: snapshots.number, hash: snapshots.hash, content: snapshots.content, parties: snapshots.parties })
    .from(snapshots)
    .where(and(eq(snapshots.scenarioId, scenario), eq(snapshots.number, number)));
  if (!row) throw new AccordError('not-found');
  const positions = (await latestPositions(db, [scenario])).map(({ item, delegationId, stance, hash }) => ({ item, delegation: delegationId, stance, hash }));
  const content = readCanonicalJson(row.content);
  const authentic = (await collectionsOf(db, [scenario])).get(scenario)?.authenticLanguages ?? [content.leadingLanguage];
  const agreed = agreedAlready(offers, { content: row.hash, parties: row.parties, authentic });
  return { number, hash: row.hash, authentic, blockers: offerBlockers({ parties: row.parties, items: itemsOf(content), authentic, positions, agreed }) };
}
