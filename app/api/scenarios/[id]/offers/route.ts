import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { offerSnapshot } from '@/lib/sign-offs/offer-snapshot';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

const newOffer = z.strictObject({ number: z.int(), hash: z.string(), requestId: z.uuid() });

/** Puts a snapshot up for signature. Answers where the offer stands in the chain, which is its number from then on. */
export const POST = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, newOffer);
  return offerSnapshot(database(), actor, { ...input, scenario: (await params).id });
});
