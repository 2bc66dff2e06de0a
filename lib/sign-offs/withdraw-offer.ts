import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { appendRecord, writeSigner, type MadeRecord } from '@/lib/db/sign-off-chain';
import { AccordError } from '@/lib/domain/errors';
import { longestReason } from '@/lib/domain/sign-off-record';
import { optionalText } from '@/lib/domain/stated-text';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { calledNow, offerNumbered, writeToChain, writtenAs, type Written } from './signing-context';
import { tellOfOffer } from './tell-of-offer';

/**
 * Takes an open offer back, by a record of its own. What has been agreed can't be withdrawn.
 * @param input.reason may be empty
 * @throws not-found, forbidden, offer-ended, already-agreed, too-large, bad-request
 */
export async function withdrawOffer(
  db: Database,
  actor: Actor,
  input: { readonly scenario: string; readonly offer: number; readonly reason: string; readonly requestId: string },
): Promise<Written> {
  const { scenario, requestId } = input;
  const reason = optionalText(input.reason, longestReason) || null;
  const isSame = ({ record }: MadeRecord): boolean => record.offer === input.offer && record.reason === reason;
  return writeToChain(db, actor, { scenario, requestId, kind: 'withdrawal', isSame }, async (tx, { right, offers, earlier }) => {
    requireCan(actor, 'snapshot.offer', { right });
    if (earlier) return writtenAs(earlier);
    const { state, snapshot, content } = offerNumbered(offers, input.offer);
    if (state === 'agreed') throw new AccordError('already-agreed');
    if (state !== 'open') throw new AccordError('offer-ended');

    const called = await calledNow(tx, actor.id);
    const signer = await writeSigner(tx, actor.id, { name: called.name, office: 'facilitator', function: '', delegation: called.delegation });
    const written = await appendRecord(tx, { kind: 'withdrawal', scenario, snapshot, content, offer: input.offer, signer: signer.id, signerHash: signer.hash, reason }, requestId);
    await audit(tx, { person: actor.id, verb: 'snapshot.withdraw', scenario, subject: { number: snapshot, record: written.position } });
    await tellOfOffer(tx, { scenario, kind: 'withdrawn', by: actor.id, number: snapshot, offer: input.offer });
    await notify(tx, { about: 'snapshots', scenario });
    return writtenAs(written);
  });
}
