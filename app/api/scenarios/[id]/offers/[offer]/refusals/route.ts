import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { numberOf } from '@/app/api/scenarios/[id]/snapshots/[number]/number-of';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { declineOffer } from '@/lib/sign-offs/decline-offer';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly offer: string }>;
}

const newRefusal = z.strictObject({ hash: z.string(), reason: z.string(), requestId: z.uuid() });

/** Declines an offer for the actor's delegation, with a reason. */
export const POST = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, newRefusal);
  const { id, offer } = await params;
  return declineOffer(database(), actor, { ...input, scenario: id, offer: numberOf(offer) });
});
