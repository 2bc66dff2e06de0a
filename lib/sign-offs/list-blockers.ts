import { inArray } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { offersIn } from '@/lib/db/offers-in';
import { rightOf } from '@/lib/db/rights';
import { delegations } from '@/lib/db/schema/people';
import type { OfferBlocker } from '@/lib/domain/offer-blockers';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { blockersOf } from './blockers-of';

/**
 * What stands in the way of offering a snapshot, with the code of the delegation where one disagrees.
 * @throws not-found, forbidden
 */
export async function listBlockers(db: Queryable, actor: Actor, { scenario, number }: { readonly scenario: string; readonly number: number }): Promise<OfferBlocker[]> {
  requireCan(actor, 'snapshot.offer', { right: await rightOf(db, actor.id, scenario) });
  const { blockers } = await blockersOf(db, scenario, number, (await offersIn(db, [scenario])).get(scenario) ?? []);
  const opposing = blockers.flatMap((blocker) => (blocker.kind === 'disagree' ? [blocker.delegation] : []));
  const codes = opposing.length ? await db.select({ id: delegations.id, code: delegations.code }).from(delegations).where(inArray(delegations.id, opposing)) : [];
  const codeOf = new Map(codes.map(({ id, code }) => [id, code]));
  return blockers.map((blocker) => (blocker.kind === 'disagree' ? { ...blocker, delegation: codeOf.get(blocker.delegation) ?? blocker.delegation } : blocker));
}
