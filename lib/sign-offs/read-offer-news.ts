import { and, count, eq, isNull, max } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { hashText } from '@/lib/db/hash-text';
import { offersIn } from '@/lib/db/offers-in';
import { rightOf } from '@/lib/db/rights';
import { comments, threads } from '@/lib/db/schema/comments';
import { positions } from '@/lib/db/schema/positions';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { liveDifferences } from './live-differences';
import { mandateOf } from './mandate-of';
import { offerNumbered } from './signing-context';

/** Whether there is anything new about an offer: cheap enough to be asked for every second. */
export interface OfferNews {
  /** Another one as soon as something of what the reader is shown, or may do, has changed. */
  readonly version: string;
  /** The offer made after this one, if there is one: its number. */
  readonly newest: number | null;
  /** In how many items the live text differs from what is offered. */
  readonly differs: number;
}

/** @throws not-found */
export async function readOfferNews(db: Queryable, actor: Actor, { scenario, offer: number }: { readonly scenario: string; readonly offer: number }): Promise<OfferNews> {
  const right = await rightOf(db, actor.id, scenario);
  requireCan(actor, 'scenario.read', { right });
  const offers = (await offersIn(db, [scenario])).get(scenario) ?? [];
  const offer = offerNumbered(offers, number);
  const last = offers.findLast(({ record }) => record !== null)?.record?.position ?? number;
  const [said] = await db.select({ last: max(positions.id) }).from(positions).where(eq(positions.scenarioId, scenario));
  const [discussed] = await db
    .select({ count: count(), edited: max(comments.editedAt), deleted: max(comments.deletedAt), resolved: max(threads.resolvedAt), open: count(threads.resolvedAt) })
    .from(threads)
    .innerJoin(comments, eq(comments.threadId, threads.id))
    // nothing shows the other side that something is said internally
    .where(and(eq(threads.scenarioId, scenario), isNull(threads.internalTo)));
  const seen = { state: offer.state, answers: offer.answers.map(({ hash }) => hash), last, right, mandate: await mandateOf(db, actor, right, offer), said, discussed };
  return { version: hashText(JSON.stringify(seen)), newest: last > number ? last : null, differs: await liveDifferences(db, scenario, offer.snapshot) };
}
