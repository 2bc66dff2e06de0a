import { asc, eq } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { peopleNamed } from '@/lib/db/people-named';
import { rightOf } from '@/lib/db/rights';
import { comments, threads } from '@/lib/db/schema/comments';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import type { Comment, Thread } from './thread';

/**
 * All threads of a scenario, in the order in which they were begun.
 * @throws not-found if there is no such scenario for this person
 */
export async function listThreads(db: Queryable, actor: Actor, scenario: string): Promise<Thread[]> {
  requireCan(actor, 'scenario.read', { right: await rightOf(db, actor.id, scenario) });
  // one statement, so that no thread is seen without its first comment
  const rows = await db
    .select({ thread: threads, comment: comments })
    .from(threads)
    .innerJoin(comments, eq(comments.threadId, threads.id))
    .where(eq(threads.scenarioId, scenario))
    .orderBy(asc(threads.createdAt), asc(threads.id), asc(comments.createdAt), asc(comments.id));
  const named = await peopleNamed(
    db,
    rows.flatMap(({ thread, comment }) => (thread.resolvedBy ? [comment.authorId, thread.resolvedBy] : [comment.authorId])),
  );
  const list = new Map<string, Thread & { comments: Comment[] }>();
  for (const { thread, comment } of rows) {
    let entry = list.get(thread.id);
    if (!entry) {
      const by = thread.resolvedBy && named.get(thread.resolvedBy);
      const resolved = by && thread.resolvedAt ? { by, at: thread.resolvedAt.toISOString() } : null;
      list.set(thread.id, (entry = { id: thread.id, item: thread.item, resolved, comments: [] }));
    }
    entry.comments.push({ id: comment.id, author: named.get(comment.authorId)!, body: comment.body, at: comment.createdAt.toISOString() });
  }
  return [...list.values()];
}
