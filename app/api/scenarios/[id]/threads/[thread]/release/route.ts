import { answer } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { releaseThread } from '@/lib/comments/release-thread';
import { database } from '@/lib/db/client';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly thread: string }>;
}

/** Shows a thread that a delegation has kept to itself to everybody; again: nothing new. */
export const PUT = answer(async (_request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { id, thread } = await params;
  await releaseThread(database(), actor, { scenario: id, thread });
});
