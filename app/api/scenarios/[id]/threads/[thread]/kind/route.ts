import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { classifyThread } from '@/lib/comments/classify-thread';
import { database } from '@/lib/db/client';
import { kind } from '../../shapes';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly thread: string }>;
}

const classified = z.strictObject({ kind });

export const PUT = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, classified);
  const { id, thread } = await params;
  await classifyThread(database(), actor, { ...input, scenario: id, thread });
});
