import { eq } from 'drizzle-orm';
import type { Database, Transaction } from '@/lib/db/client';
import { offersIn } from '@/lib/db/offers-in';
import { once } from '@/lib/db/once';
import { isUuid, rightOf } from '@/lib/db/rights';
import { delegations, people } from '@/lib/db/schema/people';
import { lockChain, recordOfRequest, type ChainedRecord, type MadeRecord } from '@/lib/db/sign-off-chain';
import type { Right } from '@/lib/domain/delegations';
import { AccordError, requestUsed } from '@/lib/domain/errors';
import type { Offer } from '@/lib/domain/offers';
import type { RecordKind } from '@/lib/domain/sign-off-record';
import type { Actor } from '@/lib/policies/can';

/** What a press of a button has led to: the record's place in the chain, and its hash. */
export interface Written {
  readonly position: number;
  readonly hash: string;
}

export const writtenAs = ({ position, hash }: ChainedRecord): Written => ({ position, hash });

/** The scenario as a verb sees it that writes to the chain: nobody else writes until the transaction ends. */
export interface SigningContext {
  /** Who acts, with the office held now. */
  readonly actor: Actor;
  readonly right: Right | null;
  readonly offers: readonly Offer<ChainedRecord>[];
  /** What the same press of the button has written already. */
  readonly earlier: ChainedRecord | undefined;
}

/** What one press of a button asks of the chain. */
export interface Asked {
  readonly scenario: string;
  readonly requestId: string;
  readonly kind: RecordKind;
  /** True for a record of that kind that says what is asked now. */
  readonly isSame: (made: MadeRecord) => boolean;
}

/**
 * Runs a verb that writes one record to the chain: alone, in a transaction of its own, and once a request.
 * @throws not-found for a scenario that one may not know; forbidden for a disabled account; bad-request if the request id is none, or somebody else's, or was used for something else (`request-used`)
 */
export async function writeToChain(
  db: Database,
  actor: Actor,
  asked: Asked,
  verb: (tx: Transaction, context: SigningContext) => Promise<Written>,
): Promise<Written> {
  if (!isUuid(asked.requestId)) throw new AccordError('bad-request');
  const attempt = (): Promise<Written> =>
    db.transaction(async (tx) => {
      if ((await rightOf(tx, actor.id, asked.scenario)) === null) throw new AccordError('not-found');
      await lockChain(tx);
      // read again: right and office may have gone while others were writing, and what is signed is signed for good
      const right = await rightOf(tx, actor.id, asked.scenario);
      const acting = await actingNow(tx, actor);
      const earlier = await recordOfRequest(tx, asked.requestId);
      if (earlier && (earlier.person !== actor.id || earlier.record.scenario !== asked.scenario || earlier.record.kind !== asked.kind || !asked.isSame(earlier))) throw requestUsed();
      const offers = (await offersIn(tx, [asked.scenario])).get(asked.scenario) ?? [];
      return verb(tx, { actor: acting, right, offers, earlier: earlier?.record });
    });
  return once(attempt, 'sign_off_records_request');
}

/** @throws forbidden if the account is disabled meanwhile */
async function actingNow(tx: Transaction, actor: Actor): Promise<Actor> {
  const [row] = await tx.select({ isSpeaker: people.isSpeaker, delegationId: people.delegationId, disabledAt: people.disabledAt }).from(people).where(eq(people.id, actor.id));
  if (!row || row.disabledAt) throw new AccordError('forbidden');
  return { ...actor, isSpeaker: row.isSpeaker, delegationId: row.delegationId };
}

/** @throws not-found */
export function offerNumbered(offers: readonly Offer<ChainedRecord>[], number: number): Offer<ChainedRecord> & { readonly record: ChainedRecord } {
  const offer = offers.find(({ record }) => record?.position === number);
  if (!offer?.record) throw new AccordError('not-found');
  return { ...offer, record: offer.record };
}

/**
 * Lets only an answer pass that can still be given: to what the person has seen, while it is open, and before the delegation
 * has signed.
 * @throws hash-changed for another content; already-signed; offer-ended
 */
export function requireAnswerable(offer: Offer<ChainedRecord>, hash: string, delegation: string): void {
  if (offer.content !== hash) throw new AccordError('hash-changed');
  if (offer.signatures.has(delegation)) throw new AccordError('already-signed');
  if (offer.state !== 'open') throw new AccordError('offer-ended');
}

/** How somebody is called in the chain. */
export async function calledNow(tx: Transaction, person: string): Promise<{ readonly name: string; readonly isHead: boolean; readonly delegation: string | null }> {
  const [row] = await tx
    .select({ name: people.name, isHead: people.isHead, delegation: delegations.code })
    .from(people)
    .leftJoin(delegations, eq(delegations.id, people.delegationId))
    .where(eq(people.id, person));
  if (!row) throw new AccordError('not-found');
  return row;
}
