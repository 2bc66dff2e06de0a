import { answer } from '@/app/api/answer';
import { actingPerson } from '@/app/session';
import { reopenThread } from '@/lib/comments/reopen-thread';
import { resolveThread } from '@/lib/comments/resolve-thread';
import { database } from '@/lib/db/client';

interface Context {
  readonly params: Promise<{ readonly id: string; readonly thread: string }>;
}

/** Resolves the thread; again: nothing new. */
export const PUT = answer(async (_request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { id, thread } = await params;
  await resolveThread(database(), actor, { scenario: id, thread });
});

/** Reopens the thread. */
export const DELETE = answer(async (_request, { params }: Context) => {
  const { actor } = await actingPerson();
  const { id, thread } = await params;
  await reopenThread(database(), actor, { scenario: id, thread });
});
