import { audit } from '@/lib/db/audit';
import type { Transaction } from '@/lib/db/client';
import { offersIn } from '@/lib/db/offers-in';
import { notify } from '@/lib/db/notifications';
import { appendRecord, writeSigner } from '@/lib/db/sign-off-chain';
import { AccordError } from '@/lib/domain/errors';
import { requireCan } from '@/lib/policies/require-can';
import { mandateOf } from './mandate-of';
import { calledNow, offerNumbered, requireAnswerable, writtenAs, type SigningContext, type Written } from './signing-context';
import { tellOfOffer } from './tell-of-offer';

export interface Answer {
  readonly kind: 'signature' | 'refusal';
  readonly scenario: string;
  /** Position of the offer in the chain. */
  readonly offer: number;
  /** The hash that the person was shown. */
  readonly hash: string;
  readonly function: string;
  readonly reason: string | null;
  readonly requestId: string;
}

/**
 * Writes down what a delegation answers to an offer: part of `signOffer` and `declineOffer`, which have checked all else.
 * @throws not-found, not-a-speaker, forbidden, hash-changed, already-signed, offer-ended
 */
export async function answerOffer(tx: Transaction, { actor, right, offers }: SigningContext, answer: Answer): Promise<Written> {
  const { scenario, kind } = answer;
  const offer = offerNumbered(offers, answer.offer);
  const mandate = await mandateOf(tx, actor, right, offer);
  requireCan(actor, 'snapshot.sign', { right, isDeputy: mandate !== null && mandate.deputy !== null });
  if (!mandate) throw new AccordError('not-a-speaker');
  const { delegation, deputy } = mandate;
  requireAnswerable(offer, answer.hash, delegation);

  const { name, isHead, delegation: code } = await calledNow(tx, actor.id);
  const office = deputy !== null ? 'deputy' : isHead ? 'head' : 'speaker';
  const signer = await writeSigner(tx, actor.id, { name, office, function: answer.function, delegation: code });
  const { snapshot, content } = offer;
  const written = await appendRecord(
    tx,
    { kind, scenario, snapshot, content, offer: answer.offer, delegation, deputy, signer: signer.id, signerHash: signer.hash, reason: answer.reason },
    answer.requestId,
  );
  const verb = kind === 'signature' ? 'snapshot.sign' : 'snapshot.decline';
  await audit(tx, { person: actor.id, verb, scenario, subject: { number: snapshot, hash: content, delegation, record: written.position } });
  const after = (await offersIn(tx, [scenario])).get(scenario) ?? [];
  const isComplete = offerNumbered(after, answer.offer).completed === written.position;
  await tellOfOffer(tx, { scenario, kind: isComplete ? 'agreed' : kind === 'signature' ? 'signed' : 'declined', by: actor.id, number: snapshot, offer: answer.offer });
  await notify(tx, { about: 'snapshots', scenario });
  return writtenAs(written);
}
