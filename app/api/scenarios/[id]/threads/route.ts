import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { createThread } from '@/lib/comments/create-thread';
import { listThreads } from '@/lib/comments/list-threads';
import { database } from '@/lib/db/client';
import { commentParts, kind } from './shapes';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

export const GET = answer(async (_request, { params }: Context) => {
  const { actor } = await actingPerson();
  return { threads: await listThreads(database(), actor, (await params).id) };
});

const newThread = z.strictObject({
  item: z.string(),
  body: z.string(),
  requestId: z.uuid(),
  kind: kind.optional(),
  anchor: z.strictObject({ start: z.string(), end: z.string(), quote: z.string() }).nullish(),
  internal: z.boolean().optional(),
  ...commentParts,
});

export const POST = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, newThread);
  return createThread(database(), actor, { ...input, scenario: (await params).id });
});
