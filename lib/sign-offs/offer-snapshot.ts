import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { appendRecord, writeSigner, type MadeRecord } from '@/lib/db/sign-off-chain';
import { AccordError } from '@/lib/domain/errors';
import { openOffer } from '@/lib/domain/offers';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { blockersOf } from './blockers-of';
import { calledNow, writeToChain, writtenAs, type Written } from './signing-context';
import { tellOfOffer } from './tell-of-offer';

export interface NewOffer {
  readonly scenario: string;
  /** Number of the snapshot. */
  readonly number: number;
  /** The hash that the facilitator was shown. */
  readonly hash: string;
  /** A uuid chosen for one press of "offer": the same one again makes nothing new. */
  readonly requestId: string;
}

/**
 * Puts a snapshot up for signature. An offer that is still open ends with it, whoever has signed that one already.
 * @returns where the offer stands in the chain: its number from then on
 * @throws not-found, forbidden; hash-changed; already-agreed if it was agreed before; already-offered if just this snapshot is
 *   up; offer-blocked (with `count`): `blockersOf` says by what; bad-request if the request has offered something else
 */
export async function offerSnapshot(db: Database, actor: Actor, input: NewOffer): Promise<Written> {
  const { scenario, number, requestId } = input;
  const isSame = ({ record }: MadeRecord): boolean => record.snapshot === number && record.content === input.hash;
  return writeToChain(db, actor, { scenario, requestId, kind: 'offer', isSame }, async (tx, { right, offers, earlier }) => {
    requireCan(actor, 'snapshot.offer', { right });
    if (earlier) return writtenAs(earlier);
    const { hash, blockers, authentic } = await blockersOf(tx, scenario, number, offers);
    if (hash !== input.hash) throw new AccordError('hash-changed');
    if (offers.some(({ state, snapshot }) => state === 'agreed' && snapshot === number)) throw new AccordError('already-agreed');
    if (openOffer(offers)?.snapshot === number) throw new AccordError('already-offered');
    if (blockers.length) throw new AccordError('offer-blocked', { count: blockers.length });

    const called = await calledNow(tx, actor.id);
    const signer = await writeSigner(tx, actor.id, { name: called.name, office: 'facilitator', function: '', delegation: called.delegation });
    const written = await appendRecord(tx, { kind: 'offer', scenario, snapshot: number, content: hash, authentic, signer: signer.id, signerHash: signer.hash }, requestId);
    await audit(tx, { person: actor.id, verb: 'snapshot.offer', scenario, subject: { number, hash, record: written.position } });
    await tellOfOffer(tx, { scenario, kind: 'offered', by: actor.id, number, offer: written.position });
    await notify(tx, { about: 'snapshots', scenario });
    return writtenAs(written);
  });
}
