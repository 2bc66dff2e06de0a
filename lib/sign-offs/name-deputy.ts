import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { appendRecord, writeSigner, type MadeRecord } from '@/lib/db/sign-off-chain';
import { tell } from '@/lib/db/tell';
import { AccordError } from '@/lib/domain/errors';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { deputiesFor } from './deputies-for';
import { calledNow, offerNumbered, requireAnswerable, writeToChain, writtenAs, type Written } from './signing-context';

/**
 * Lets somebody of the same delegation, speaker or not, sign or decline this one offer in the speaker's place. A deputy names no
 * further one.
 * @param input.person id of an active person of the actor's delegation who may read the scenario
 * @throws not-found (offer, or nobody who could be named), not-a-speaker, forbidden, hash-changed, offer-ended, already-signed, bad-request
 */
export async function nameDeputy(
  db: Database,
  actor: Actor,
  input: { readonly scenario: string; readonly offer: number; readonly hash: string; readonly person: string; readonly requestId: string },
): Promise<Written> {
  const { scenario, requestId } = input;
  const isSame = ({ record, named }: MadeRecord): boolean => record.offer === input.offer && record.content === input.hash && named === input.person;
  return writeToChain(db, actor, { scenario, requestId, kind: 'deputy', isSame }, async (tx, { actor: speaker, right, offers, earlier }) => {
    requireCan(speaker, 'snapshot.sign', { right });
    const delegation = speaker.delegationId;
    if (delegation === null) throw new AccordError('not-a-speaker');
    if (earlier) return writtenAs(earlier);
    const offer = offerNumbered(offers, input.offer);
    requireAnswerable(offer, input.hash, delegation);
    if (!(await deputiesFor(tx, scenario, delegation, speaker.id)).some(({ id }) => id === input.person)) throw new AccordError('not-found');

    const called = await calledNow(tx, speaker.id);
    const signer = await writeSigner(tx, speaker.id, { name: called.name, office: called.isHead ? 'head' : 'speaker', function: '', delegation: called.delegation });
    const other = await calledNow(tx, input.person);
    const named = await writeSigner(tx, input.person, { name: other.name, office: 'deputy', function: '', delegation: other.delegation });
    const { snapshot, content } = offer;
    const written = await appendRecord(
      tx,
      { kind: 'deputy', scenario, snapshot, content, offer: input.offer, delegation, signer: signer.id, signerHash: signer.hash, named: named.id, namedHash: named.hash },
      requestId,
    );
    await audit(tx, { person: speaker.id, verb: 'snapshot.name-deputy', scenario, subject: { number: snapshot, delegation, deputy: input.person, record: written.position } });
    await tell(tx, { people: [input.person], scenario, kind: 'deputised', by: speaker.id, subject: { number: snapshot, offer: input.offer } });
    await notify(tx, { about: 'snapshots', scenario });
    return writtenAs(written);
  });
}
