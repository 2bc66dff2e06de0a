import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { database } from '@/lib/db/client';
import { createSnapshot } from '@/lib/snapshots/create-snapshot';
import { listSnapshots } from '@/lib/snapshots/list-snapshots';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

export const GET = answer(async (_request, { params }: Context) => {
  const { actor } = await actingPerson();
  return listSnapshots(database(), actor, (await params).id);
});

const newSnapshot = z.strictObject({ name: z.string(), requestId: z.uuid() });

export const POST = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, newSnapshot);
  return createSnapshot(database(), actor, { ...input, scenario: (await params).id });
});
