import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { withdrawPositions } from '@/lib/positions/withdraw-positions';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

const withdrawal = z.strictObject({ items: z.array(z.string()), requestId: z.uuid() });

export const POST = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, withdrawal);
  return withdrawPositions(database(), actor, { ...input, scenario: (await params).id });
});
