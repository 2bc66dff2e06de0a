import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { numberOf } from '@/app/api/scenarios/[id]/snapshots/[number]/number-of';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { nameDeputy } from '@/lib/sign-offs/name-deputy';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly offer: string }>;
}

const newDeputy = z.strictObject({ hash: z.string(), person: z.uuid(), requestId: z.uuid() });

/** Lets somebody of the actor's delegation answer this offer in the actor's place. */
export const POST = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, newDeputy);
  const { id, offer } = await params;
  return nameDeputy(database(), actor, { ...input, scenario: id, offer: numberOf(offer) });
});
