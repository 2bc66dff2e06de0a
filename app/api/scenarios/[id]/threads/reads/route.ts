import { z } from 'zod';
import { answer, readJson } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { markRead, mostRead } from '@/lib/comments/mark-read';
import { database } from '@/lib/db/client';

interface Context {
  readonly params: Promise<{ readonly id: string }>;
}

const read = z.strictObject({ comments: z.array(z.uuid()).max(mostRead) });

/** Notes up to which comments this person has read. */
export const POST = answer(async (request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { comments } = await readJson(request, read);
  await markRead(database(), actor, { scenario: (await params).id, comments });
});
