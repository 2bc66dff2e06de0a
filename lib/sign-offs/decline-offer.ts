import type { Database } from '@/lib/db/client';
import type { MadeRecord } from '@/lib/db/sign-off-chain';
import { longestReason } from '@/lib/domain/sign-off-record';
import { statedText } from '@/lib/domain/stated-text';
import type { Actor } from '@/lib/policies/can';
import { answerOffer } from './answer-offer';
import { writeToChain, writtenAs, type Written } from './signing-context';

/**
 * Declines an offered snapshot for the actor's delegation, with a reason that everybody reads. The offer stays: the delegation
 * may still sign it.
 * @param input.requestId a uuid chosen for one press of "decline": the same one again makes nothing new
 * @throws not-found, not-a-speaker, forbidden, hash-changed, offer-ended, already-signed, empty-text, too-large, bad-request
 */
export async function declineOffer(
  db: Database,
  actor: Actor,
  input: { readonly scenario: string; readonly offer: number; readonly hash: string; readonly reason: string; readonly requestId: string },
): Promise<Written> {
  const reason = statedText(input.reason, longestReason);
  const isSame = ({ record }: MadeRecord): boolean => record.offer === input.offer && record.content === input.hash && record.reason === reason;
  return writeToChain(db, actor, { ...input, kind: 'refusal', isSame }, async (tx, context) =>
    context.earlier ? writtenAs(context.earlier) : answerOffer(tx, context, { ...input, kind: 'refusal', function: '', reason }),
  );
}
