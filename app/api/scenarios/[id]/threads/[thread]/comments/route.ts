import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { replyToThread } from '@/lib/comments/reply-to-thread';
import { database } from '@/lib/db/client';
import { commentParts } from '../../shapes';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly thread: string }>;
}

const newReply = z.strictObject({ body: z.string(), requestId: z.uuid(), ...commentParts });

export const POST = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, newReply);
  const { id, thread } = await params;
  return replyToThread(database(), actor, { ...input, scenario: id, thread });
});
