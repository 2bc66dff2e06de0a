import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { createThread } from '@/lib/comments/create-thread';
import { listThreads } from '@/lib/comments/list-threads';
import { database } from '@/lib/db/client';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

export const GET = answer(async (_request, { params }: Context) => {
  const { actor } = await actingPerson();
  return { threads: await listThreads(database(), actor, (await params).id) };
});

const newThread = z.strictObject({ item: z.string(), body: z.string(), requestId: z.uuid() });

export const POST = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, newThread);
  return createThread(database(), actor, { ...input, scenario: (await params).id });
});
