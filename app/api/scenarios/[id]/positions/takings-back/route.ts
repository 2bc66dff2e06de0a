import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { takeBackPositions } from '@/lib/positions/take-back-positions';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

const takingBack = z.strictObject({ request: z.uuid(), requestId: z.uuid() });

export const POST = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, takingBack);
  return takeBackPositions(database(), actor, { ...input, scenario: (await params).id });
});
