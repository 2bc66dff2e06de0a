import type { Queryable } from '@/lib/db/client';
import { signersOf, type ChainedRecord } from '@/lib/db/sign-off-chain';
import type { Right } from '@/lib/domain/delegations';
import type { Offer } from '@/lib/domain/offers';
import { can, type Actor } from '@/lib/policies/can';

/** For whom somebody may answer an offer: as a speaker of a delegation (`deputy` null), or as a deputy named by the record at that position. */
export interface Mandate {
  readonly delegation: string;
  readonly deputy: number | null;
}

/** For which delegation somebody may answer an offer; null if for none. */
export async function mandateOf(db: Queryable, actor: Actor, right: Right | null, offer: Offer<ChainedRecord>): Promise<Mandate | null> {
  if (actor.delegationId !== null && can(actor, 'snapshot.sign', { right })) return { delegation: actor.delegationId, deputy: null };
  const named = await signersOf(db, offer.deputies);
  // somebody who has changed sides since signs for neither
  const deputy = offer.deputies.findLast((record) => record.named !== null && named.get(record.named)?.personId === actor.id && record.delegation === actor.delegationId);
  if (!deputy || deputy.delegation === null || !can(actor, 'snapshot.sign', { right, isDeputy: true })) return null;
  return { delegation: deputy.delegation, deputy: deputy.position };
}
