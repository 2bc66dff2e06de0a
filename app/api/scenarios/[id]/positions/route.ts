import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { stances } from '@/lib/domain/positions';
import { listPositions } from '@/lib/positions/list-positions';
import { setPositions } from '@/lib/positions/set-positions';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

export const GET = answer(async (_request, { params }: Context) => {
  const { actor } = await actingPerson();
  return listPositions(database(), actor, (await params).id);
});

const newPositions = z.strictObject({
  stance: z.enum(stances),
  note: z.string().default(''),
  items: z.array(z.strictObject({ name: z.string(), hash: z.string() })),
  requestId: z.uuid(),
});

export const POST = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, newPositions);
  return setPositions(database(), actor, { ...input, scenario: (await params).id });
});
