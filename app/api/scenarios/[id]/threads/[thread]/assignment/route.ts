import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { assignThread } from '@/lib/comments/assign-thread';
import { database } from '@/lib/db/client';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly thread: string }>;
}

const assignment = z.strictObject({
  to: z.union([z.strictObject({ person: z.uuid() }), z.strictObject({ delegation: z.string().max(100) })]).nullable(),
  dueOn: z.string().nullable(),
});

/** Says who is asked to act, and until when. */
export const PUT = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const input = await readJson(request, assignment);
  const { id, thread } = await params;
  await assignThread(database(), actor, { ...input, scenario: id, thread });
});
