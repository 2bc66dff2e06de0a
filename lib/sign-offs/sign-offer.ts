import type { Database } from '@/lib/db/client';
import type { MadeRecord } from '@/lib/db/sign-off-chain';
import type { Confirmation } from '@/lib/domain/confirmation';
import { AccordError } from '@/lib/domain/errors';
import { longestFunction } from '@/lib/domain/sign-off-record';
import { optionalLine } from '@/lib/domain/stated-text';
import type { Actor } from '@/lib/policies/can';
import { answerOffer } from './answer-offer';
import { writeToChain, writtenAs, type Written } from './signing-context';

export interface NewSignature {
  readonly scenario: string;
  /** Position of the offer in the chain. */
  readonly offer: number;
  /** The hash that the signer was shown. */
  readonly hash: string;
  /** In what function the signer signs, in their own words; may be empty. */
  readonly function: string;
  /** A uuid chosen for one press of "sign": the same one again makes nothing new. */
  readonly requestId: string;
}

/**
 * Signs an offered snapshot for the actor's delegation, for good. Whether all have signed is not stored: see `offersOf`.
 * @param confirmation that the actor has entered the password again
 * @returns where the signature stands in the chain
 * @throws not-found, not-a-speaker, forbidden; hash-changed if the signer saw another content; offer-ended; already-signed if
 *   the delegation has signed: of two speakers of one moment the faster one has; bad-request if the request has signed something else
 */
export async function signOffer(db: Database, actor: Actor, confirmation: Confirmation, input: NewSignature): Promise<Written> {
  if (confirmation.person !== actor.id) throw new AccordError('wrong-password');
  const said = optionalLine(input.function, longestFunction);
  const isSame = ({ record, function: made }: MadeRecord): boolean => record.offer === input.offer && record.content === input.hash && made === said;
  return writeToChain(db, actor, { ...input, kind: 'signature', isSame }, async (tx, context) =>
    context.earlier ? writtenAs(context.earlier) : answerOffer(tx, context, { ...input, kind: 'signature', function: said, reason: null }),
  );
}
