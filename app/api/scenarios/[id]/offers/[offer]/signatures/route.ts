import { headers } from 'next/headers';
import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { numberOf } from '@/app/api/scenarios/[id]/snapshots/[number]/number-of';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { confirmPassword } from '@/lib/people/confirm-password';
import { demoSignInAllowed } from '@/lib/sessions/demo-sign-in';
import { requestOrigin } from '@/lib/sessions/request-origin';
import { signOffer } from '@/lib/sign-offs/sign-offer';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly offer: string }>;
}

const newSignature = z.strictObject({ hash: z.string(), function: z.string().default(''), password: z.string(), requestId: z.uuid() });

/** Signs an offer for the actor's delegation, after the password has been entered again. */
export const POST = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { password, ...input } = await readJson(request, newSignature);
  const { id, offer } = await params;
  const number = numberOf(offer);
  const sent = await headers();
  const origin = requestOrigin((name) => sent.get(name));
  const confirmation = await confirmPassword(database(), actor, { password, demoAllowed: demoSignInAllowed(origin) });
  return signOffer(database(), actor, confirmation, { ...input, scenario: id, offer: number });
});
