import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { numberOf } from '@/app/api/scenarios/[id]/snapshots/[number]/number-of';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { withdrawOffer } from '@/lib/sign-offs/withdraw-offer';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly offer: string }>;
}

const newWithdrawal = z.strictObject({ reason: z.string().default(''), requestId: z.uuid() });

/** Takes an open offer back, by a record of its own. */
export const POST = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, newWithdrawal);
  const { id, offer } = await params;
  return withdrawOffer(database(), actor, { ...input, scenario: id, offer: numberOf(offer) });
});
