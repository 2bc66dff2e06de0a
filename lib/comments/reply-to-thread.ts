import { eq } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database } from '@/lib/db/client';
import { once } from '@/lib/db/once';
import { rightOf } from '@/lib/db/rights';
import { comments } from '@/lib/db/schema/comments';
import { readDocument } from '@/lib/log/read-document';
import type { Actor } from '@/lib/policies/can';
import { requireCan } from '@/lib/policies/require-can';
import { announceThread } from './announce-thread';
import { findRequest } from './find-request';
import { findThread } from './find-thread';
import { bodyOf, insertComment, type CommentParts } from './insert-comment';
import { markToldAsRead } from './mark-told-as-read';
import { tellOfThread } from './tell-of-thread';

export interface NewReply extends CommentParts {
  readonly scenario: string;
  readonly thread: string;
  readonly body: string;
  /** A uuid chosen for one press of "send": the same one again makes nothing new, and with another text is refused. */
  readonly requestId: string;
}

/**
 * Adds a comment to a thread; a resolved one stays resolved until somebody reopens it.
 * @returns the id of the comment
 * @throws not-found (scenario or thread), forbidden, empty-text, too-large, unknown-person, text-moved
 */
export async function replyToThread(db: Database, actor: Actor, input: NewReply): Promise<{ comment: string }> {
  const { scenario } = input;
  const attempt = (): Promise<{ comment: string }> =>
    db.transaction(async (tx) => {
      requireCan(actor, 'thread.reply', { right: await rightOf(tx, actor.id, scenario) });
      const body = bodyOf(input);
      const thread = await findThread(tx, actor, scenario, input.thread);
      const earlier = await findRequest(tx, { ...input, author: actor.id, body, to: { thread: thread.id } });
      if (earlier) return { comment: earlier.comment };

      const comment = await insertComment(tx, thread, { ...input, author: actor.id, body }, async () => (await readDocument(tx, scenario)).doc);
      const spoken = await tx.selectDistinct({ id: comments.authorId }).from(comments).where(eq(comments.threadId, thread.id));
      const called = new Set(input.mentions);
      await tellOfThread(tx, thread, { kind: 'replied', people: spoken.map(({ id }) => id).filter((id) => !called.has(id)), by: actor.id, comment: comment.id });
      await markToldAsRead(tx, actor.id, [thread.id]); // also where somebody was called by a later edit of what they had read
      await audit(tx, { person: actor.id, verb: 'thread.reply', scenario, subject: { thread: thread.id, comment: comment.id } });
      await announceThread(tx, thread);
      return { comment: comment.id };
    });
  return once(attempt, 'comments_request');
}
