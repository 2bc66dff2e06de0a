import { eq, sql } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { notify } from '@/lib/db/notifications';
import { once } from '@/lib/db/once';
import { rightOf } from '@/lib/db/rights';
import { comments } from '@/lib/db/schema/comments';
import { tell } from '@/lib/db/tell';
import { longestComment, statedText } from '@/lib/domain/stated-text';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { findRequest } from './find-request';
import { findThread } from './find-thread';

export interface NewReply {
  readonly scenario: string;
  readonly thread: string;
  readonly body: string;
  /** A uuid chosen for one press of "send": the same one again makes nothing new. */
  readonly requestId: string;
}

/**
 * Adds a comment to a thread; a resolved one stays resolved until somebody reopens it.
 * @returns the id of the comment
 * @throws not-found (scenario or thread), forbidden, empty-text, too-large
 */
export async function replyToThread(db: Database, actor: Actor, input: NewReply): Promise<{ comment: string }> {
  const { scenario, requestId } = input;
  const attempt = (): Promise<{ comment: string }> =>
    db.transaction(async (tx) => {
      requireCan(actor, 'thread.reply', { right: await rightOf(tx, actor.id, scenario) });
      const body = statedText(input.body, longestComment);
      const thread = await findThread(tx, scenario, input.thread);
      const earlier = await findRequest(tx, { author: actor.id, requestId, scenario });
      if (earlier) return { comment: earlier.comment };

      const [comment] = await tx
        .insert(comments)
        // not `now()`, the transaction's start: replies that waited for the thread's lock keep their order
        .values({ threadId: thread.id, authorId: actor.id, body, requestId, createdAt: sql`clock_timestamp()` })
        .returning({ id: comments.id });
      const spoken = await tx.selectDistinct({ id: comments.authorId }).from(comments).where(eq(comments.threadId, thread.id));
      const subject = { thread: thread.id, comment: comment!.id, item: thread.item };
      await tell(tx, { people: spoken.map(({ id }) => id), scenario, kind: 'replied', by: actor.id, subject });
      await audit(tx, { person: actor.id, verb: 'thread.reply', scenario, subject: { thread: thread.id, comment: comment!.id } });
      await notify(tx, { about: 'threads', scenario, thread: thread.id });
      return { comment: comment!.id };
    });
  return once(attempt, 'comments_request');
}
